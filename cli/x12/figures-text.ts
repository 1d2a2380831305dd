import { formatDollars } from '../../domain/kernel/cents.js';
import { withinRange } from '../../domain/x12/sum-within-range.js';

/** Both sides of a sum that is wrong, and how far they are apart. */
export function figuresText(statedCents: number, computedCents: number): string {
  const difference = formatDollars(withinRange(statedCents - computedCents));
  return `${formatDollars(withinRange(statedCents))} stated, ${formatDollars(withinRange(computedCents))} from its parts, off by ${difference}`;
}
