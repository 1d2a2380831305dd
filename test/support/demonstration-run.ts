import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readKeptApiKey } from '../../cli/product/kept-api-key.js';
import { openDemonstrationPlan } from '../../cli/product/demonstration-plan.js';
import { type Home, openHome } from '../../cli/supervise/home.js';
import { runningPid } from '../../cli/supervise/pid-file.js';
import { readRunEnvironment } from '../../cli/supervise/run-environment.js';
import { Database, type Queryable } from '../../db/database.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import type { Fault } from '../../simulator/servers/fault.js';

const program = fileURLToPath(new URL('../../bin/teleclaim.mjs', import.meta.url));

/** Every run shows the same visits, one or two of each scripted kind. A day lasts two seconds: on a quicker clock a slow machine lets filing limits pass that the run is not about. */
const plan = { seed: 'chaos', visits: 24, today: plainDate('2026-01-12') } as const;
const clockRate = 43_200;

export type ServiceName = 'postgres' | 'temporal' | 'simulator' | 'worker' | 'api';

/** True when the moment has come. */
export type Moment = (query: Queryable) => Promise<boolean>;

const faultsSchema = z.object({ faults: z.array(z.unknown()) });

const linesKept = 60;
const momentMillis = 150_000;
const lookMillis = 4;

/** `start --once` of the demonstration as a process of its own on a state folder, with all its services as real processes. */
export class DemonstrationRun {
  readonly home: Home;
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  readonly #exited: Promise<number | null>;
  #isOver = false;
  #db: { readonly url: string; readonly database: Database } | undefined;

  private constructor(folder: string, faults: readonly Fault[]) {
    this.home = openHome(folder);
    openDemonstrationPlan(this.home, plan);
    const { seed, visits, today } = plan;
    const options = ['--seed', seed, '--visits', String(visits), '--date', today, '--rate', String(clockRate)];
    this.#child = spawn(process.execPath, [program, 'start', '--once', ...options], {
      env: { ...process.env, TELECLAIM_HOME: folder, SIMULATOR_FAULTS: JSON.stringify(faults), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#keep(text));
    }
    this.#exited = new Promise((resolve) => {
      this.#child.once('close', (code) => {
        this.#isOver = true;
        resolve(code);
      });
    });
  }

  /** Starts, or goes on with, the demonstration of a state folder. The simulator plays the faults from its start. */
  static start(folder: string, faults: readonly Fault[] = []): DemonstrationRun {
    return new DemonstrationRun(folder, faults);
  }

  /** Waits until the database shows a moment; a run that ends before, or takes too long, is a failure. */
  async reaches(what: string, moment: Moment): Promise<void> {
    await this.#until(what, () => this.#look(moment));
  }

  /** Waits until a service has a process, and ends that at once, as `kill -9` does. */
  async kill(name: ServiceName): Promise<void> {
    const pid = await this.#until(`${name} has a process`, () => runningPid(this.home.run, name));
    process.kill(pid, 'SIGKILL');
    await this.#until(`process ${pid} of ${name} is gone`, () => runningPid(this.home.run, name) !== pid);
  }

  /** Ends the supervisor at once; waits until its services have followed it. */
  async killSupervisor(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended();
  }

  /** Tells the simulator to play a fault. */
  async play(fault: Fault): Promise<void> {
    await this.#desk('POST', fault);
  }

  /** Waits until no fault is in force any more: each has struck as often as it was to. */
  async faultsHaveStruck(): Promise<void> {
    await this.#until('the faults have struck', async () => (await this.#desk('GET')).length === 0);
  }

  async endFaults(): Promise<void> {
    await this.#desk('DELETE');
  }

  /** Waits for the end; it must be a good one. */
  async finish(): Promise<void> {
    const code = await this.#ended();
    if (code !== 0) throw new Error(`the run ended with code ${code}:\n${this.#lines.join('\n')}`);
  }

  /** Waits for the end, good or bad; true for a good one. */
  async ends(): Promise<boolean> {
    return (await this.#ended()) === 0;
  }

  /** Ends what still runs. Can be called again. */
  async stop(): Promise<void> {
    if (!this.#isOver) this.#child.kill('SIGTERM');
    await this.#ended();
  }

  async #ended(): Promise<number | null> {
    const code = await this.#exited;
    await this.#closeDatabase();
    return code;
  }

  async #look(moment: Moment): Promise<boolean> {
    const url = readRunEnvironment(this.home)?.['DATABASE_URL'];
    const practice = readKeptApiKey(this.home);
    if (url === undefined || practice === undefined) return false;
    // No answer from a database that was just killed, or that is only starting: not the moment, then.
    const database = await this.#databaseAt(url);
    return await database.read(practice.practiceId, moment).catch(() => false);
  }

  async #databaseAt(url: string): Promise<Database> {
    if (this.#db?.url !== url) {
      await this.#closeDatabase();
      this.#db = { url, database: new Database({ url, maxConnections: 1, onIdleError: () => undefined }) };
    }
    return this.#db.database;
  }

  async #closeDatabase(): Promise<void> {
    const open = this.#db;
    this.#db = undefined;
    await open?.database.close();
  }

  async #desk(method: 'GET' | 'POST' | 'DELETE', fault?: Fault): Promise<readonly unknown[]> {
    const url = await this.#until('the simulator has an address', () => this.#simulatorUrl());
    const request = fault === undefined ? { method } : { method, body: JSON.stringify(fault) };
    const response = await fetch(`${url}/admin/faults`, request);
    return faultsSchema.parse(await response.json()).faults;
  }

  #simulatorUrl(): string | undefined {
    return readRunEnvironment(this.home)?.['CLEARINGHOUSE_HTTP_URL'];
  }

  async #until<T>(what: string, ask: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
    for (const deadline = Date.now() + momentMillis; Date.now() < deadline; await delay(lookMillis)) {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      if (this.#isOver) throw new Error(`the run ended before: ${what}\n${this.#lines.join('\n')}`);
    }
    throw new Error(`not within ${momentMillis} ms: ${what}\n${this.#lines.join('\n')}`);
  }

  #keep(text: string): void {
    this.#lines.push(...text.trimEnd().split('\n'));
    this.#lines.splice(0, Math.max(0, this.#lines.length - linesKept));
  }
}
