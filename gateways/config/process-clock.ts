import { type BusinessClock, businessAt } from '../../domain/kernel/business-clock.js';
import type { Instant } from '../../domain/kernel/instant.js';

/** Milliseconds since 1970 by the machine's clock: the one place that reads it for the business. */
export function wallMillisNow(): number {
  return Date.now();
}

/** The business moment now. */
export function businessNow(clock: BusinessClock): Instant {
  return businessAt(clock, wallMillisNow());
}
