import type { BusinessClock } from '../domain/kernel/business-clock.js';
import { hourMillis } from '../domain/kernel/instant.js';

const minuteMillis = hourMillis / 60;

/** How often things happen, in wall milliseconds: business intervals by the clock’s rate, never so short that the machine does nothing else. */
export type WallIntervals = {
  /** Between two looks into the clearinghouse’s mailbox. */
  readonly mailboxPollMillis: number;
  /** How long a route gathers claims before it makes a file. */
  readonly gatherMillis: number;
};

export function wallIntervals(clock: BusinessClock): WallIntervals {
  return {
    mailboxPollMillis: Math.max(1_000, Math.round((5 * minuteMillis) / clock.rate)),
    gatherMillis: Math.max(500, Math.round((15 * minuteMillis) / clock.rate)),
  };
}
