import { addDays, isoWeekday, type PlainDate, plainDate } from './plain-date.js';

/** Days on which payers and banks don't work: weekends and the federal holidays with the observed-day rule (5 U.S.C. 6103). */
export function isBusinessDay(date: PlainDate): boolean {
  return isoWeekday(date) <= 5 && !federalHolidays(Number(date.slice(0, 4))).has(date);
}

/** The date that many business days later (or earlier, for a negative count); zero gives the first business day from `date` on. */
export function addBusinessDays(date: PlainDate, businessDays: number): PlainDate {
  const step = businessDays < 0 ? -1 : 1;
  let current = date;
  while (!isBusinessDay(current)) current = addDays(current, step);
  for (let left = Math.abs(businessDays); left > 0; left -= 1) {
    do current = addDays(current, step);
    while (!isBusinessDay(current));
  }
  return current;
}

const holidaysByYear = new Map<number, ReadonlySet<PlainDate>>();

/** Observed federal holidays that fall in a calendar year, with next New Year's Day when it is kept on 31 December. */
export function federalHolidays(year: number): ReadonlySet<PlainDate> {
  const known = holidaysByYear.get(year);
  if (known !== undefined) return known;
  const holidays = new Set(
    [...actualHolidays(year), dayOf(year + 1, 1, 1)].map(observed).filter((date) => date.startsWith(`${year}-`)),
  );
  holidaysByYear.set(year, holidays);
  return holidays;
}

function actualHolidays(year: number): PlainDate[] {
  return [
    dayOf(year, 1, 1),
    nthWeekday(year, 1, 1, 3),
    nthWeekday(year, 2, 1, 3),
    lastMonday(year, 5),
    ...(year >= 2021 ? [dayOf(year, 6, 19)] : []),
    dayOf(year, 7, 4),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 10, 1, 2),
    dayOf(year, 11, 11),
    nthWeekday(year, 11, 4, 4),
    dayOf(year, 12, 25),
  ];
}

function observed(date: PlainDate): PlainDate {
  const weekday = isoWeekday(date);
  if (weekday === 6) return addDays(date, -1);
  return weekday === 7 ? addDays(date, 1) : date;
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): PlainDate {
  const first = dayOf(year, month, 1);
  return addDays(first, ((weekday - isoWeekday(first) + 7) % 7) + 7 * (nth - 1));
}

function lastMonday(year: number, month: number): PlainDate {
  const last = addDays(dayOf(year, month + 1, 1), -1);
  return addDays(last, 1 - isoWeekday(last));
}

function dayOf(year: number, month: number, day: number): PlainDate {
  return plainDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}
