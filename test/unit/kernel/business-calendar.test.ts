import { expect, test } from 'vitest';
import { addBusinessDays, federalHolidays, isBusinessDay } from '../../../domain/kernel/business-calendar.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';

test.each([
  ['2026-01-01', 'New Year’s Day'],
  ['2026-01-19', 'the third Monday of January'],
  ['2026-02-16', 'the third Monday of February'],
  ['2026-05-25', 'the last Monday of May'],
  ['2026-06-19', 'Juneteenth'],
  ['2026-07-03', 'Independence Day, kept on Friday since it falls on a Saturday'],
  ['2026-09-07', 'the first Monday of September'],
  ['2026-10-12', 'the second Monday of October'],
  ['2026-11-11', 'Veterans Day'],
  ['2026-11-26', 'the fourth Thursday of November'],
  ['2026-12-25', 'Christmas Day'],
])('%s is no business day: %s', (date) => {
  expect(isBusinessDay(plainDate(date))).toBe(false);
});

test('a New Year’s Day that falls on a Saturday is kept on the last day of the year before', () => {
  expect(isBusinessDay(plainDate('2021-12-31'))).toBe(false);
  expect(isBusinessDay(plainDate('2022-01-03'))).toBe(true);
  expect(federalHolidays(2021).has(plainDate('2021-12-31'))).toBe(true);
});

test('Juneteenth is a holiday from 2021 on', () => {
  expect([isBusinessDay(plainDate('2020-06-19')), isBusinessDay(plainDate('2021-06-18'))]).toEqual([true, false]);
});

test.each([
  ['2026-03-13', 1, '2026-03-16'],
  ['2026-03-14', 0, '2026-03-16'],
  ['2026-03-14', 1, '2026-03-17'],
  ['2026-11-25', 1, '2026-11-27'],
  ['2026-03-16', -1, '2026-03-13'],
  ['2026-03-15', 0, '2026-03-16'],
])('from %s, %i business days lead to %s', (from, days, expected) => {
  expect(addBusinessDays(plainDate(from), days)).toBe(expected);
});
