import { z } from 'zod';
import type { Cents } from '../domain/kernel/cents.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { PlainDate } from '../domain/kernel/plain-date.js';
import { centsColumn } from './claim-row.js';
import type { PracticeTransaction } from './database.js';
import { json, sql } from './sql.js';

/** Proved but not in the books yet, in the books, or in suspense as a whole because it does not prove. */
export const remittanceStateSchema = z.enum(['proved', 'unproved', 'posted', 'suspense']);

export type RemittanceInput = {
  readonly id: string;
  readonly inboundFileId: string;
  readonly ordinal: number;
  readonly contentSha256: string;
  readonly payerName: string;
  readonly traceNumber: string;
  readonly originatorId: string;
  readonly paymentCents: Cents;
  readonly paymentDate: PlainDate;
  readonly state: 'proved' | 'unproved';
  /** Every equation that fails and the totals, with figures. */
  readonly proof: unknown;
};

/** Keeps a remittance with its proof. The same 835 (originator, trace, bytes) is kept once; gives false for one we have. */
export async function insertRemittance(tx: PracticeTransaction, input: RemittanceInput): Promise<boolean> {
  const inserted = await tx.execute(sql`
    insert into remittances (id, practice_id, inbound_file_id, ordinal, content_sha256, payer_name, trace_number,
      originator_id, payment_cents, payment_date, state, proof)
    values (${input.id}, ${tx.practiceId}, ${input.inboundFileId}, ${input.ordinal}, ${input.contentSha256},
      ${input.payerName}, ${input.traceNumber}, ${input.originatorId}, ${input.paymentCents}, ${input.paymentDate},
      ${input.state}, ${json(input.proof)})
    on conflict do nothing`);
  return inserted > 0;
}

/** Remittances of a file that are not in the books yet, in order. */
export async function listUnpostedRemittances(tx: PracticeTransaction, inboundFileId: string): Promise<string[]> {
  const rows = await tx.rows(
    z.object({ id: z.string() }),
    sql`
      select id from remittances where inbound_file_id = ${inboundFileId} and state in ('proved', 'unproved') order by ordinal`,
  );
  return rows.map((row) => row.id);
}

const rowSchema = z.object({
  id: z.string(),
  inbound_file_id: z.string(),
  ordinal: z.int(),
  trace_number: z.string(),
  payment_cents: centsColumn,
  state: remittanceStateSchema,
});
export type RemittanceRow = z.infer<typeof rowSchema>;

/** A remittance, locked to the end of the transaction. */
export function lockRemittance(tx: PracticeTransaction, remittanceId: string): Promise<RemittanceRow> {
  return tx.one(
    rowSchema,
    sql`
      select id, inbound_file_id, ordinal, trace_number, payment_cents, state from remittances
      where id = ${remittanceId} for update`,
  );
}

export type PostedTotals = {
  readonly state: 'posted' | 'suspense';
  readonly postedClaimsCents: Cents;
  readonly suspenseCents: Cents;
  readonly providerAdjustmentCents: Cents;
  readonly at: Instant;
};

/** Records how a payment came to rest; the database refuses totals that are not the payment. */
export async function markRemittancePosted(
  tx: PracticeTransaction,
  remittanceId: string,
  totals: PostedTotals,
): Promise<void> {
  await tx.execute(sql`
    update remittances set state = ${totals.state}, posted_claims_cents = ${totals.postedClaimsCents},
      suspense_cents = ${totals.suspenseCents}, provider_adjustment_cents = ${totals.providerAdjustmentCents},
      posted_at = ${totals.at}
    where id = ${remittanceId}`);
}

const remittedClaimSchema = z.object({
  id: z.string(),
  patient_control_number: z.string(),
  payer_claim_control_number: z.string().nullable(),
  stage: z.string(),
  submission_number: z.int(),
});
export type RemittedClaim = z.infer<typeof remittedClaimSchema>;

/** Our claims by patient control number, or by the payer's own number where the former was not given back; locked in order of id. */
export function findRemittedClaims(
  tx: PracticeTransaction,
  numbers: { readonly patientControlNumbers: readonly string[]; readonly payerClaimControlNumbers: readonly string[] },
): Promise<RemittedClaim[]> {
  return tx.rows(
    remittedClaimSchema,
    sql`
      select id, patient_control_number, payer_claim_control_number, stage, submission_number from claims
      where practice_id = ${tx.practiceId} and (patient_control_number = any(${numbers.patientControlNumbers})
        or payer_claim_control_number = any(${numbers.payerClaimControlNumbers}))
      order by id for update`,
  );
}
