import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  formatX12Date,
  isoWeekday,
  parsePlainDate,
  parseX12Date,
  plainDate,
  yearOf,
  yearsBetween,
} from '../../../domain/kernel/plain-date.js';

test.each([
  '2026-02-29',
  '2100-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '26-01-01',
  '2026-1-1',
  '2026-01-01T00:00',
  '',
])('%j is no day of the calendar', (text) => {
  expect(parsePlainDate(text).ok).toBe(false);
  expect(() => plainDate(text)).toThrow(RangeError);
});

test.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s is a day of the calendar', (text) => {
  expect(parsePlainDate(text)).toEqual({ ok: true, value: text });
});

test('days are counted over months, leap days and years', () => {
  expect(addDays(plainDate('2024-02-28'), 2)).toBe('2024-03-01');
  expect(addDays(plainDate('2026-01-01'), -1)).toBe('2025-12-31');
  expect(daysBetween(plainDate('2025-12-31'), plainDate('2026-03-01'))).toBe(60);
  expect(daysBetween(plainDate('2026-03-01'), plainDate('2025-12-31'))).toBe(-60);
});

test('a month after the last day of a longer one ends with the shorter', () => {
  expect(addMonths(plainDate('2026-01-31'), 1)).toBe('2026-02-28');
  expect(addMonths(plainDate('2026-03-31'), -1)).toBe('2026-02-28');
});

test('a year of life is complete on the birthday', () => {
  expect(yearsBetween(plainDate('1960-03-11'), plainDate('2026-03-10'))).toBe(65);
  expect(yearsBetween(plainDate('1960-03-10'), plainDate('2026-03-10'))).toBe(66);
});

test('weeks begin on Monday', () => {
  expect([isoWeekday(plainDate('2026-03-09')), isoWeekday(plainDate('2026-03-15'))]).toEqual([1, 7]);
});

test('X12 writes a date as eight digits and gets it back', () => {
  expect(formatX12Date(plainDate('2026-01-05'))).toBe('20260105');
  expect(parseX12Date('20260105')).toEqual({ ok: true, value: '2026-01-05' });
  expect(yearOf(plainDate('2026-01-05'))).toBe(2026);
});

test.each(['20260229', '2026015', '202601051', '2026-1-5', ''])('%j is no date of X12', (text) => {
  expect(parseX12Date(text).ok).toBe(false);
});
