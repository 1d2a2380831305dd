import { realTimeClock } from '../../domain/kernel/business-clock.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { loadStartConfig } from '../../gateways/config/load-config.js';
import { businessNow, wallMillisNow } from '../../gateways/config/process-clock.js';
import { readKeptClock } from '../supervise/clock-keeper.js';
import { openHome } from '../supervise/home.js';

/** The business moment of the product on the state folder; one that does not run stands still at its last moment. */
export function readBusinessNow(): Instant {
  const kept = readKeptClock(openHome(loadStartConfig().home), wallMillisNow());
  return kept ?? businessNow(realTimeClock);
}
