import { type EditionInUse, editionFor, type QuarterlyEdition } from '../../coding/quarterly-edition.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { builtInUnitLimits } from './built-in-unit-limits.js';

/**
 * A medically unlikely edit: most units of a code. Adjudication indicator 1 judges each line by itself; 2 (policy) and
 * 3 (clinical) judge all lines of the code on one day together.
 */
export interface UnitLimit {
  readonly code: string;
  readonly unitsMax: number;
  readonly adjudicationIndicator: 1 | 2 | 3;
  readonly rationale?: string | undefined;
}

/** The limits of one loaded quarter. */
export interface QuarterUnitLimits extends QuarterlyEdition {
  readonly limits: readonly UnitLimit[];
}

/** Looks up the most units of a code on a date of service; null when there is no limit. */
export interface UnitLimitSet {
  find(code: string, dateOfService: PlainDate): UnitLimit | null;
  inUse(dateOfService: PlainDate): EditionInUse;
}

/** The limits of loaded quarters; without any, the built-in subset. */
export function buildUnitLimitSet(quarters: readonly QuarterUnitLimits[]): UnitLimitSet {
  const loaded = quarters.map(({ quarter, revision, limits }) => ({ quarter, revision, byCode: byCodeOf(limits) }));
  const inUse = (date: PlainDate) => editionFor(loaded, date);
  return {
    inUse,
    find(code, date) {
      const found = inUse(date);
      return (found.kind === 'loaded' ? found.edition.byCode : builtInByCode).get(code) ?? null;
    },
  };
}

function byCodeOf(limits: readonly UnitLimit[]): ReadonlyMap<string, UnitLimit> {
  return new Map(limits.map((limit) => [limit.code, limit]));
}

const builtInByCode = byCodeOf(builtInUnitLimits);

/** The built-in subset alone. */
export const builtInUnitLimitSet: UnitLimitSet = buildUnitLimitSet([]);
