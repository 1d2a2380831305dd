import type { ProcessHooks, RunningProcess } from '../../gateways/provision/server-process.js';

/** One process of the product: how to start it, again and again. */
export interface Service<Process extends RunningProcess = RunningProcess> {
  /** Names its pid file and log. */
  readonly name: string;
  /** Starts it and resolves when it is ready to work; rejects when it ended before. */
  start(hooks: ProcessHooks): Promise<Process>;
}
