import { Database } from '../../db/database.js';
import type { BusinessClock } from '../../domain/kernel/business-clock.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { StartConfig } from '../../gateways/config/config.js';
import { businessNow, wallMillisNow } from '../../gateways/config/process-clock.js';
import { type OrphanGuard, startOrphanGuard } from '../../gateways/provision/orphan-guard.js';
import { demonstrationPractice } from '../demonstration/demonstration-practice.js';
import { type ClockKeeper, openClock } from '../supervise/clock-keeper.js';
import { endFormerRun } from '../supervise/former-run.js';
import { type Home, openHome } from '../supervise/home.js';
import { openLogFile } from '../supervise/log-file.js';
import { nodeService, type RunningNode } from '../supervise/node-service.js';
import { type Platform, startPlatform } from '../supervise/platform.js';
import { openPortBook, type PortBook } from '../supervise/port-book.js';
import { type RunEnvironment, writeRunEnvironment } from '../supervise/run-environment.js';
import type { Service } from '../supervise/service.js';
import { takeHome } from '../supervise/single-instance.js';
import { createSupervisor, type Supervisor, type SupervisorEvent } from '../supervise/supervisor.js';
import { withOwnPorts } from '../supervise/with-own-ports.js';
import { clockRateOf } from './default-clock-rate.js';
import type { KeptApiKey } from './kept-api-key.js';
import { openDemonstrationPractice } from './open-demonstration-practice.js';
import { startSimulator } from './start-simulator.js';

export interface ProductOptions {
  readonly config: StartConfig;
  /** Decides what simulated payers answer. */
  readonly seed: string;
  /** What the business clock reads at the very first start; the wall clock's time when not given. */
  readonly firstInstant?: Instant | undefined;
  readonly processEnvironment: NodeJS.ProcessEnv;
  /** What is being done, for the person who waits. */
  readonly log: (line: string) => void;
  readonly onEvent: (event: SupervisorEvent) => void;
  /** Ends the start, or what is started, early. */
  readonly stop: AbortSignal;
}

/** The product, with all its processes running. */
export interface RunningProduct {
  readonly home: Home;
  readonly clock: BusinessClock;
  readonly db: Database;
  readonly apiUrl: string;
  readonly temporalUiUrl: string | undefined;
  /** Real-time service of the simulated clearinghouse; undefined with a real one. */
  readonly simulatorUrl: string | undefined;
  /** The demonstration practice; undefined with a real clearinghouse, which gets no made-up claims. */
  readonly practice: KeptApiKey | undefined;
  /** Stops all processes in good order. */
  stop(): Promise<void>;
}

/** Starts every process of the product, or those that run nowhere else; what a killed run left behind is ended first. */
export async function startProduct(options: ProductOptions): Promise<RunningProduct> {
  const ground = await takeGround(options);
  const onStop = () => void ground.supervisor.stop();
  options.stop.addEventListener('abort', onStop);
  try {
    options.stop.throwIfAborted();
    return await startOn(ground, options);
  } catch (error) {
    await ground.leave();
    throw error;
  } finally {
    options.stop.removeEventListener('abort', onStop);
  }
}

/** Until about then nobody works, so no deadline may come nearer: for this long a fast business clock stands still. */
const usualStartMillis = 12_000;

/** What one run of the product holds on its state folder. */
interface Ground {
  readonly home: Home;
  readonly supervisor: Supervisor;
  readonly clock: BusinessClock;
  readonly ports: PortBook;
  /** Stops what runs and lets the folder go. */
  leave(): Promise<void>;
}

async function takeGround({ config, firstInstant, log, onEvent }: ProductOptions): Promise<Ground> {
  const home = openHome(config.home);
  const release = takeHome(home);
  let guard: OrphanGuard | undefined;
  let keeper: ClockKeeper | undefined;
  try {
    const leftOver = await endFormerRun(home);
    if (leftOver.length > 0) log(`ended what an earlier run had left: ${leftOver.join(', ')}`);
    guard = startOrphanGuard();
    const supervisor = createSupervisor({ home, guard, onEvent });
    const clockOptions = { home, rate: clockRateOf(config), standsStillMillis: usualStartMillis, wallMillisNow };
    keeper = openClock(firstInstant === undefined ? clockOptions : { ...clockOptions, firstInstant });
    const held = { guard, keeper };
    const leave = async () => {
      await supervisor.stop();
      held.keeper.close();
      held.guard.close();
      release();
    };
    return { home, supervisor, clock: keeper.clock, ports: openPortBook(home), leave };
  } catch (error) {
    keeper?.close();
    guard?.close();
    release();
    throw error;
  }
}

