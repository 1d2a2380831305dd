import { findApiKey } from '../../db/api-keys.js';
import { Database } from '../../db/database.js';
import { getPractice } from '../../db/practices.js';
import type { BusinessClock } from '../../domain/kernel/business-clock.js';
import { loadConfig, loadStartConfig } from '../../gateways/config/load-config.js';
import type { VisitApi } from '../intake/visit-api.js';
import { type Home, openHome } from '../supervise/home.js';
import { runningPid } from '../supervise/pid-file.js';
import { readRunEnvironment } from '../supervise/run-environment.js';
import { UsageError } from '../text/usage-error.js';
import { readKeptApiKey } from './kept-api-key.js';
import { eventLine } from './product-events.js';
import { apiUrlOf, startProduct } from './start-product.js';

/** Where visits go: the product that runs, or one that was started for it. */
export interface ImportTarget {
  readonly api: VisitApi;
  readonly db: Database;
  readonly practiceId: string;
  /** Of the practice, IANA name. */
  readonly timeZone: string;
  readonly clock: BusinessClock;
  readonly simulatorUrl: string | undefined;
  /** False when it was started for this import and ends with it. */
  readonly ranBefore: boolean;
  close(): Promise<void>;
}

interface TargetOptions {
  readonly log: (line: string) => void;
  readonly stop: AbortSignal;
}

/**
 * Finds the product: the API that TELECLAIM_API_URL names (with TELECLAIM_API_KEY and the addresses in the environment),
 * the one that runs on the state folder, or a new run without demonstration visits.
 */
export async function openImportTarget(options: TargetOptions): Promise<ImportTarget> {
  const { TELECLAIM_API_URL: namedUrl } = process.env;
  if (namedUrl !== undefined && namedUrl !== '') return await joinProduct(namedUrl, process.env, undefined);
  const home = openHome(loadStartConfig().home);
  const environment = runningPid(home.run, 'api') === undefined ? undefined : readRunEnvironment(home);
  if (environment === undefined) return await startForImport(options);
  const url = apiUrlOf(environment['TELECLAIM_API_HOST'] ?? '127.0.0.1', environment['TELECLAIM_API_PORT'] ?? '8080');
  return await joinProduct(url, { ...environment, ...process.env }, home);
}

async function joinProduct(url: string, environment: NodeJS.ProcessEnv, home: Home | undefined): Promise<ImportTarget> {
  const config = loadConfig(environment);
  const db = new Database({ url: config.database.appUrl, maxConnections: 4, onIdleError: () => undefined });
  try {
    const practice = await practiceOfKey(db, home);
    const close = async () => await db.close();
    return { ...practice, api: { url, key: practice.key }, db, clock: config.clock, ranBefore: true, close, ...none };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** A product that runs is not waited for, so nobody asks its payers either. */
const none = { simulatorUrl: undefined };

async function startForImport({ log, stop }: TargetOptions): Promise<ImportTarget> {
  const product = await startProduct({
    config: loadStartConfig(),
    seed: 'demo',
    processEnvironment: process.env,
    log,
    onEvent: (event) => {
      const line = eventLine(event);
      if (line !== undefined) log(line);
    },
    stop,
  });
  try {
    const { home, db, clock, simulatorUrl, apiUrl } = product;
    const practice = await practiceOfKey(db, home);
    const close = async () => await product.stop();
    return { ...practice, api: { url: apiUrl, key: practice.key }, db, clock, simulatorUrl, ranBefore: false, close };
  } catch (error) {
    await product.stop();
    throw error;
  }
}

async function practiceOfKey(db: Database, home: Home | undefined) {
  const key = process.env['TELECLAIM_API_KEY'] ?? (home === undefined ? undefined : readKeptApiKey(home)?.key);
  if (key === undefined) {
    throw new UsageError('no API key: set TELECLAIM_API_KEY (teleclaim key create makes one)');
  }
  const holder = await findApiKey(db, key);
  if (holder === null)
    throw new UsageError('the API key is unknown or revoked: set TELECLAIM_API_KEY to one that works');
  const { timeZone } = await db.read(holder.practiceId, (query) => getPractice(query, holder.practiceId));
  return { key, practiceId: holder.practiceId, timeZone };
}
