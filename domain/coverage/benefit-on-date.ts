import type { PlainDate } from '../kernel/plain-date.js';
import type { Benefit } from '../x12/271/eligibility-response.js';

/** DTP01 of single days: the last day of something; any other single day is its first. */
const lastDays: readonly string[] = ['347', '349', '357'];

/** Whether a benefit's own dates have the day; one without dates always counts. */
export function isBenefitOn({ dates }: Pick<Benefit, 'dates'>, day: PlainDate): boolean {
  return dates.every(({ qualifier, period: { from, to } }) => {
    if (lastDays.includes(qualifier)) return day <= to;
    return from <= day && (from === to || day <= to);
  });
}
