import type { Clock } from '../activities/ports.js';
import { type BusinessClock, wallMillisUntil } from '../domain/kernel/business-clock.js';
import { businessNow } from '../gateways/config/process-clock.js';

/** The business clock of this process. */
export function createClock(clock: BusinessClock): Clock {
  return {
    now: () => businessNow(clock),
    wallMillisUntil: (due) => wallMillisUntil(clock, businessNow(clock), due),
  };
}
