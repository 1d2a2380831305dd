import { z } from 'zod';
import type { Cents } from '../domain/kernel/cents.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { PlainDate } from '../domain/kernel/plain-date.js';
import { centsColumn } from './claim-row.js';
import type { PracticeTransaction } from './database.js';
import { json, sql } from './sql.js';

/** Proved but not in the books yet, in the books, in suspense as a whole because it does not prove, or another rendering of a payment we have: kept, never posted. */
export const remittanceStateSchema = z.enum(['proved', 'unproved', 'posted', 'suspense', 'repeated']);

export type RemittanceInput = {
  readonly id: string;
  readonly inboundFileId: string;
  readonly ordinal: number;
  readonly contentSha256: string;
  readonly payerName: string;
  /** The payer profile it resolves to; null when none, or none for certain. */
  readonly payerCode: string | null;
  readonly traceNumber: string;
  readonly originatorId: string;
  readonly paymentCents: Cents;
  readonly paymentDate: PlainDate;
  readonly state: 'proved' | 'unproved';
  /** Every equation that fails and the totals, with figures. */
  readonly proof: unknown;
};

/**
 * Keeps a remittance with its proof. The same 835 (originator, trace, bytes) is kept once; another one under an originator
 * and trace number we have (TRN02, TRN03: one payment) is kept as `repeated`. Gives which of these it was.
 */
export async function insertRemittance(
  tx: PracticeTransaction,
  input: RemittanceInput,
): Promise<'kept' | 'repeated' | 'same'> {
  // Two files with the same payment may be read at once; the second must see what the first has kept.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`remittances:${tx.practiceId}`}, 0))`);
  const state = (await hasPayment(tx, input)) ? 'repeated' : input.state;
  const inserted = await tx.execute(sql`
    insert into remittances (id, practice_id, inbound_file_id, ordinal, content_sha256, payer_name, payer_code,
      trace_number, originator_id, payment_cents, payment_date, state, proof)
    values (${input.id}, ${tx.practiceId}, ${input.inboundFileId}, ${input.ordinal}, ${input.contentSha256},
      ${input.payerName}, ${input.payerCode}, ${input.traceNumber}, ${input.originatorId}, ${input.paymentCents},
      ${input.paymentDate}, ${state}, ${json(input.proof)})
    on conflict do nothing`);
  if (inserted === 0) return 'same';
  return state === 'repeated' ? 'repeated' : 'kept';
}

/** An 835 without a trace number names no payment, so nothing can be told from it. */
async function hasPayment(tx: PracticeTransaction, input: RemittanceInput): Promise<boolean> {
  if (input.traceNumber === '' || input.originatorId === '') return false;
  const { known } = await tx.one(
    z.object({ known: z.boolean() }),
    sql`
      select exists (select from remittances where practice_id = ${tx.practiceId}
        and originator_id = ${input.originatorId} and trace_number = ${input.traceNumber}) as known`,
  );
  return known;
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
  payer_code: z.string().nullable(),
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
      select id, inbound_file_id, ordinal, payer_code, trace_number, payment_cents, state from remittances
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
  payer_code: z.string().nullable(),
  charge_cents: centsColumn,
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
      select id, patient_control_number, payer_claim_control_number, payer_code, charge_cents, stage, submission_number
      from claims
      where practice_id = ${tx.practiceId} and (patient_control_number = any(${numbers.patientControlNumbers})
        or payer_claim_control_number = any(${numbers.payerClaimControlNumbers}))
      order by id for update`,
  );
}
