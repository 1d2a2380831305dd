import { type PlainDate, yearOf } from '../kernel/plain-date.js';

/**
 * Whether an earlier service lies in the three years before a visit, in which a patient is established (CPT E/M guidelines;
 * Pub. 100-04 ch. 12 §30.6.7). One of the same day three years ago still counts.
 */
export function isInNewPatientWindow(earlier: PlainDate, visit: PlainDate): boolean {
  return earlier < visit && earlier >= threeYearsBefore(visit);
}

/** As text: of a leap day there is no such day, and the comparison holds all the same. */
function threeYearsBefore(date: PlainDate): string {
  return `${yearOf(date) - 3}${date.slice(4)}`;
}
