import type { OrphanGuard } from '../../gateways/provision/orphan-guard.js';
import type { ProcessExit, RunningProcess } from '../../gateways/provision/server-process.js';
import type { Home } from './home.js';
import type { Service } from './service.js';
import { type KeptService, keepRunning } from './keep-running.js';

/** What happens to a service, for the terminal and the supervisor's own log. */
export type SupervisorEvent =
  | { readonly kind: 'started'; readonly name: string; readonly pid: number; readonly restarts: number }
  | { readonly kind: 'exited'; readonly name: string; readonly exit: ProcessExit; readonly restartInMillis: number }
  | { readonly kind: 'start-failed'; readonly name: string; readonly reason: string; readonly restartInMillis: number }
  | { readonly kind: 'stopped'; readonly name: string };

export interface SupervisorOptions {
  readonly home: Home;
  readonly guard: OrphanGuard;
  readonly onEvent?: (event: SupervisorEvent) => void;
  /** Wait before the first restart; it doubles with each further one, up to the longest. */
  readonly firstBackoffMillis?: number;
  readonly longestBackoffMillis?: number;
}

/** Keeps services running: whichever dies is started again, after a wait that grows while it keeps dying. */
export interface Supervisor {
  /** Starts a service; resolves with its first process when that is ready, rejects when it fails. From then on it is kept running. */
  add<Process extends RunningProcess>(service: Service<Process>): Promise<Process>;
  /** Stops all in reverse order of their start. Can be called again. */
  stop(): Promise<void>;
}

/** Starts with no service. The caller holds the home's lock. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const kept: KeptService<RunningProcess>[] = [];
  let stopping: Promise<void> | undefined;
  const stopAll = async () => {
    for (const service of kept.toReversed()) await service.stop();
  };
  return {
    add: async (service) => {
      if (stopping !== undefined) throw new Error(`${service.name} is not started: the product is being stopped`);
      const one = keepRunning(service, options);
      kept.push(one);
      return await one.ready;
    },
    stop: async () => {
      stopping ??= stopAll();
      await stopping;
    },
  };
}
