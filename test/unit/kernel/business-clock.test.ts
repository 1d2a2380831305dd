import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BusinessClock,
  businessAt,
  realTimeClock,
  reanchorAfterStop,
  wallMillisAt,
  wallMillisUntil,
} from '../../../domain/kernel/business-clock.js';
import { addMillis, dayMillis, instant, instantMillis } from '../../../domain/kernel/instant.js';

const start = Date.parse('2026-01-05T08:00:00Z');
/** One business day in two seconds. */
const fast: BusinessClock = { anchorWallMillis: start, anchorBusinessMillis: start, rate: 43_200 };

test('at rate 1 business time is wall time', () => {
  expect(businessAt(realTimeClock, start)).toBe('2026-01-05T08:00:00.000Z');
});

test('a demonstration day passes in two seconds', () => {
  expect(businessAt(fast, start + 2_000)).toBe('2026-01-06T08:00:00.000Z');
  expect(wallMillisUntil(fast, instant('2026-01-05T08:00:00Z'), instant('2026-01-06T08:00:00Z'))).toBe(2_000);
});

test('before its anchor a clock stands still', () => {
  expect(businessAt(fast, start - 60_000)).toBe('2026-01-05T08:00:00.000Z');
});

test('a moment that has passed needs no wait', () => {
  expect(wallMillisUntil(fast, instant('2026-01-06T08:00:00Z'), instant('2026-01-05T08:00:00Z'))).toBe(0);
});

const clocks = fc.record({
  anchorWallMillis: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  anchorBusinessMillis: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  rate: fc.constantFrom(1, 2, 60, 1_440, 43_200, 0.5),
});

test('a timer of the computed length never ends before the business moment it waits for', () => {
  fc.assert(
    fc.property(
      clocks,
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 1, max: 400 * dayMillis }),
      (clock, after, wait) => {
        const now = clock.anchorWallMillis + after;
        const from = businessAt(clock, now);
        const due = addMillis(from, wait);
        const atEnd = businessAt(clock, now + wallMillisUntil(clock, from, due));
        expect(instantMillis(atEnd)).toBeGreaterThanOrEqual(instantMillis(due));
        expect(instantMillis(businessAt(clock, wallMillisAt(clock, due)))).toBeGreaterThanOrEqual(instantMillis(due));
      },
    ),
  );
});

test('a fast clock goes on after a stop from the moment at which it stopped', () => {
  const stoppedAtWallMillis = start + 10_000;
  const resumedAtWallMillis = stoppedAtWallMillis + 8 * 3_600_000;
  const resumed = reanchorAfterStop(fast, { stoppedAtWallMillis, resumedAtWallMillis });
  expect(businessAt(resumed, resumedAtWallMillis)).toBe(businessAt(fast, stoppedAtWallMillis));
  expect(businessAt(resumed, resumedAtWallMillis + 2_000)).toBe(businessAt(fast, stoppedAtWallMillis + 2_000));
});

test('a real-time clock does not lose the time of a stop', () => {
  const stop = { stoppedAtWallMillis: start, resumedAtWallMillis: start + dayMillis };
  expect(reanchorAfterStop(realTimeClock, stop)).toEqual(realTimeClock);
});

test('a clock can change its rate at a stop without a jump', () => {
  const stop = { stoppedAtWallMillis: start + 2_000, resumedAtWallMillis: start + 60_000, rate: 1 };
  const slow = reanchorAfterStop(fast, stop);
  expect(businessAt(slow, start + 60_000)).toBe('2026-01-06T08:00:00.000Z');
  expect(businessAt(slow, start + 61_000)).toBe('2026-01-06T08:00:01.000Z');
});
