import { Temporal } from 'temporal-polyfill';
import { err, ok, type Result } from './result.js';

/** A calendar date without time or zone, as `YYYY-MM-DD`: dates of service, birth, remittance. Compares as text. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

/** Reads `YYYY-MM-DD` of a day that exists. */
export function parsePlainDate(text: string): Result<PlainDate, string> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return err('a date must be written YYYY-MM-DD');
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return isDayOfCalendar(year, month, day) ? ok(text as PlainDate) : err('no such day in the calendar');
}

/** Plain arithmetic, since remittances of many thousand claims hold a date on every other line. */
function isDayOfCalendar(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (month !== 2) return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
  return day <= (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28);
}

/** The date written in code or read from a checked column; throws RangeError on anything else. */
export function plainDate(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed.ok) throw new RangeError(parsed.error);
  return parsed.value;
}

/** Each claim is checked against many dates: plain arithmetic for years of four digits, the calendar for what is beyond. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return (
    dateOfDayNumber(dayNumberOf(date) + days) ?? (Temporal.PlainDate.from(date).add({ days }).toString() as PlainDate)
  );
}

/** Days since 1 March of the year 0 in the Gregorian calendar; years begin in March, so that the leap day is their last. */
function dayNumberOf(date: PlainDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8)) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear;
}

const daysIn400Years = 146_097;

function dateOfDayNumber(dayNumber: number): PlainDate | undefined {
  if (!Number.isInteger(dayNumber) || dayNumber < 0) return undefined;
  const era = Math.floor(dayNumber / daysIn400Years);
  const dayOfEra = dayNumber - era * daysIn400Years;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return year > 9999 ? undefined : (`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as PlainDate);
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}

/** Adds months, keeping to the last day of a shorter month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  // Each claim's filing limit is one of these: plain arithmetic, but for what has no year of four digits.
  const isPlain = Number.isInteger(months) && year >= 1 && year <= 9999;
  if (!isPlain) return Temporal.PlainDate.from(date).add({ months }).toString() as PlainDate;
  const month = count - year * 12 + 1;
  let day = Number(date.slice(8));
  while (!isDayOfCalendar(year, month, day)) day -= 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate;
}

/** Days from `start` to `end`; negative when `end` is earlier. */
export function daysBetween(start: PlainDate, end: PlainDate): number {
  return dayNumberOf(end) - dayNumberOf(start);
}

/** Completed years from `birth` to `on`; who is born on 29 February completes a year on 1 March of a common one. */
export function yearsBetween(birth: PlainDate, on: PlainDate): number {
  if (on < birth) return -yearsBetween(on, birth);
  return yearOf(on) - yearOf(birth) - (on.slice(5) < birth.slice(5) ? 1 : 0);
}

/** Day of the week, Monday 1 to Sunday 7 (ISO 8601). */
export function isoWeekday(date: PlainDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** `20260105` for X12 (element type DT, D8). */
export function formatX12Date(date: PlainDate): string {
  if (date.length !== 10) return date.replaceAll('-', '');
  return date.slice(0, 4) + date.slice(5, 7) + date.slice(8);
}

/** Reads CCYYMMDD of a day that exists. */
export function parseX12Date(text: string): Result<PlainDate, string> {
  if (!/^\d{8}$/.test(text)) return err('a date must be written CCYYMMDD');
  return parsePlainDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`);
}
