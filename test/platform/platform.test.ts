import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Home, openHome } from '../../cli/supervise/home.js';
import { type Platform, startPlatform } from '../../cli/supervise/platform.js';
import { openPortBook } from '../../cli/supervise/port-book.js';
import { runningPid } from '../../cli/supervise/pid-file.js';
import { createSupervisor, type Supervisor } from '../../cli/supervise/supervisor.js';
import { realTimeClock } from '../../domain/kernel/business-clock.js';
import { loadStartConfig } from '../../gateways/config/load-config.js';
import { startOrphanGuard } from '../../gateways/provision/orphan-guard.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const patience = { timeout: 60_000, interval: 50 };

/** Ports of its own: other tests take the preferred ones as soon as they are free. */
async function ownPorts(folder: string): Promise<void> {
  const ports = openPortBook(openHome(folder));
  for (const name of ['postgres', 'temporal', 'temporal-ui']) await ports.choose(name);
}

async function start(folder: string): Promise<{ home: Home; supervisor: Supervisor; platform: Platform }> {
  const home = openHome(folder);
  const guard = startOrphanGuard();
  const supervisor = createSupervisor({ home, guard, firstBackoffMillis: 10 });
  onTestFinished(async () => {
    await supervisor.stop();
    guard.close();
  });
  const { TELECLAIM_CACHE, XDG_CACHE_HOME, HOME, PATH, TEMPORAL_CLI_PATH } = process.env;
  const processEnvironment = { TELECLAIM_HOME: folder, TELECLAIM_CACHE, XDG_CACHE_HOME, HOME, PATH, TEMPORAL_CLI_PATH };
  const platform = await startPlatform({
    config: loadStartConfig(processEnvironment),
    home,
    supervisor,
    ports: openPortBook(home),
    clock: realTimeClock,
    processEnvironment,
    log: () => undefined,
  });
  return { home, supervisor, platform };
}

async function killAndAwaitNext(home: Home, name: string): Promise<void> {
  const killed = runningPid(home.run, name);
  if (killed === undefined) throw new Error(`${name} does not run`);
  process.kill(killed, 'SIGKILL');
  await vi.waitFor(() => expect([undefined, killed]).not.toContain(runningPid(home.run, name)), patience);
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function withTemporal<T>(platform: Platform, use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: platform.environment['TEMPORAL_ADDRESS'] ?? '' });
  try {
    return await use(new Client({ connection, namespace: platform.environment['TEMPORAL_NAMESPACE'] ?? '' }));
  } finally {
    await connection.close();
  }
}

async function openWorkflows(platform: Platform): Promise<string[]> {
  return await withTemporal(platform, async (client) => {
    const { status, workflowId } = await client.workflow.getHandle('waiting').describe();
    return status.name === 'RUNNING' ? [workflowId] : [];
  });
}

test('database and Temporal keep what they hold over kill -9 and over a stop, under the same addresses', async () => {
  const folder = temporaryFolder();
  await ownPorts(folder);
  const { home, supervisor, platform } = await start(folder);
  const { ownerUrl = '', appUrl } = platform;
  await query(ownerUrl, "create table kept as select 'here' as state; grant select on kept to teleclaim_app");
  await withTemporal(
    platform,
    async (client) => await client.workflow.start('none', { workflowId: 'waiting', taskQueue: 'none' }),
  );

  await Promise.all([killAndAwaitNext(home, 'postgres'), killAndAwaitNext(home, 'temporal')]);
  await vi.waitFor(
    async () => expect(await query(appUrl, 'select state from kept')).toEqual([{ state: 'here' }]),
    patience,
  );
  await vi.waitFor(async () => expect(await openWorkflows(platform)).toEqual(['waiting']), patience);

  await supervisor.stop();
  const again = await start(folder);
  expect(again.platform.environment).toEqual(platform.environment);
  expect(await query(again.platform.appUrl, 'select state from kept')).toEqual([{ state: 'here' }]);
  expect(await openWorkflows(again.platform)).toEqual(['waiting']);
});
