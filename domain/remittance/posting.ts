import { type Cents, cents, negateCents, sumCents, zeroCents } from '../kernel/cents.js';
import { type LedgerEntry, type LedgerTransaction, ledgerTransaction } from '../ledger/ledger-transaction.js';
import { isReversal } from '../x12/835/is-reversal.js';
import type { ClaimAdjustment, ProviderAdjustment, RemittanceClaim } from '../x12/835/remittance-advice.js';

/** Reductions the contract or the law obliges the practice to bear: 45 fee schedule, 131 negotiated discount, 253 sequestration, A2 contractual. */
const contractualReasons: ReadonlySet<string> = new Set(['45', '131', '253', 'A2']);
/** What the plan leaves to the patient: 1 deductible, 2 coinsurance, 3 copayment, 66 blood deductible. */
const patientShareReasons: ReadonlySet<string> = new Set(['1', '2', '3', '66']);

/** How the amounts of an adjudicated claim fall on the books. What is denied stays receivable until somebody decides. */
export type ClaimPostingAmounts = {
  readonly paidCents: Cents;
  readonly contractualCents: Cents;
  readonly patientCents: Cents;
  /** Adjustments that are no contractual reduction and no plan share: denied or to be looked at. */
  readonly undecidedCents: Cents;
};

/** Splits a claim of an 835 by group and reason code (CAS01, CAS02); never by its status code. */
export function postingAmounts(claim: RemittanceClaim): ClaimPostingAmounts {
  const adjustments = [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)];
  const contractual = adjustments.filter(isContractual);
  const patient = adjustments.filter(isPatientShare);
  const rest = adjustments.filter((adjustment) => !isContractual(adjustment) && !isPatientShare(adjustment));
  return {
    paidCents: claim.paidCents,
    contractualCents: sumOf(contractual),
    patientCents: sumOf(patient),
    undecidedCents: sumOf(rest),
  };
}

/** The ledger transaction of a matched claim; null when nothing moves. A reversal posts the same accounts with its own, opposite signs. */
export function postClaim(claim: RemittanceClaim): LedgerTransaction | null {
  const { paidCents, contractualCents, patientCents } = postingAmounts(claim);
  const settled = sumCents([paidCents, contractualCents, patientCents]);
  const transaction = ledgerTransaction(isReversal(claim) ? 'remittance_reversal' : 'remittance_payment', [
    { account: 'payer_cash', amountCents: paidCents },
    { account: 'contractual_adjustment', amountCents: contractualCents },
    { account: 'patient_receivable', amountCents: patientCents },
    { account: 'insurance_receivable', amountCents: negateCents(settled) },
  ]);
  return transaction.entries.length === 0 ? null : transaction;
}

/** The money of a claim that matches none of ours: cash on one side, suspense on the other until a person finds its place. */
export function postUnmatchedClaim(paidCents: Cents): LedgerTransaction | null {
  return toSuspense(paidCents);
}

/** An 835 that does not prove: its whole payment goes to suspense, nothing reaches a claim. */
export function postUnprovenPayment(paymentCents: Cents): LedgerTransaction | null {
  return toSuspense(paymentCents);
}

function toSuspense(amountCents: Cents): LedgerTransaction | null {
  if (amountCents === 0) return null;
  return ledgerTransaction('suspense', [
    { account: 'payer_cash', amountCents },
    { account: 'suspense', amountCents: negateCents(amountCents) },
  ]);
}

/**
 * Provider-level adjustments (PLB): a positive amount lowers the payment. L6 is interest owed to us; everything else moves
 * money between payments and stands against `payer_offset` until its other side arrives.
 */
export function postProviderAdjustments(adjustments: readonly ProviderAdjustment[]): LedgerTransaction | null {
  const entries: LedgerEntry[] = adjustments.map((adjustment) => ({
    account: adjustment.code === 'L6' ? 'interest' : 'payer_offset',
    amountCents: adjustment.amountCents,
  }));
  const total = sumCents(entries.map((entry) => entry.amountCents));
  const transaction = ledgerTransaction('provider_adjustment', [
    ...entries,
    { account: 'payer_cash', amountCents: negateCents(total) },
  ]);
  return transaction.entries.length === 0 ? null : transaction;
}

function isContractual(adjustment: ClaimAdjustment): boolean {
  return (adjustment.group === 'CO' || adjustment.group === 'PI') && contractualReasons.has(adjustment.reasonCode);
}

function isPatientShare(adjustment: ClaimAdjustment): boolean {
  return adjustment.group === 'PR' && patientShareReasons.has(adjustment.reasonCode);
}

function sumOf(adjustments: readonly ClaimAdjustment[]): Cents {
  return adjustments.length === 0 ? zeroCents : cents(adjustments.reduce((sum, one) => sum + one.amountCents, 0));
}
