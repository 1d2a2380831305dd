import type { Cents } from '../../kernel/cents.js';
import { withinRange } from '../sum-within-range.js';
import type { BalanceEquation, BalanceEquationKind } from './balance-equation.js';
import { proveClaim } from './prove-claim.js';
import { provePayment } from './prove-payment.js';
import type { RemittanceAdvice, RemittanceClaim } from './remittance-advice.js';

/** How many equations of a kind there were, and how many of them fail. */
export type EquationCount = { readonly checked: number; readonly failed: number };

/** What is left of a balance proof when claims are not kept: the same verdict as that of `proveBalance`, in numbers. */
export type BalanceTotals = {
  readonly claimCount: number;
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  readonly patientResponsibilityCents: Cents;
  readonly providerAdjustmentCents: Cents;
  readonly equations: Readonly<Record<BalanceEquationKind, EquationCount>>;
  readonly transaction: BalanceEquation;
  /** Claims of which an equation fails or an amount could not be read. */
  readonly unbalancedClaimCount: number;
  /** Amounts that could not be read, of the advice and of its claims. */
  readonly unreadableAmountCount: number;
  readonly balances: boolean;
};

/**
 * Proves the balance of an advice claim by claim, keeping sums. A reversal is not held against its original, which would
 * mean to keep all claims: that equation is advice, and only `proveBalance` has it.
 */
export class BalanceTally {
  #claimCount = 0;
  #charge = 0;
  #paid = 0;
  #patientResponsibility = 0;
  #unbalancedClaimCount = 0;
  #unreadableAmountCount = 0;
  #failedCount = 0;
  readonly #equations: Record<BalanceEquationKind, { checked: number; failed: number }> = {
    'line-paid': { checked: 0, failed: 0 },
    'claim-paid': { checked: 0, failed: 0 },
    'claim-charge-is-line-charges': { checked: 0, failed: 0 },
    'claim-paid-is-line-payments': { checked: 0, failed: 0 },
    'claim-patient-responsibility': { checked: 0, failed: 0 },
    'reversal-negates-original': { checked: 0, failed: 0 },
    'transaction-paid': { checked: 0, failed: 0 },
  };

  /** Counts the next claim in and gives its equations. */
  add(claim: RemittanceClaim): BalanceEquation[] {
    const equations = proveClaim(claim, this.#claimCount);
    const failedBefore = this.#failedCount;
    for (const equation of equations) this.#count(equation);
    const unreadableCount = claim.unreadableAmounts?.length ?? 0;
    this.#claimCount += 1;
    this.#charge += claim.chargeCents;
    this.#paid += claim.paidCents;
    this.#patientResponsibility += claim.patientResponsibilityCents;
    this.#unreadableAmountCount += unreadableCount;
    if (this.#failedCount > failedBefore || unreadableCount > 0) this.#unbalancedClaimCount += 1;
    return equations;
  }

  /** The totals, once all claims are in. */
  finish(advice: Omit<RemittanceAdvice, 'claims'>): BalanceTotals {
    const transaction = provePayment({
      paymentCents: advice.payment.amountCents,
      claimsPaidCents: this.#paid,
      claimCount: this.#claimCount,
      providerAdjustments: advice.providerAdjustments,
    });
    this.#count(transaction);
    const unreadableAmountCount = this.#unreadableAmountCount + (advice.unreadableAmounts?.length ?? 0);
    return {
      claimCount: this.#claimCount,
      chargeCents: withinRange(this.#charge),
      paidCents: withinRange(this.#paid),
      patientResponsibilityCents: withinRange(this.#patientResponsibility),
      providerAdjustmentCents: withinRange(advice.providerAdjustments.reduce((sum, one) => sum + one.amountCents, 0)),
      equations: this.#equations,
      transaction,
      unbalancedClaimCount: this.#unbalancedClaimCount,
      unreadableAmountCount,
      balances: this.#failedCount === 0 && unreadableAmountCount === 0,
    };
  }

  #count(equation: BalanceEquation): void {
    const count = this.#equations[equation.kind];
    count.checked += 1;
    if (equation.holds) return;
    count.failed += 1;
    if (!equation.advisory) this.#failedCount += 1;
  }
}
