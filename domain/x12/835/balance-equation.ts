import type { Cents } from '../../kernel/cents.js';
import { withinRange } from '../sum-within-range.js';

/** The equations an 835 must satisfy (005010X221A1, section 1.10.2.1), in the order reports have them. */
export const balanceEquationKinds = [
  /** Transaction: the payment is the claims' payments less the provider-level adjustments. */
  'transaction-paid',
  /** Claim: charge less claim and line adjustments is what was paid. */
  'claim-paid',
  /** Claim with lines: the lines' charges sum to the claim's charge. */
  'claim-charge-is-line-charges',
  /** Claim with lines: the lines' payments less claim-level adjustments sum to the claim's payment. */
  'claim-paid-is-line-payments',
  /** Line: charge less its adjustments is what was paid. */
  'line-paid',
  /** Advisory: a reversal takes back what its original in the same advice paid. */
  'reversal-negates-original',
  /** Advisory: the patient's responsibility is the sum of the PR adjustments. */
  'claim-patient-responsibility',
] as const;

export type BalanceEquationKind = (typeof balanceEquationKinds)[number];

/** What a summand of an equation is. */
export type BalanceTermName =
  | 'line-charge'
  | 'line-charges'
  | 'line-payments'
  | 'line-adjustments'
  | 'claim-charge'
  | 'claim-adjustments'
  | 'claim-payments'
  | 'patient-responsibility-adjustments'
  | 'original-payment'
  | 'provider-adjustments';

/** One summand of an equation's right side, with the sign it is added by; figures of one kind are summed up. */
export type BalanceTerm = {
  readonly name: BalanceTermName;
  /** CAS01 of adjustments, PLB03-1 of provider adjustments. */
  readonly code?: string;
  readonly cents: Cents;
  /** How many figures of the file it sums. */
  readonly count: number;
};

/** Where an equation stands in an advice, and in the file where that is known. */
export type BalancePlace = {
  readonly level: 'line' | 'claim' | 'transaction';
  /** Position of the claim in the advice, from 0. */
  readonly claimIndex?: number;
  /** Position of the line in the claim, from 0. */
  readonly lineIndex?: number;
  /** The segment that states the left side (BPR, CLP, SVC), counted from 1 at ST. */
  readonly segmentPosition?: number;
};

/** One equation with its figures. `left` is what the file states, `right` what its parts add up to. */
export type BalanceEquation = BalancePlace & {
  readonly kind: BalanceEquationKind;
  readonly leftCents: Cents;
  readonly rightCents: Cents;
  /** The summands of the right side. */
  readonly terms: readonly BalanceTerm[];
  /** `left - right`. */
  readonly differenceCents: Cents;
  readonly holds: boolean;
  /** An advisory equation is reported and never stops posting. */
  readonly advisory: boolean;
};

/** Compares what the file states with the sum of its parts. */
export function balanceEquation(
  kind: BalanceEquationKind,
  place: BalancePlace,
  leftCents: Cents,
  terms: readonly BalanceTerm[],
  advisory = false,
): BalanceEquation {
  let sum = 0;
  for (const term of terms) sum += term.cents;
  const rightCents = withinRange(sum);
  const differenceCents = withinRange(leftCents - rightCents);
  return { kind, ...place, leftCents, rightCents, terms, differenceCents, holds: differenceCents === 0, advisory };
}

/** One summand: a sum of `count` figures, with the sign it is added by. */
export function balanceTerm(name: BalanceTermName, sum: number, count: number, code?: string): BalanceTerm {
  const cents = withinRange(sum);
  return code === undefined ? { name, cents, count } : { name, code, cents, count };
}
