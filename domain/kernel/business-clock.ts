import { type Instant, instantFromMillis, instantMillis } from './instant.js';

/**
 * Maps wall time to business time: up to `anchorWallMillis` of wall time the business reads `anchorBusinessMillis`, and
 * from there `rate` business milliseconds pass in each wall millisecond. Production runs at rate 1.
 */
export interface BusinessClock {
  readonly anchorWallMillis: number;
  readonly anchorBusinessMillis: number;
  readonly rate: number;
}

/** Business time equals wall time. */
export const realTimeClock: BusinessClock = Object.freeze({ anchorWallMillis: 0, anchorBusinessMillis: 0, rate: 1 });

function businessMillis(clock: BusinessClock, wallMillis: number): number {
  return clock.anchorBusinessMillis + Math.max(0, wallMillis - clock.anchorWallMillis) * clock.rate;
}

/** The business moment at a count of wall milliseconds since 1970. */
export function businessAt(clock: BusinessClock, wallMillis: number): Instant {
  return instantFromMillis(Math.floor(businessMillis(clock, wallMillis)));
}

/** The first whole wall millisecond at which the business clock has reached a moment. */
export function wallMillisAt(clock: BusinessClock, at: Instant): number {
  return clock.anchorWallMillis + Math.ceil((instantMillis(at) - clock.anchorBusinessMillis) / clock.rate);
}

/** How many wall milliseconds to wait from one business moment to another; 0 when it has passed already. */
export function wallMillisUntil(clock: BusinessClock, from: Instant, due: Instant): number {
  return Math.max(0, Math.ceil((instantMillis(due) - instantMillis(from)) / clock.rate));
}

/** When the product stopped and when it ran again, in wall milliseconds, and the rate from then on. */
export interface ClockStop {
  readonly stoppedAtWallMillis: number;
  readonly resumedAtWallMillis: number;
  readonly rate?: number;
}

/**
 * The clock after a stop. A clock that runs at rate 1 before and after keeps real time; any other goes on from the
 * moment at which it stopped, so that a night without power is not decades of business time.
 */
export function reanchorAfterStop(clock: BusinessClock, stop: ClockStop): BusinessClock {
  const rate = stop.rate ?? clock.rate;
  if (clock.rate === 1 && rate === 1) return clock;
  return {
    anchorWallMillis: stop.resumedAtWallMillis,
    anchorBusinessMillis: Math.floor(businessMillis(clock, stop.stoppedAtWallMillis)),
    rate,
  };
}
