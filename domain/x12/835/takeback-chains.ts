import type { Cents } from '../../kernel/cents.js';
import { sumWithinRange } from '../sum-within-range.js';
import type { ProviderAdjustment, RemittanceAdvice } from './remittance-advice.js';

/** PLB03-1 of money taken back: WO overpayment recovery, FB balance forwarded, 72 a refund of ours acknowledged. */
export type TakebackCode = 'WO' | 'FB' | '72';

/** One PLB entry of a chain. */
export type TakebackEntry = {
  /** Position of the advice in what was given, from 0. */
  readonly adviceIndex: number;
  /** Position among the advice's provider adjustments, from 0. */
  readonly adjustmentIndex: number;
  /** TRN02 of the advice. */
  readonly traceNumber: string;
  readonly code: TakebackCode;
  /** As in PLB04: positive lowered that payment, negative raised it. */
  readonly amountCents: Cents;
};

/** What became of the money a chain is about. */
export type TakebackState =
  /** Moved out of a payment and not taken back yet: the payer will lower a later payment by it. */
  | 'outstanding'
  /** All that was moved out was taken back, or our refund was acknowledged against it. */
  | 'settled'
  /** More was taken than these remittances moved out: the debt is older, or the payer took too much. */
  | 'taken-without-deferral'
  /** A refund was acknowledged and no recovery stands against it, so the payment was raised by it. */
  | 'refund-without-recovery';

/** The PLB entries of one or several remittances that belong together, and where that leaves the debt. */
export type TakebackChain = {
  /** PLB01. */
  readonly providerId: string;
  /** PLB03-2 without blanks, in capitals; undefined for an entry without one, which belongs to nothing. */
  readonly reference: string | undefined;
  readonly entries: readonly TakebackEntry[];
  /** Moved out of payments to be taken later (negative WO and FB), as a positive figure. */
  readonly deferredCents: Cents;
  /** Taken out of payments (positive WO and FB). */
  readonly takenCents: Cents;
  /** Refunds of ours the payer acknowledged (negative 72), as a positive figure. */
  readonly refundedCents: Cents;
  /** What later payments will still be lowered by; never below zero. */
  readonly outstandingCents: Cents;
  readonly state: TakebackState;
};

/**
 * Puts the takebacks (PLB WO, FB, 72) of remittances, given in the order they came, together by provider and reference.
 * What was moved out (negative WO, FB) and not taken since (positive) stays outstanding; a positive WO beside a negative
 * 72 of the same reference clears a refund. References are free text of the payer, so only those that read alike belong together.
 */
export function takebackChains(advices: readonly RemittanceAdvice[]): TakebackChain[] {
  const chains = new Map<
    string,
    { readonly providerId: string; reference: string | undefined; list: TakebackEntry[] }
  >();
  advices.forEach((advice, adviceIndex) => {
    advice.providerAdjustments.forEach((adjustment, adjustmentIndex) => {
      const entry = entryOf(advice, adjustment, adviceIndex, adjustmentIndex);
      if (entry === undefined) return;
      const reference = referenceOf(adjustment);
      const own = reference === undefined ? `${adviceIndex}/${adjustmentIndex}` : reference;
      const key = JSON.stringify([reference === undefined, adjustment.providerId, own]);
      const known = chains.get(key);
      if (known === undefined) chains.set(key, { providerId: adjustment.providerId, reference, list: [entry] });
      else known.list.push(entry);
    });
  });
  return [...chains.values()].map(({ providerId, reference, list }) => chainOf(providerId, reference, list));
}

function entryOf(
  advice: RemittanceAdvice,
  { code, amountCents }: ProviderAdjustment,
  adviceIndex: number,
  adjustmentIndex: number,
): TakebackEntry | undefined {
  if (code !== 'WO' && code !== 'FB' && code !== '72') return undefined;
  return { adviceIndex, adjustmentIndex, traceNumber: advice.payment.traceNumber, code, amountCents };
}

function referenceOf({ reference }: ProviderAdjustment): string | undefined {
  const text = reference?.replaceAll(/\s/g, '').toUpperCase();
  return text === '' ? undefined : text;
}

function chainOf(providerId: string, reference: string | undefined, entries: readonly TakebackEntry[]): TakebackChain {
  const amounts = (fits: (entry: TakebackEntry) => boolean): Cents =>
    sumWithinRange(entries.filter(fits).map((entry) => Math.abs(entry.amountCents)));
  const deferredCents = amounts(({ code, amountCents }) => code !== '72' && amountCents < 0);
  const takenCents = amounts(({ code, amountCents }) => code !== '72' && amountCents > 0);
  const refundedCents = sumWithinRange(
    entries.filter(({ code }) => code === '72').map(({ amountCents }) => -amountCents),
  );
  return {
    providerId,
    reference,
    entries,
    deferredCents,
    takenCents,
    refundedCents,
    outstandingCents: sumWithinRange([Math.max(deferredCents - takenCents, 0)]),
    state: stateOf(deferredCents, takenCents, refundedCents),
  };
}

/** A refund acknowledged beside a recovery gives the recovered money back: the debt was paid by our refund. */
function stateOf(deferredCents: number, takenCents: number, refundedCents: number): TakebackState {
  if (refundedCents > takenCents) return 'refund-without-recovery';
  if (deferredCents > takenCents) return 'outstanding';
  return takenCents - deferredCents <= refundedCents ? 'settled' : 'taken-without-deferral';
}
