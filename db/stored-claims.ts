import { z } from 'zod';
import { claimCorrectionSchema, correctVisit } from '../domain/claim/claim-correction.js';
import type { PlainDate } from '../domain/kernel/plain-date.js';
import { selfPayProfile } from '../domain/payer/self-pay-profile.js';
import { claimPrecedence } from '../domain/scrubbing/claim-precedence.js';
import type { OtherClaim } from '../domain/scrubbing/scrub-edit.js';
import { type Visit, visitSchema } from '../domain/visit/visit.js';
import { claimRowSchema } from './claim-row.js';
import type { PracticeReader } from './database.js';
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
  const others = await readOtherClaims(
    query,
    rows.map((row) => row.id),
  );
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

const otherRow = z.object({
  own_id: z.string(),
  id: z.string(),
  date_of_service: claimRowSchema.shape.date_of_service,
  npi: z.string(),
  codes: z.array(z.string()),
  stage: claimRowSchema.shape.stage,
  submission_number: z.int(),
  own_stage: claimRowSchema.shape.stage,
  own_submission_number: z.int(),
  came_first: z.boolean(),
});

/** Claims of the same patient and day for a whole batch, as `findOtherClaims` finds them for one, without its lock. */
async function readOtherClaims(
  query: PracticeReader,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OtherClaim[]>> {
  const rows = await query.rows(
    otherRow,
    sql`
      select own.id as own_id, c.id, c.date_of_service, v.data #>> '{clinician,npi}' as npi,
        array(select line ->> 'procedureCode' from jsonb_array_elements(c.coded -> 'lines') line) as codes,
        c.stage, c.submission_number, own.stage as own_stage, own.submission_number as own_submission_number,
        (c.created_at, c.id) < (own.created_at, own.id) as came_first
      from claims own
      join claims c on c.practice_id = own.practice_id and c.patient_sha256 = own.patient_sha256
        and c.date_of_service = own.date_of_service and c.id <> own.id
      join visits v on v.id = c.visit_id
      where own.id = any(${claimIds}::text[]) and own.practice_id = ${query.practiceId}
        and c.coded is not null and c.insurance_outcome <> 'void'
        and (c.insurance_outcome <> 'written_off' or c.submission_number > 0)`,
  );
  const byClaim = new Map<string, OtherClaim[]>();
  for (const row of rows) {
    const other: OtherClaim = {
      claimId: row.id,
      dateOfService: row.date_of_service,
      clinicianNpi: row.npi,
      procedureCodes: row.codes,
      precedence: claimPrecedence(
        { stage: row.stage, submissionNumber: row.submission_number },
        { stage: row.own_stage, submissionNumber: row.own_submission_number },
        row.came_first,
      ),
    };
    const known = byClaim.get(row.own_id);
    if (known === undefined) byClaim.set(row.own_id, [other]);
    else known.push(other);
  }
  return byClaim;
}
