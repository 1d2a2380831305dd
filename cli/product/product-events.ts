import { describeExit } from '../../gateways/provision/server-process.js';
import type { SupervisorEvent } from '../supervise/supervisor.js';

/** What happened to a process, for the person at the terminal; undefined for what goes without saying. */
export function eventLine(event: SupervisorEvent): string | undefined {
  switch (event.kind) {
    case 'started':
      return event.restarts === 0 ? undefined : `${event.name} runs again (process ${event.pid})`;
    case 'exited':
      return `${event.name} has ended (${describeExit(event.exit)}); it starts again`;
    case 'start-failed':
      return `${event.name} did not start; trying again in ${(event.restartInMillis / 1000).toFixed(1)} s (its log says why)`;
    case 'stopped':
      return undefined;
  }
}
