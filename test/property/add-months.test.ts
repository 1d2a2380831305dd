import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addDays, addMonths, type PlainDate, plainDate } from '../../domain/kernel/plain-date.js';

const dates = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((days): PlainDate => addDays(plainDate('2000-01-01'), days));

test('months later is the day that the calendar library gives', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: -300, max: 300 }), (date, months) => {
      expect(addMonths(date, months)).toBe(Temporal.PlainDate.from(date).add({ months }).toString());
    }),
    { numRuns: 500 },
  );
  expect(addMonths(plainDate('0001-01-31'), -1)).toBe('0000-12-31');
});
