import { z } from 'zod';
import { claimCorrectionSchema, correctVisit } from '../domain/claim/claim-correction.js';
import type { PlainDate } from '../domain/kernel/plain-date.js';
import { selfPayProfile } from '../domain/payer/self-pay-profile.js';
import { type DateSpan, otherClaimsSpan } from '../domain/scrubbing/other-claims-span.js';
import type { OtherClaim } from '../domain/scrubbing/scrub-edit.js';
import { type Visit, visitSchema } from '../domain/visit/visit.js';
import { claimRowSchema } from './claim-row.js';
import type { PracticeReader } from './database.js';
import { billsSomebody, otherClaimColumns, otherClaimOf, otherClaimRow } from './other-claim-row.js';
import { sql } from './sql.js';

/** Which claims: dates of service with both ends in; an end left out is open. */
export interface StoredClaimFilter {
  readonly since: PlainDate;
  readonly until: PlainDate | null;
}

/** A place in the order of date of service and id, after which a further batch begins. */
export interface StoredClaimCursor {
  readonly dateOfService: PlainDate;
  readonly claimId: string;
}

const storedClaimRow = claimRowSchema
  .pick({
    id: true,
    payer_code: true,
    date_of_service: true,
    stage: true,
    attention: true,
    insurance_outcome: true,
    submission_number: true,
    frequency_code: true,
    payer_claim_control_number: true,
    coded: true,
    eligibility: true,
    overridden_edit_ids: true,
    created_at: true,
  })
  .extend({ visit: visitSchema, corrections: z.array(claimCorrectionSchema) });

/** A claim with its visit, corrections laid over it, for judging it anew; nothing is locked and nothing changes. */
export interface StoredClaimRow {
  readonly claim: Omit<z.infer<typeof storedClaimRow>, 'visit' | 'corrections'>;
  readonly visit: Visit;
  readonly corrections: z.infer<typeof storedClaimRow>['corrections'];
  readonly otherClaims: readonly OtherClaim[];
}

/** The claims of a filter after a cursor, in order of date of service and id, `size` at most. */
export async function readStoredClaims(
  query: PracticeReader,
  { since, until }: StoredClaimFilter,
  after: StoredClaimCursor | null,
  size: number,
): Promise<StoredClaimRow[]> {
  const rows = await query.rows(
    storedClaimRow,
    sql`
      select c.id, c.payer_code, c.date_of_service, c.stage, c.attention, c.insurance_outcome, c.submission_number,
        c.frequency_code, c.payer_claim_control_number, c.coded, c.eligibility, c.overridden_edit_ids, c.created_at,
        v.data as visit,
        coalesce((select jsonb_agg(cc.data order by cc.created_at, cc.id) from claim_corrections cc
          where cc.claim_id = c.id and cc.applied_at is not null), '[]'::jsonb) as corrections
      from claims c join visits v on v.id = c.visit_id
      where c.practice_id = ${query.practiceId}
        and (c.date_of_service, c.id) > (${after?.dateOfService ?? since}::date, ${after?.claimId ?? ''})
        and c.date_of_service <= coalesce(${until}::date, 'infinity')
      order by c.date_of_service, c.id limit ${size}`,
  );
  const others = await readOtherClaims(query, rows.map(askingOf));
  return rows.map(({ visit, corrections, ...claim }) => {
    const corrected = correctVisit(visit, corrections);
    return {
      claim,
      visit: claim.payer_code === selfPayProfile.code ? { ...corrected, coverages: [] } : corrected,
      corrections,
      otherClaims: others.get(claim.id) ?? [],
    };
  });
}

/** How many claims a filter has after a cursor. */
export async function countStoredClaims(
  query: PracticeReader,
  { since, until }: StoredClaimFilter,
  after: StoredClaimCursor | null,
): Promise<number> {
  const { count } = await query.one(
    z.object({ count: z.int() }),
    sql`select count(*) as count from claims c where c.practice_id = ${query.practiceId}
      and (c.date_of_service, c.id) > (${after?.dateOfService ?? since}::date, ${after?.claimId ?? ''})
      and c.date_of_service <= coalesce(${until}::date, 'infinity')`,
  );
  return count;
}

const otherRow = otherClaimRow.extend({ own_id: z.string() });

/** One's own claim with the days whose claims of the same patient its edits read; its own day when they look no further. */
interface Asking extends DateSpan {
  readonly id: string;
}

function askingOf({ id, date_of_service: day, coded }: StoredClaimRow['claim']): Asking {
  const codes = (coded?.lines ?? []).map((line) => line.procedureCode);
  return { id, ...(otherClaimsSpan(codes, day) ?? { since: day, until: day }) };
}

/** Claims of the same patient for a whole batch, as scrubbing finds them for one, without its lock. */
async function readOtherClaims(
  query: PracticeReader,
  asking: readonly Asking[],
): Promise<ReadonlyMap<string, readonly OtherClaim[]>> {
  const rows = await query.rows(
    otherRow,
    sql`
      select own.id as own_id, ${otherClaimColumns}
      from unnest(${asking.map(({ id }) => id)}::text[], ${asking.map(({ since }) => since)}::date[],
        ${asking.map(({ until }) => until)}::date[]) as asking (id, since, until)
      join claims own on own.id = asking.id
      join claims c on c.practice_id = own.practice_id and c.patient_sha256 = own.patient_sha256
        and c.date_of_service >= asking.since and c.date_of_service <= asking.until and c.id <> own.id
      join visits v on v.id = c.visit_id
      where own.practice_id = ${query.practiceId} and ${billsSomebody}`,
  );
  const byClaim = new Map<string, OtherClaim[]>();
  for (const row of rows) {
    const other = otherClaimOf(row);
    const known = byClaim.get(row.own_id);
    if (known === undefined) byClaim.set(row.own_id, [other]);
    else known.push(other);
  }
  return byClaim;
}
