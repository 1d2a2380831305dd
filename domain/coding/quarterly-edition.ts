import type { PlainDate } from '../kernel/plain-date.js';
import { type CalendarQuarter, quarterOf } from './calendar-quarter.js';

/** One load of a quarter's official file: a corrected file becomes the next revision, and those before it stay. */
export interface QuarterlyEdition {
  readonly quarter: CalendarQuarter;
  readonly revision: number;
}

/** What answers for a date of service. `exact` is false when the date's own quarter is not loaded and a neighbour serves. */
export type EditionInUse<E extends QuarterlyEdition = QuarterlyEdition> =
  | { readonly kind: 'loaded'; readonly edition: E; readonly exact: boolean }
  | { readonly kind: 'built_in' };

/**
 * The edition for a date: that of its quarter; else the next later one, whose pairs carry their own dates; else the newest
 * earlier one, since tables change little from quarter to quarter; else the built-in subset. `editions` may have any order.
 */
export function editionFor<E extends QuarterlyEdition>(editions: readonly E[], date: PlainDate): EditionInUse<E> {
  const quarter = quarterOf(date);
  const [first, ...rest] = editions;
  if (first === undefined) return { kind: 'built_in' };
  const edition = rest.reduce((best, other) => (isNearer(other, best, quarter) ? other : best), first);
  return { kind: 'loaded', edition, exact: edition.quarter === quarter };
}

function isNearer(one: QuarterlyEdition, best: QuarterlyEdition, quarter: CalendarQuarter): boolean {
  if (one.quarter === best.quarter) return one.revision > best.revision;
  const [oneIsAhead, bestIsAhead] = [one.quarter >= quarter, best.quarter >= quarter];
  if (oneIsAhead !== bestIsAhead) return oneIsAhead;
  return oneIsAhead ? one.quarter < best.quarter : one.quarter > best.quarter;
}

/** The edition in words, for traces: `2026q3`, `2026q3 revision 2 (in place of 2026q4)`, `built-in subset`. */
export function editionText(inUse: EditionInUse, date: PlainDate): string {
  if (inUse.kind === 'built_in') return 'built-in subset';
  const { quarter, revision } = inUse.edition;
  const revised = revision === 1 ? quarter : `${quarter} revision ${revision}`;
  return inUse.exact ? revised : `${revised} (in place of ${quarterOf(date)})`;
}
