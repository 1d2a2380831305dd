import { expect, test } from 'vitest';
import { openClock, readKeptClock } from '../../../cli/supervise/clock-keeper.js';
import { openHome } from '../../../cli/supervise/home.js';
import { businessAt } from '../../../domain/kernel/business-clock.js';
import { instant } from '../../../domain/kernel/instant.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const rate = 43_200;
const start = Date.parse('2026-06-01T12:00:00Z');

test('a demonstration goes on after a night without power where it was', () => {
  const home = openHome(temporaryFolder());
  let now = start;
  const wallMillisNow = () => now;
  const first = openClock({ home, rate, firstInstant: instant('2026-01-01T00:00:00Z'), wallMillisNow });
  expect(businessAt(first.clock, now)).toBe('2026-01-01T00:00:00.000Z');
  now += 20_000;
  first.close();
  now += 8 * 3_600_000;
  const second = openClock({ home, rate, wallMillisNow });
  second.close();
  expect(Date.parse(businessAt(second.clock, now)) - Date.parse('2026-01-11T00:00:00Z')).toBeLessThanOrEqual(
    500 * rate,
  );
});

test('after a kill the business never reads an earlier moment than before', () => {
  const home = openHome(temporaryFolder());
  let now = start;
  const wallMillisNow = () => now;
  const killed = openClock({ home, rate, wallMillisNow });
  now += 499;
  const lastSeen = businessAt(killed.clock, now);
  now += 1_000;
  const next = openClock({ home, rate, wallMillisNow });
  expect(businessAt(next.clock, now) >= lastSeen).toBe(true);
  killed.close();
  next.close();
});

test('production time is wall time, whatever was stopped and for how long', () => {
  const home = openHome(temporaryFolder());
  let now = start;
  openClock({ home, rate: 1, wallMillisNow: () => now }).close();
  now += 3_600_000;
  const { clock, close } = openClock({ home, rate: 1, wallMillisNow: () => now });
  close();
  expect(businessAt(clock, now)).toBe('2026-06-01T13:00:00.000Z');
});

test('a fast clock stands still while the product starts, and is killed meanwhile without losing a moment', () => {
  const home = openHome(temporaryFolder());
  let now = start;
  const options = { home, rate, standsStillMillis: 10_000, wallMillisNow: () => now };
  const killed = openClock({ ...options, firstInstant: instant('2026-01-01T00:00:00Z') });
  now += 4_000;
  expect(businessAt(killed.clock, now)).toBe('2026-01-01T00:00:00.000Z');
  const next = openClock(options);
  now += 12_000;
  expect(businessAt(next.clock, now)).toBe('2026-01-02T00:00:00.000Z');
  killed.close();
  next.close();
});

test('the moment last noted can be read while nothing runs', () => {
  const home = openHome(temporaryFolder());
  let now = start;
  expect(readKeptClock(home, now)).toBeUndefined();
  const clock = openClock({ home, rate, firstInstant: instant('2026-01-01T00:00:00Z'), wallMillisNow: () => now });
  now += 2_000;
  clock.close();
  now += 3_600_000;
  expect(readKeptClock(home, now)).toBe('2026-01-02T00:00:00.000Z');
});
