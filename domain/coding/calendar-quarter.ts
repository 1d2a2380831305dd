import type { PlainDate } from '../kernel/plain-date.js';

/** A calendar quarter as code releases name it: `2026q3`. Compares as text. */
export type CalendarQuarter = string & { readonly __brand: 'CalendarQuarter' };

/** Reads `2026q3` (or `2026Q3`); null for anything else. */
export function parseCalendarQuarter(text: string): CalendarQuarter | null {
  const lower = text.toLowerCase();
  return /^20\d{2}q[1-4]$/.test(lower) ? (lower as CalendarQuarter) : null;
}

/** The quarter in which a date lies. */
export function quarterOf(date: PlainDate): CalendarQuarter {
  const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
  return `${date.slice(0, 4)}q${quarter}` as CalendarQuarter;
}
