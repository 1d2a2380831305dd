import { addMonths, daysBetween, type PlainDate } from '../kernel/plain-date.js';

/** Spans of time in which a service counts one time. */
export type PeriodLength = 'seven_days' | 'thirty_days' | 'calendar_month' | 'six_months';

/** Codes of which one alone is billed in a period. */
export interface ServicePeriod {
  readonly codes: readonly string[];
  readonly length: PeriodLength;
}

/** One digital visit stands for the exchange of seven days, by whatever band of minutes. */
export const digitalVisitPeriods: readonly ServicePeriod[] = [
  { codes: ['99421', '99422', '99423'], length: 'seven_days' },
  { codes: ['98970', '98971', '98972'], length: 'seven_days' },
];

/** Device supply by its short or long code, for one organ system; and the review of data. */
export const deviceSupplyPeriods: readonly ServicePeriod[] = [
  { codes: ['99445', '99454'], length: 'thirty_days' },
  { codes: ['98984', '98976'], length: 'thirty_days' },
  { codes: ['98985', '98977'], length: 'thirty_days' },
  { codes: ['98986', '98978'], length: 'thirty_days' },
  { codes: ['99091'], length: 'thirty_days' },
];

/** First management codes; further time of the month has its add-on. */
export const monthlyPeriods: readonly ServicePeriod[] = [
  { codes: ['99457', '99470'], length: 'calendar_month' },
  { codes: ['98980', '98979'], length: 'calendar_month' },
  ...['99490', '99491', '99487', '99424', '99426', '99484'].map((code): ServicePeriod => {
    return { codes: [code], length: 'calendar_month' };
  }),
  { codes: ['99492', '99493'], length: 'calendar_month' },
  { codes: ['G0556', 'G0557', 'G0558'], length: 'calendar_month' },
];

export const riskAssessmentPeriods: readonly ServicePeriod[] = [{ codes: ['G0136'], length: 'six_months' }];

/** Days to each side on which another service can lie in the same period; the longest six months have 184. */
export const periodDays: Readonly<Record<PeriodLength, number>> = {
  seven_days: 6,
  thirty_days: 29,
  calendar_month: 30,
  six_months: 183,
};

/** Whether two dates of service lie in one period of this length. */
export function inOnePeriod(length: PeriodLength, one: PlainDate, other: PlainDate): boolean {
  const [earlier, later] = one <= other ? [one, other] : [other, one];
  switch (length) {
    case 'seven_days':
    case 'thirty_days':
      return daysBetween(earlier, later) <= periodDays[length];
    case 'calendar_month':
      return earlier.slice(0, 7) === later.slice(0, 7);
    case 'six_months':
      return later < addMonths(earlier, 6);
  }
}
