import { addCents, type Cents, formatDollars, subtractCents } from '../../domain/kernel/cents.js';
import type { MoneyTotals } from './snapshot.js';

/** What insurance has not yet settled: billed less everything that explains it. */
export function openCents(totals: MoneyTotals): Cents {
  return subtractCents(totals.billedCents, addCents(totals.paidCents, totals.adjustedCents, totals.patientCents));
}

export function moneyLine(totals: MoneyTotals): string {
  const parts: readonly (readonly [name: string, amount: Cents])[] = [
    ['billed', totals.billedCents],
    ['paid', totals.paidCents],
    ['adjusted', totals.adjustedCents],
    ['patient', totals.patientCents],
    ['open', openCents(totals)],
  ];
  return parts.map(([name, amount]) => `${name} ${formatDollars(amount)}`).join('   ');
}
