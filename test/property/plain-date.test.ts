import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  formatX12Date,
  type PlainDate,
  parsePlainDate,
  parseX12Date,
  plainDate,
  yearsBetween,
} from '../../domain/kernel/plain-date.js';

const dates = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((days): PlainDate => addDays(plainDate('2000-01-01'), days));

test('a day exists exactly when the calendar says so', () => {
  const two = (number: number) => String(number).padStart(2, '0');
  const written = fc
    .tuple(fc.integer({ min: 1600, max: 2600 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
    .map(([year, month, day]) => ({ year, month, day, text: `${year}-${two(month)}-${two(day)}` }));
  const exists = (date: { year: number; month: number; day: number }) => {
    try {
      Temporal.PlainDate.from(date, { overflow: 'reject' });
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(written, (date) => {
      expect(parsePlainDate(date.text).ok).toBe(exists(date));
    }),
    { numRuns: 500 },
  );
});

test('dates compare as their text does, and adding their difference leads from one to the other', () => {
  fc.assert(
    fc.property(dates, dates, (first, second) => {
      const days = daysBetween(first, second);
      expect(addDays(first, days)).toBe(second);
      expect(Math.sign(days)).toBe(first < second ? 1 : first > second ? -1 : 0);
    }),
  );
});

test('every date reads back from X12', () => {
  fc.assert(
    fc.property(dates, (date) => {
      expect(parseX12Date(formatX12Date(date))).toEqual({ ok: true, value: date });
    }),
  );
});

test('days and years are counted as the calendar counts them', () => {
  fc.assert(
    fc.property(dates, dates, fc.integer({ min: -50_000, max: 50_000 }), (first, second, days) => {
      const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(second)];
      expect(addDays(first, days)).toBe(from.add({ days }).toString());
      expect(daysBetween(first, second)).toBe(from.until(to, { largestUnit: 'days' }).days);
      if (first <= second) expect(yearsBetween(first, second)).toBe(from.until(to, { largestUnit: 'years' }).years);
    }),
    { numRuns: 1_000 },
  );
});
