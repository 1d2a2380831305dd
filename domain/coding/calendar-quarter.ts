import { InvariantError } from '../kernel/invariant-error.js';
import type { PlainDate } from '../kernel/plain-date.js';

/** A calendar quarter as code releases name it: `2026q3`. Compares as text. */
export type CalendarQuarter = string & { readonly __brand: 'CalendarQuarter' };

function isCalendarQuarter(text: string): text is CalendarQuarter {
  return /^\d{4}q[1-4]$/.test(text);
}

/** Reads `2026q3` (or `2026Q3`); null for anything else. */
export function parseCalendarQuarter(text: string): CalendarQuarter | null {
  const lower = text.toLowerCase();
  return isCalendarQuarter(lower) ? lower : null;
}

/** The quarter in which a date lies. */
export function quarterOf(date: PlainDate): CalendarQuarter {
  const quarter = `${date.slice(0, 4)}q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
  if (!isCalendarQuarter(quarter)) throw new InvariantError('a plain date has a year and a month');
  return quarter;
}
