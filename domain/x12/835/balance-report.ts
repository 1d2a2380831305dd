import type { Cents } from '../../kernel/cents.js';
import { withinRange } from '../sum-within-range.js';
import { type BalanceEquation, type BalanceEquationKind, balanceEquationKinds } from './balance-equation.js';
import type { BalanceProof } from './prove-balance.js';

/** All equations of one kind together. */
export type EquationSum = {
  readonly kind: BalanceEquationKind;
  readonly checkedCount: number;
  readonly failedCount: number;
  readonly leftCents: Cents;
  readonly rightCents: Cents;
};

/** The balance of an 835 as a report tells it. */
export type BalanceReport = Pick<BalanceProof, 'balances' | 'unreadableAmounts' | 'failed' | 'equations'> & {
  /** Of each kind there was, in the order reports have them. */
  readonly sums: readonly EquationSum[];
  /** Claim and line equations that hold and are not among `equations`: a stream does not keep them. */
  readonly leftOutCount: number;
};

/** Counts and sums equations by kind as they come. */
export class EquationSums {
  readonly #sums = new Map<BalanceEquationKind, { checked: number; failed: number; left: number; right: number }>();

  add({ kind, leftCents, rightCents, holds }: BalanceEquation): void {
    const sum = this.#sums.get(kind) ?? { checked: 0, failed: 0, left: 0, right: 0 };
    this.#sums.set(kind, sum);
    sum.checked += 1;
    if (!holds) sum.failed += 1;
    sum.left += leftCents;
    sum.right += rightCents;
  }

  get all(): EquationSum[] {
    return balanceEquationKinds.flatMap((kind) => {
      const sum = this.#sums.get(kind);
      if (sum === undefined) return [];
      return [
        {
          kind,
          checkedCount: sum.checked,
          failedCount: sum.failed,
          leftCents: withinRange(sum.left),
          rightCents: withinRange(sum.right),
        },
      ];
    });
  }
}

/** The report of a proof that has every equation. */
export function balanceReportOf({ balances, unreadableAmounts, failed, equations }: BalanceProof): BalanceReport {
  const sums = new EquationSums();
  for (const equation of equations) sums.add(equation);
  return { balances, unreadableAmounts, failed, equations, sums: sums.all, leftOutCount: 0 };
}
