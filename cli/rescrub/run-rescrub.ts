import type { Database } from '../../db/database.js';
import { countStoredClaims, type StoredClaimCursor } from '../../db/stored-claims.js';
import { rescrubClaims, type RescrubPlan } from './rescrub-claims.js';
import type { RescrubReport } from './rescrub-report.js';
import type { KeptRun } from './run-file.js';

export interface RescrubRun {
  readonly plan: RescrubPlan;
  /** Behind which claim it begins when nothing is kept of it yet. */
  readonly start: StoredClaimCursor | null;
  /** The run as a file keeps it. */
  readonly kept: KeptRun | null;
  /** Takes each batch, those that were kept before as well. */
  readonly report: RescrubReport;
  /** Hears after each batch how many claims of those that were left are done; false ends the run. */
  readonly goesOn: (claimsDone: number, claimsLeft: number) => boolean;
}

/** Judges what is left of a run. A batch is kept before it counts, so that who goes on has each claim one time. */
export async function runRescrub(db: Database, practiceId: string, run: RescrubRun): Promise<void> {
  const { plan, kept, report } = run;
  for (const batch of kept?.batches ?? []) report.add(batch);
  const start = report.cursor ?? run.start;
  const claimsLeft = await db.read(practiceId, (query) => countStoredClaims(query, plan.filter, start));
  let claimsDone = 0;
  for await (const batch of rescrubClaims(db, practiceId, plan, start)) {
    kept?.keep(batch);
    report.add(batch);
    claimsDone += batch.read;
    if (!run.goesOn(claimsDone, claimsLeft)) return;
  }
}
