import { z } from 'zod';
import { type ClaimCorrection, claimCorrectionSchema, correctVisit } from '../domain/claim/claim-correction.js';
import { type PayerProfile, payerProfileSchema } from '../domain/payer/payer-profile.js';
import { selfPayProfile } from '../domain/payer/self-pay-profile.js';
import { type Practice, practiceSchema } from '../domain/practice/practice.js';
import { type Visit, visitSchema } from '../domain/visit/visit.js';
import { type ClaimRow, claimRowSchema } from './claim-row.js';
import type { PracticeReader } from './database.js';
import { sql } from './sql.js';

const contextRowSchema = claimRowSchema.extend({
  visit: visitSchema,
  practice: practiceSchema,
  payer: payerProfileSchema.nullable(),
  corrections: z.array(claimCorrectionSchema),
  prior_result: z.unknown(),
  step_done: z.boolean(),
});

/**
 * Everything a step decides from, read in one statement; `payer` is the version in force on the date of service. `visit` has the applied corrections laid over it, and no coverages
 * once the patient is the payer.
 */
export type ClaimContext = {
  readonly claim: ClaimRow;
  readonly visit: Visit;
  readonly practice: Practice;
  readonly payer: PayerProfile | null;
  readonly corrections: readonly ClaimCorrection[];
  /** The answer of this step when it was done before. */
  readonly prior: { readonly result: unknown } | null;
};

/** Reads a claim's context as it is committed; `key` is the idempotency key of the step that asks. */
export async function readClaimContext(query: PracticeReader, claimId: string, key: string): Promise<ClaimContext> {
  const row = await query.one(
    contextRowSchema,
    sql`
      select c.*, v.data as visit, p.data as practice, pp.data as payer, done.result as prior_result,
        done.seq is not null as step_done,
        coalesce((select jsonb_agg(cc.data order by cc.created_at, cc.id) from claim_corrections cc
          where cc.claim_id = c.id and cc.applied_at is not null), '[]'::jsonb) as corrections
      from claims c
      join visits v on v.id = c.visit_id
      join practices p on p.id = c.practice_id
      left join payer_profiles pp on pp.practice_id = c.practice_id and pp.code = c.payer_code
        and c.date_of_service between pp.effective_from and pp.effective_to
      left join claim_events done on done.claim_id = c.id and done.idempotency_key = ${key}
      where c.id = ${claimId}`,
  );
  return contextOf(row);
}

function contextOf(row: z.infer<typeof contextRowSchema>): ClaimContext {
  const { visit, practice, payer, corrections, prior_result, step_done, ...claim } = row;
  const corrected = correctVisit(visit, corrections);
  return {
    claim,
    visit: claim.payer_code === selfPayProfile.code ? { ...corrected, coverages: [] } : corrected,
    practice,
    payer,
    corrections,
    prior: step_done ? { result: prior_result } : null,
  };
}
