import { type Cents, negateCents, sumCents } from '../kernel/cents.js';
import type { LedgerAccount } from './ledger-account.js';

/** One side of a transaction: debit positive, credit negative. */
export type LedgerEntry = { readonly account: LedgerAccount; readonly amountCents: Cents };

export const ledgerTransactionKinds = [
  'charge',
  'charge_correction',
  'remittance_payment',
  'remittance_reversal',
  'provider_adjustment',
  'suspense',
  'write_off',
  'transfer_to_patient',
  'patient_payment',
  'patient_credit',
  'void',
] as const;
export type LedgerTransactionKind = (typeof ledgerTransactionKinds)[number];

/** A balanced movement of money with its source; only `ledgerTransaction` makes one. */
export type LedgerTransaction = {
  readonly kind: LedgerTransactionKind;
  readonly entries: readonly LedgerEntry[];
};

/** Drops zero entries and checks the sum; a transaction that does not balance is a fault of ours and throws. */
export function ledgerTransaction(kind: LedgerTransactionKind, entries: readonly LedgerEntry[]): LedgerTransaction {
  const total = sumCents(entries.map((entry) => entry.amountCents));
  if (total !== 0) throw new RangeError(`a ${kind} transaction is off by ${total} cents`);
  return { kind, entries: entries.filter((entry) => entry.amountCents !== 0) };
}

/** Moves an amount: debits one account, credits the other. */
export function transfer(
  kind: LedgerTransactionKind,
  movement: { readonly debit: LedgerAccount; readonly credit: LedgerAccount; readonly amountCents: Cents },
): LedgerTransaction {
  return ledgerTransaction(kind, [
    { account: movement.debit, amountCents: movement.amountCents },
    { account: movement.credit, amountCents: negateCents(movement.amountCents) },
  ]);
}
