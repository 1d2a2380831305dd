import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../db/database.js';
import type { StartConfig } from '../../gateways/config/config.js';
import { loadStartConfig } from '../../gateways/config/load-config.js';
import { startOrphanGuard } from '../../gateways/provision/orphan-guard.js';
import { endFormerRun } from '../supervise/former-run.js';
import { type Home, openHome } from '../supervise/home.js';
import { runningPid } from '../supervise/pid-file.js';
import { startDatabase } from '../supervise/platform.js';
import { openPortBook } from '../supervise/port-book.js';
import { readRunEnvironment } from '../supervise/run-environment.js';
import { takeHome } from '../supervise/single-instance.js';
import { createSupervisor } from '../supervise/supervisor.js';
import { UsageError } from '../text/usage-error.js';

export interface WithDatabaseOptions {
  /** Makes the embedded database when the state folder has none yet; otherwise that is an error. */
  readonly create?: boolean;
}

/**
 * Does something with the product's database: the one that DATABASE_URL names, that of the product that runs, or the
 * embedded one, which is started for as long as it takes.
 */
export async function withDatabase<T>(
  use: (db: Database, home: Home) => Promise<T>,
  options: WithDatabaseOptions = {},
): Promise<T> {
  const config = loadStartConfig();
  if (config.database.kind === 'external') return await using(config.database.appUrl, openHome(config.home), use);
  const isNew = !existsSync(join(config.home, 'postgres'));
  if (isNew && options.create !== true) {
    throw new UsageError(`there is nothing in ${config.home} yet: run teleclaim start first, or set TELECLAIM_HOME`);
  }
  const home = openHome(config.home);
  const runningUrl = runningDatabaseUrl(home);
  return runningUrl === undefined ? await withEmbedded(config, home, use) : await using(runningUrl, home, use);
}

/** The database of the product that runs on this home; undefined when none does. */
function runningDatabaseUrl(home: Home): string | undefined {
  return runningPid(home.run, 'postgres') === undefined ? undefined : readRunEnvironment(home)?.['DATABASE_URL'];
}

async function withEmbedded<T>(
  config: StartConfig,
  home: Home,
  use: (db: Database, home: Home) => Promise<T>,
): Promise<T> {
  const release = takeHome(home);
  const guard = startOrphanGuard();
  const supervisor = createSupervisor({ home, guard });
  try {
    await endFormerRun(home);
    const ports = openPortBook(home);
    const { appUrl } = await startDatabase({ config, home, supervisor, ports, log: () => undefined });
    return await using(appUrl, home, use);
  } finally {
    await supervisor.stop();
    guard.close();
    release();
  }
}

async function using<T>(url: string, home: Home, use: (db: Database, home: Home) => Promise<T>): Promise<T> {
  const db = new Database({ url, maxConnections: 4, onIdleError: () => undefined });
  try {
    return await use(db, home);
  } finally {
    await db.close();
  }
}
