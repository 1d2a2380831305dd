import { addMonths, daysBetween, type PlainDate } from '../kernel/plain-date.js';

/** Spans of time in which a service counts one time. */
export type PeriodLength = 'seven_days' | 'thirty_days' | 'calendar_month' | 'six_months';

/** Codes of which one alone is billed in a period. */
export interface ServicePeriod {
  readonly codes: readonly string[];
  readonly length: PeriodLength;
  /** Whether only what the same clinician billed counts; else what anybody did for the patient. */
  readonly ofOneClinician?: true;
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

const chronicCare = ['99490', '99487', '99491', 'G0556', 'G0557', 'G0558'];

/**
 * Programmes of which one stands for a month of care: chronic care management or advanced primary care, whoever gave it,
 * and principal care beside them by the same clinician (verify); another clinician may give that.
 */
export const careMonth: ServicePeriod = {
  codes: [...chronicCare, '99424', '99426'],
  length: 'calendar_month',
  ofOneClinician: true,
};

/** Behavioral integration or collaborative care, by one clinician. */
export const behavioralCareMonth: ServicePeriod = {
  codes: ['99484', '99492', '99493'],
  length: 'calendar_month',
  ofOneClinician: true,
};

/** First management codes; further time of the month has its add-on. */
export const monthlyPeriods: readonly ServicePeriod[] = [
  { codes: ['99457', '99470'], length: 'calendar_month' },
  { codes: ['98980', '98979'], length: 'calendar_month' },
  { codes: chronicCare, length: 'calendar_month' },
  careMonth,
  ...['99424', '99426', '99484'].map((code): ServicePeriod => {
    return { codes: [code], length: 'calendar_month' };
  }),
  { codes: ['99492', '99493'], length: 'calendar_month' },
  behavioralCareMonth,
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
