import { type Cents, cents } from '../../kernel/cents.js';
import type { ClaimAdjustment, RemittanceAdvice, RemittanceClaim, RemittanceLine } from './remittance-advice.js';

/** The equations an 835 must satisfy (005010X221A1, section 1.10.2.1). */
export type BalanceEquationKind =
  /** Line: charge less its adjustments is what was paid. */
  | 'line-paid'
  /** Claim: charge less claim and line adjustments is what was paid. */
  | 'claim-paid'
  /** Claim with lines: the lines' charges sum to the claim's charge. */
  | 'claim-charge-is-line-charges'
  /** Claim with lines: the lines' payments less claim-level adjustments sum to the claim's payment. */
  | 'claim-paid-is-line-payments'
  /** Advisory: the patient's responsibility is the sum of the PR adjustments. */
  | 'claim-patient-responsibility'
  /** Transaction: the payment is the claims' payments less the provider-level adjustments. */
  | 'transaction-paid';

/** One equation with its figures. `left` is what the file states, `right` what its parts add up to. */
export type BalanceEquation = {
  readonly kind: BalanceEquationKind;
  readonly level: 'line' | 'claim' | 'transaction';
  /** Position of the claim in the advice, from 0. */
  readonly claimIndex?: number;
  /** Position of the line in the claim, from 0. */
  readonly lineIndex?: number;
  readonly leftCents: Cents;
  readonly rightCents: Cents;
  /** `left - right`. */
  readonly differenceCents: Cents;
  readonly holds: boolean;
  /** An advisory equation is reported and never stops posting. */
  readonly advisory: boolean;
};

/** Every equation of an advice, and whether the advice may be posted. */
export type BalanceProof = {
  readonly equations: readonly BalanceEquation[];
  /** The equations that fail and are not advisory. */
  readonly failed: readonly BalanceEquation[];
  /** Positions of the claims of which an equation fails or an amount could not be read. */
  readonly unbalancedClaims: readonly number[];
  /** Names of amounts that could not be read, of the advice and of its claims; any makes the proof fail. */
  readonly unreadableAmounts: readonly string[];
  readonly balances: boolean;
};

type Place = Pick<BalanceEquation, 'level' | 'claimIndex' | 'lineIndex'>;

/** Works out every balance equation of an advice, with figures: line, claim, transaction, and the advisory one on CLP05. */
export function proveBalance(advice: RemittanceAdvice): BalanceProof {
  const paid = advice.claims.map((claim) => claim.paidCents);
  const equations = [...advice.claims.flatMap(claimEquations), transactionEquation(advice, total(paid))];
  const failed = equations.filter((equation) => !equation.holds && !equation.advisory);
  const unbalanced = new Set(
    failed.flatMap((equation) => (equation.claimIndex === undefined ? [] : [equation.claimIndex])),
  );
  advice.claims.forEach((claim, index) => {
    if (claim.unreadableAmounts?.length) unbalanced.add(index);
  });
  const unreadableAmounts = [
    ...(advice.unreadableAmounts ?? []),
    ...advice.claims.flatMap((claim) => claim.unreadableAmounts ?? []),
  ];
  return {
    equations,
    failed,
    unbalancedClaims: [...unbalanced].sort((a, b) => a - b),
    unreadableAmounts,
    balances: failed.length === 0 && unreadableAmounts.length === 0,
  };
}

/** The equation of the transaction, given what its claims were paid together. */
export function transactionEquation(
  advice: Pick<RemittanceAdvice, 'payment' | 'providerAdjustments'>,
  paid: Cents,
): BalanceEquation {
  const moved = total(advice.providerAdjustments.map((adjustment) => adjustment.amountCents));
  return equation('transaction-paid', { level: 'transaction' }, advice.payment.amountCents, total([paid, -moved]));
}

/** The equations of one claim: those of its lines, then its own. */
export function claimEquations(claim: RemittanceClaim, claimIndex: number): BalanceEquation[] {
  const place: Place = { level: 'claim', claimIndex };
  const claimAdjusted = adjusted(claim.adjustments);
  const linesAdjusted = total(claim.lines.map((line) => adjusted(line.adjustments)));
  const equations = claim.lines.map((line, lineIndex) => lineEquation(line, claimIndex, lineIndex));
  equations.push(
    equation('claim-paid', place, claim.paidCents, total([claim.chargeCents, -claimAdjusted, -linesAdjusted])),
  );
  if (claim.lines.length > 0) {
    const charged = total(claim.lines.map((line) => line.chargeCents));
    const paid = total(claim.lines.map((line) => line.paidCents));
    equations.push(equation('claim-charge-is-line-charges', place, claim.chargeCents, charged));
    equations.push(equation('claim-paid-is-line-payments', place, claim.paidCents, total([paid, -claimAdjusted])));
  }
  equations.push(patientResponsibilityEquation(claim, place));
  return equations;
}

function lineEquation(line: RemittanceLine, claimIndex: number, lineIndex: number): BalanceEquation {
  const right = total([line.chargeCents, -adjusted(line.adjustments)]);
  return equation('line-paid', { level: 'line', claimIndex, lineIndex }, line.paidCents, right);
}

function patientResponsibilityEquation(claim: RemittanceClaim, place: Place): BalanceEquation {
  const all = [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)];
  const right = adjusted(all.filter((adjustment) => adjustment.group === 'PR'));
  return equation('claim-patient-responsibility', place, claim.patientResponsibilityCents, right, true);
}

function adjusted(adjustments: readonly ClaimAdjustment[]): Cents {
  return total(adjustments.map((adjustment) => adjustment.amountCents));
}

/** A sum that stops at the largest exact number: absurd amounts of a broken file fail their equation, they don't throw. */
export function total(amounts: readonly number[]): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return cents(Math.min(Math.max(sum, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER));
}

function equation(
  kind: BalanceEquationKind,
  place: Place,
  leftCents: Cents,
  rightCents: Cents,
  advisory = false,
): BalanceEquation {
  const differenceCents = total([leftCents, -rightCents]);
  return { kind, ...place, leftCents, rightCents, differenceCents, holds: differenceCents === 0, advisory };
}