async function startOn(ground: Ground, options: ProductOptions): Promise<RunningProduct> {
  const { home, supervisor, ports, clock } = ground;
  const { config, processEnvironment, log } = options;
  const details = openLogFile(home.logs, 'start');
  log('starting PostgreSQL and Temporal');
  const platform = await startPlatform({
    ...{ config, home, supervisor, ports, clock, processEnvironment },
    log: (line) => {
      details.write(line);
      if (/temporal/i.test(line)) log(line);
    },
  });
  details.close();
  const db = new Database({ url: platform.appUrl, onIdleError: () => undefined });
  const stop = async () => {
    await db.close();
    await ground.leave();
  };
  try {
    return { ...(await startProcesses(ground, options, platform, db)), stop };
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function startProcesses(
  ground: Ground,
  options: ProductOptions,
  platform: Platform,
  db: Database,
): Promise<Omit<RunningProduct, 'stop'>> {
  const { home, supervisor, ports, clock } = ground;
  const { config, log } = options;
  const common = { ...withoutOwner(options.processEnvironment), ...platform.environment, TELECLAIM_SUPERVISED: '1' };
  const isSimulated = config.clearinghouse.kind === 'simulator';
  const practice = isSimulated ? await openDemonstrationPractice(db, home, businessNow(clock)) : undefined;
  const { seed } = options;
  const { submitterId } = demonstrationPractice;
  if (isSimulated) log('starting the simulated clearinghouse and payers');
  const clearinghouse = isSimulated
    ? await startSimulator({ home, supervisor, ports, environment: common, seed, submitterId })
    : {};
  const environment = { ...common, ...clearinghouse };
  log('starting worker and API');
  const [port] = await Promise.all([
    withOwnPorts(async () => await startApi(ground, config, environment)),
    supervisor.add(productService('worker', environment)),
  ]);
  const api = apiVariables(config, port);
  writeRunEnvironment(home, { ...platform.environment, ...clearinghouse, ...api, ...uiVariable(platform) });
  return {
    ...{ home, clock, db, practice },
    apiUrl: apiUrlOf(config.api.host, port),
    temporalUiUrl: platform.temporalUiUrl,
    simulatorUrl: isSimulated ? clearinghouse['CLEARINGHOUSE_HTTP_URL'] : undefined,
  };
}

/** Starts the API and gives its port. */
async function startApi(
  { supervisor, ports }: Ground,
  config: StartConfig,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const port = config.api.port ?? (await ports.choose('api', 8080));
  await supervisor.add(productService('api', { ...environment, ...apiVariables(config, port) }));
  return port;
}

function apiVariables(config: StartConfig, port: number): RunEnvironment {
  return { TELECLAIM_API_HOST: config.api.host, TELECLAIM_API_PORT: String(port) };
}

function productService(name: 'worker' | 'api', environment: NodeJS.ProcessEnv): Service<RunningNode> {
  return nodeService({ name, main: new URL(`../../${name}/main.ts`, import.meta.url), environment });
}

/** The owner's address is for migrations alone: no running process gets it. */
function withoutOwner(processEnvironment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_OWNER_URL: _ownerUrl, ...rest } = processEnvironment;
  return rest;
}

function uiVariable({ temporalUiUrl }: Platform): RunEnvironment {
  return temporalUiUrl === undefined ? {} : { TELECLAIM_TEMPORAL_UI_URL: temporalUiUrl };
}

/** Where this computer reaches an API that listens on a host; one that listens everywhere is reached on loopback. */
export function apiUrlOf(host: string, port: number | string): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
