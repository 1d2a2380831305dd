import { z } from 'zod';
import { type LedgerAccount, ledgerAccountSchema } from '../domain/ledger/ledger-account.js';
import { ledgerTransactionKinds, type LedgerTransactionKind } from '../domain/ledger/ledger-transaction.js';
import type { Queryable } from './database.js';
import { sql } from './sql.js';

/** One transaction of the book as far as it touches a claim; debits positive, credits negative. */
export interface ClaimLedgerTransaction {
  readonly id: string;
  readonly kind: LedgerTransactionKind;
  readonly source: string;
  readonly actor: string;
  readonly at: string;
  readonly entries: readonly { readonly account: LedgerAccount; readonly amountCents: number }[];
}

const transactionSchema = z.object({
  id: z.string(),
  kind: z.enum(ledgerTransactionKinds),
  source: z.string(),
  actor: z.string(),
  at: z.string(),
  entries: z.array(z.object({ account: ledgerAccountSchema, amountCents: z.int() })),
});

/** The claim's transactions in the order they were booked. */
export function listClaimLedger(query: Queryable, claimId: string): Promise<ClaimLedgerTransaction[]> {
  return query.rows(
    transactionSchema,
    sql`select t.id, t.kind, t.source, t.actor, t.at,
        json_agg(json_build_object('account', e.account, 'amountCents', e.amount_cents) order by e.line) as entries
      from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
      where e.claim_id = ${claimId}
      group by t.id order by t.at, t.recorded_at, t.id`,
  );
}

/** What a payer's remittances said about a claim. */
export interface ClaimRemittance {
  readonly remittanceId: string;
  readonly payerName: string;
  readonly traceNumber: string;
  readonly paymentDate: string;
  readonly remittanceState: string;
  readonly statusCode: string;
  readonly chargeCents: number;
  readonly paidCents: number;
  readonly patientResponsibilityCents: number;
  readonly payerClaimControlNumber: string | null;
}

const claimRemittanceSchema = z.object({
  remittance_id: z.string(),
  payer_name: z.string(),
  trace_number: z.string(),
  payment_date: z.string(),
  state: z.string(),
  status_code: z.string(),
  charge_cents: z.int(),
  paid_cents: z.int(),
  patient_responsibility_cents: z.int(),
  payer_claim_control_number: z.string().nullable(),
});

/** The remittances that name a claim, in the order of payment. */
export async function listClaimRemittances(query: Queryable, claimId: string): Promise<ClaimRemittance[]> {
  const rows = await query.rows(
    claimRemittanceSchema,
    sql`select rc.remittance_id, r.payer_name, r.trace_number, r.payment_date, r.state, rc.status_code, rc.charge_cents,
        rc.paid_cents, rc.patient_responsibility_cents, rc.payer_claim_control_number
      from remittance_claims rc join remittances r on r.id = rc.remittance_id
      where rc.claim_id = ${claimId} order by r.payment_date, rc.id`,
  );
  return rows.map((row) => ({
    remittanceId: row.remittance_id,
    payerName: row.payer_name,
    traceNumber: row.trace_number,
    paymentDate: row.payment_date,
    remittanceState: row.state,
    statusCode: row.status_code,
    chargeCents: row.charge_cents,
    paidCents: row.paid_cents,
    patientResponsibilityCents: row.patient_responsibility_cents,
    payerClaimControlNumber: row.payer_claim_control_number,
  }));
}
