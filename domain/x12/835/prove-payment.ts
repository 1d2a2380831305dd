import type { Cents } from '../../kernel/cents.js';
import { type BalanceEquation, balanceEquation, balanceTerm } from './balance-equation.js';
import type { ProviderAdjustment } from './remittance-advice.js';

/** What the transaction equation is made of; running sums are enough, so that claims need not be kept. */
export type PaymentFigures = {
  /** BPR02. */
  readonly paymentCents: Cents;
  /** Sum of CLP04 and how many claims it is of. */
  readonly claimsPaidCents: number;
  readonly claimCount: number;
  readonly providerAdjustments: readonly ProviderAdjustment[];
  /** Where BPR stands. */
  readonly segmentPosition?: number;
};

/** The payment is the claims' payments less the provider-level adjustments, which are summed by their reason. */
export function provePayment(figures: PaymentFigures): BalanceEquation {
  const { paymentCents, claimsPaidCents, claimCount, providerAdjustments, segmentPosition } = figures;
  const byCode = new Map<string, { sum: number; count: number }>();
  for (const { code, amountCents } of providerAdjustments) {
    const { sum, count } = byCode.get(code) ?? { sum: 0, count: 0 };
    byCode.set(code, { sum: sum + amountCents, count: count + 1 });
  }
  return balanceEquation(
    'transaction-paid',
    { level: 'transaction', ...(segmentPosition === undefined ? {} : { segmentPosition }) },
    paymentCents,
    [
      balanceTerm('claim-payments', claimsPaidCents, claimCount),
      ...[...byCode].map(([code, { sum, count }]) => balanceTerm('provider-adjustments', -sum, count, code)),
    ],
  );
}
