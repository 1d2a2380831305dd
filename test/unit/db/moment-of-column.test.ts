import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentOfColumn } from '../../../db/moment-of-column.js';

const offsets = ['+00', '-05', '+05:30'] as const;

test('every moment that PostgreSQL writes is the instant that a Date makes of it', () => {
  const millis = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) });
  fc.assert(
    fc.property(millis, fc.stringMatching(/^\d{0,6}$/), fc.constantFrom(...offsets), (at, digits, offset) => {
      const wall = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
      const text = `${wall}${digits === '' ? '' : `.${digits}`}${offset}`;
      expect(momentOfColumn(text)).toBe(new Date(text).toISOString());
    }),
  );
});

test('what is below a millisecond is cut off', () => {
  expect(momentOfColumn('2026-03-16 15:00:00.129999+00')).toBe('2026-03-16T15:00:00.129Z');
  expect(momentOfColumn('2026-03-16 15:00:00+00')).toBe('2026-03-16T15:00:00.000Z');
  expect(() => momentOfColumn('infinity')).toThrow(RangeError);
});
