import { expect, test } from 'vitest';
import {
  addMillis,
  dayMillis,
  instant,
  instantFromMillis,
  instantMillis,
  plainDateAt,
  startOfDay,
} from '../../../domain/kernel/instant.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';

test('a moment given with an offset is kept in UTC to the millisecond', () => {
  expect(instant('2026-03-10T22:30:00-04:00')).toBe('2026-03-11T02:30:00.000Z');
  expect(instant('2026-03-11T02:30:00.123456Z')).toBe('2026-03-11T02:30:00.123Z');
});

test.each([
  '2026-03-10',
  '2026-03-10T10:00:00',
  'yesterday',
  '',
  '2026-02-30T10:00:00.000Z',
  '2026-03-10T25:00:00.000Z',
])('%j is no moment', (text) => {
  expect(() => instant(text)).toThrow(RangeError);
});

test('moments and milliseconds are the same thing', () => {
  const at = instant('2026-03-11T02:30:00Z');
  expect(instantFromMillis(instantMillis(at))).toBe(at);
  expect(addMillis(at, dayMillis)).toBe('2026-03-12T02:30:00.000Z');
});

test('late in the evening it is still the same day where the practice is', () => {
  const at = instant('2026-03-11T02:30:00Z');
  expect(plainDateAt(at)).toBe('2026-03-11');
  expect(plainDateAt(at, 'America/New_York')).toBe('2026-03-10');
});

test('a day begins at local midnight, also when the clocks change', () => {
  expect(startOfDay(plainDate('2026-03-08'), 'America/New_York')).toBe('2026-03-08T05:00:00.000Z');
  expect(startOfDay(plainDate('2026-03-09'), 'America/New_York')).toBe('2026-03-09T04:00:00.000Z');
  expect(startOfDay(plainDate('2026-03-09'))).toBe('2026-03-09T00:00:00.000Z');
});
