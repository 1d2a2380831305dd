import type { PlainDate } from '../kernel/plain-date.js';

/** An NCCI procedure-to-procedure edit: `secondary` is not paid beside `primary`, save with a modifier where one is allowed. */
export interface CodePair {
  readonly primary: string;
  readonly secondary: string;
  /** NCCI modifier indicator 1 (true) or 0 (false). */
  readonly modifierAllowed: boolean;
}

/** The CMS tables of code pairs (NCCI PTP) and units (MUE) for practitioners, as loaded from their quarterly files. */
export interface CodeEditTables {
  /** The pair of two codes in either order, in force on the date; null when there is none. */
  pair(oneCode: string, otherCode: string, dateOfService: PlainDate): CodePair | null;
  /** The most units of a code for one patient and day; null when the table has no line for it. */
  maximumUnits(code: string, dateOfService: PlainDate): number | null;
}
