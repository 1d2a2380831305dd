import { type Cents, cents } from '../kernel/cents.js';

/** A sum that stops at the largest exact number: absurd amounts of a broken file make no report fail. */
export function saturatingSum(amounts: Iterable<number>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(Math.min(Math.max(total, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER));
}
