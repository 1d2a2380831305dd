import { expect, test } from 'vitest';
import { realTimeClock } from '../../../domain/kernel/business-clock.js';
import { wallIntervals } from '../../../worker/wall-intervals.js';

test('in production the mailbox is looked into every five minutes, and a route gathers for a quarter of an hour', () => {
  expect(wallIntervals(realTimeClock)).toEqual({ mailboxPollMillis: 300_000, gatherMillis: 900_000 });
});

test('a fast clock never makes the machine do nothing but look', () => {
  expect(wallIntervals({ ...realTimeClock, rate: 43_200 })).toEqual({ mailboxPollMillis: 1_000, gatherMillis: 500 });
});
