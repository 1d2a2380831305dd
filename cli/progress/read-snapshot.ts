import { listClaims } from '../../db/claim-queries.js';
import type { Database } from '../../db/database.js';
import { summarizePractice } from '../../db/summary-queries.js';
import type { BusinessClock } from '../../domain/kernel/business-clock.js';
import { cents } from '../../domain/kernel/cents.js';
import { plainDateAt } from '../../domain/kernel/instant.js';
import { businessNow } from '../../gateways/config/process-clock.js';
import type { Snapshot, SnapshotClaim } from '../live-table/snapshot.js';

/** More claims than a terminal has lines for; the newest are looked at. */
const claimsMax = 500;

export interface SnapshotOptions {
  readonly db: Database;
  readonly practiceId: string;
  readonly clock: BusinessClock;
  readonly notices: readonly string[];
}

/** What the terminal shows at this moment. */
export async function readSnapshot({ db, practiceId, clock, notices }: SnapshotOptions): Promise<Snapshot> {
  const page = { order: 'newest', size: claimsMax, after: null } as const;
  const { summary, claims } = await db.read(practiceId, async (query) => ({
    summary: await summarizePractice(query),
    claims: (await listClaims(query, {}, page)).items,
  }));
  return {
    businessDate: plainDateAt(businessNow(clock)),
    rate: clock.rate,
    stageCounts: summary.claimsByStage,
    withPersonCount: summary.claimsWithPerson,
    claims: claims.map(
      (claim): SnapshotClaim => ({
        patientControlNumber: claim.patientControlNumber,
        payerCode: claim.payerCode ?? '?',
        stage: claim.stage,
        headline: claim.headline,
        chargeCents: cents(claim.chargeCents),
        paidCents: cents(claim.paidCents),
        attention: claim.attention,
      }),
    ),
    totals: {
      billedCents: cents(summary.billedCents),
      paidCents: cents(summary.paidCents),
      adjustedCents: cents(summary.adjustedCents),
      patientCents: cents(summary.patientCents),
    },
    openItemCount: summary.openWorkItems,
    notices,
  };
}
