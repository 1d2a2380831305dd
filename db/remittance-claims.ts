import { z } from 'zod';
import type { Cents } from '../domain/kernel/cents.js';
import { plainDateSchema } from '../domain/kernel/schemas.js';
import type { AdjudicatedClaim } from '../domain/remittance/adjudicated-claim.js';
import { adjudicatedClaimColumn } from './adjudicated-claim-column.js';
import type { PracticeReader, PracticeTransaction } from './database.js';
import { json, sql } from './sql.js';

export type RemittanceClaimInput = {
  readonly id: string;
  readonly remittanceId: string;
  readonly ordinal: number;
  readonly claimId: string | null;
  readonly patientControlNumber: string;
  readonly statusCode: string;
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  readonly patientResponsibilityCents: Cents;
  readonly payerClaimControlNumber: string | null;
  readonly data: AdjudicatedClaim;
};

/** Keeps the claims of a remittance, each with the claim of ours it answers, if any. */
export async function insertRemittanceClaims(
  tx: PracticeTransaction,
  claims: readonly RemittanceClaimInput[],
): Promise<void> {
  await tx.execute(sql`
    insert into remittance_claims (id, practice_id, remittance_id, ordinal, claim_id, patient_control_number, status_code,
      charge_cents, paid_cents, patient_responsibility_cents, payer_claim_control_number, data)
    select g.id, ${tx.practiceId}, g."remittanceId", g.ordinal, g."claimId", g."patientControlNumber", g."statusCode",
      g."chargeCents", g."paidCents", g."patientResponsibilityCents", g."payerClaimControlNumber", g.data
    from jsonb_to_recordset(${json(claims)}::jsonb) as g(id text, "remittanceId" text, ordinal integer, "claimId" text,
      "patientControlNumber" text, "statusCode" text, "chargeCents" bigint, "paidCents" bigint,
      "patientResponsibilityCents" bigint, "payerClaimControlNumber" text, data jsonb)
    on conflict do nothing`);
}

const decidedClaimSchema = z.object({
  status_code: z.string(),
  payer_claim_control_number: z.string().nullable(),
  payment_date: plainDateSchema,
  data: adjudicatedClaimColumn,
});
export type DecidedClaim = z.infer<typeof decidedClaimSchema>;

/** One decided claim of a remittance, for deciding what comes next. */
export function getRemittanceClaim(query: PracticeReader, remittanceClaimId: string): Promise<DecidedClaim> {
  return query.one(
    decidedClaimSchema,
    sql`select rc.status_code, rc.payer_claim_control_number, rc.data, r.payment_date from remittance_claims rc
      join remittances r on r.id = rc.remittance_id where rc.id = ${remittanceClaimId}`,
  );
}
