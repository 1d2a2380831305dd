import { type Cents, cents } from '../kernel/cents.js';

/** A sum that stops at the largest exact number: absurd amounts of a broken file fail their equation, they don't throw. */
export function sumWithinRange(amounts: Iterable<number>): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return withinRange(sum);
}

/** An amount worked out by plain arithmetic, cut to the largest exact number. */
export function withinRange(amount: number): Cents {
  return cents(Math.min(Math.max(amount, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER));
}
