/** A `timestamptz` as PostgreSQL writes it (`2026-03-16 15:00:00.12+00`) as an ISO instant with milliseconds; what lies below them is cut off. */
export function momentOfColumn(text: string): string {
  return isPlainUtc(text)
    ? `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).slice(0, 3).padEnd(3, '0')}Z`
    : new Date(text).toISOString();
}

/** The common form, in UTC and with a year of four digits: lists hold thousands of them, and taking a text apart is quicker than a `Date`. */
function isPlainUtc(text: string): boolean {
  return text.endsWith('+00') && text[4] === '-' && text[10] === ' ' && (text[19] === '+' || text[19] === '.');
}
