import { setTimeout as delay } from 'node:timers/promises';
import type { RunningProcess } from '../../gateways/provision/server-process.js';
import { type LogFile, openLogFile } from './log-file.js';
import { removePidFile, writePidFile } from './pid-file.js';
import { signalProcess } from './signal-process.js';
import type { Service } from './service.js';
import type { SupervisorEvent, SupervisorOptions } from './supervisor.js';

/** A service under supervision. */
export interface KeptService<Process extends RunningProcess> {
  /** The first process when it is ready; rejects when that start fails (then it is not kept running). */
  readonly ready: Promise<Process>;
  /** Ends it for good; waits for a start under way. */
  stop(): Promise<void>;
}

// A service that has worked this long died of something new: its waits begin small again.
const settledMillis = 30_000;

/** Starts a service and starts it again whenever it dies, until stopped. */
export function keepRunning<Process extends RunningProcess>(
  service: Service<Process>,
  options: SupervisorOptions,
): KeptService<Process> {
  const keeper = new Keeper(service, options);
  const started = keeper.start();
  const lived = started.then(
    async (process) => await keeper.live(process),
    () => undefined,
  );
  return {
    ready: started,
    stop: async () => {
      await keeper.end();
      await lived;
      keeper.close();
    },
  };
}

/** The state of one service under supervision: its process, from the moment of its spawn, and how often it was restarted. */
class Keeper<Process extends RunningProcess> {
  readonly #service: Service<Process>;
  readonly #options: SupervisorOptions;
  readonly #log: LogFile;
  readonly #stopped = new AbortController();
  #spawned: { readonly pid: number; readonly stopSignal: NodeJS.Signals } | undefined;
  #running: RunningProcess | undefined;
  #restarts = 0;

  constructor(service: Service<Process>, options: SupervisorOptions) {
    this.#service = service;
    this.#options = options;
    this.#log = openLogFile(options.home.logs, service.name);
  }

  async start(): Promise<Process> {
    const onSpawn = (pid: number, stopSignal: NodeJS.Signals) => this.#noteSpawn(pid, stopSignal);
    try {
      const process = await this.#service.start({ onLine: this.#log.write, onSpawn });
      this.#running = process;
      if (this.#stopped.signal.aborted) await process.stop();
      else this.#tell({ kind: 'started', name: this.#service.name, pid: process.pid, restarts: this.#restarts });
      return process;
    } catch (error) {
      this.#noteGone();
      throw error;
    }
  }

  async live(first: RunningProcess): Promise<void> {
    for (let process: RunningProcess | undefined = first; process !== undefined; process = await this.#startAgain()) {
      const startedAt = Date.now();
      const exit = await process.exited;
      this.#noteGone();
      if (this.#stopped.signal.aborted) return;
      if (Date.now() - startedAt > settledMillis) this.#restarts = 0;
      const restartInMillis = this.#backoffMillis();
      this.#tell({ kind: 'exited', name: this.#service.name, exit, restartInMillis });
      await this.#wait(restartInMillis);
    }
  }

  /** Ends the process, or the one that is only just starting. */
  async end(): Promise<void> {
    this.#stopped.abort();
    if (this.#running !== undefined) await this.#running.stop();
    else if (this.#spawned !== undefined) signalProcess(this.#spawned.pid, this.#spawned.stopSignal);
  }

  close(): void {
    this.#log.close();
    this.#tell({ kind: 'stopped', name: this.#service.name });
  }

  async #startAgain(): Promise<RunningProcess | undefined> {
    while (!this.#stopped.signal.aborted) {
      this.#restarts += 1;
      try {
        return await this.start();
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const restartInMillis = this.#backoffMillis();
        this.#log.write(`supervisor: ${reason}`);
        if (this.#stopped.signal.aborted) return undefined;
        this.#tell({ kind: 'start-failed', name: this.#service.name, reason, restartInMillis });
        await this.#wait(restartInMillis);
      }
    }
    return undefined;
  }

  #noteSpawn(pid: number, stopSignal: NodeJS.Signals): void {
    if (this.#spawned !== undefined) this.#options.guard.forget(this.#spawned.pid);
    this.#spawned = { pid, stopSignal };
    this.#options.guard.watch(pid, stopSignal);
    writePidFile(this.#options.home.run, this.#service.name, pid, stopSignal);
    if (this.#stopped.signal.aborted) signalProcess(pid, stopSignal);
  }

  #noteGone(): void {
    if (this.#spawned !== undefined) this.#options.guard.forget(this.#spawned.pid);
    this.#spawned = undefined;
    this.#running = undefined;
    removePidFile(this.#options.home.run, this.#service.name);
  }

  #backoffMillis(): number {
    const { firstBackoffMillis = 250, longestBackoffMillis = 10_000 } = this.#options;
    return Math.min(longestBackoffMillis, firstBackoffMillis * 2 ** Math.min(this.#restarts, 20));
  }

  async #wait(millis: number): Promise<void> {
    await delay(millis, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
  }

  #tell(event: SupervisorEvent): void {
    this.#options.onEvent?.(event);
  }
}
