import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultLogger } from '@temporalio/worker';
import { createDatabase, setRolePassword } from '../../db/cluster.js';
import { migrate } from '../../db/migrate.js';
import { loadStartConfig } from '../../gateways/config/load-config.js';
import { openKeyRing } from '../../gateways/encryption/key-ring.js';
import { type RunningPostgres, startEmbeddedPostgres } from '../../gateways/provision/embedded-postgres.js';
import { startOrphanGuard } from '../../gateways/provision/orphan-guard.js';
import { appRole } from '../../gateways/provision/postgres-cluster.js';
import type { ProcessHooks } from '../../gateways/provision/server-process.js';
import { findTemporalBinary } from '../../gateways/provision/temporal-binary.js';
import { startTemporalServer } from '../../gateways/provision/temporal-server.js';
import { bundleWorkflows } from '../../worker/bundle.js';
import type { TestServices } from './services.js';

const templateDatabase = 'template';

const temporalNamespace = 'teleclaim-test';

/** What the integration tests share, running. */
export interface RunningTestServices {
  readonly services: TestServices;
  stop(): Promise<void>;
}

/** Starts PostgreSQL with a migrated template, a Temporal dev server and the workflow bundle. Nothing outlives `stop`. */
export async function startTestServices(): Promise<RunningTestServices> {
  const folder = await mkdtemp(join(tmpdir(), 'teleclaim-test-'));
  await chmod(folder, 0o711);
  const guard = startOrphanGuard();
  const servers = [
    startMigratedPostgres(folder, { onSpawn: guard.watch }),
    startTemporal({ onSpawn: guard.watch }),
  ] as const;
  const stopAll = async () => {
    const started = await Promise.allSettled(servers);
    await Promise.all(started.map(async (server) => server.status === 'fulfilled' && (await server.value.stop())));
    guard.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const [postgres, temporal, workflowBundleFile] = await Promise.all([...servers, writeBundle(folder)]);
    const keyRingFile = join(folder, 'keys.json');
    await openKeyRing({ file: keyRingFile });
    const services = {
      templateUrl: postgres.ownerUrl(templateDatabase),
      appPassword: postgres.appPassword,
      temporalAddress: temporal.address,
      temporalNamespace,
      workflowBundleFile,
      keyRingFile,
    };
    return { services, stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function startMigratedPostgres(folder: string, hooks: ProcessHooks): Promise<RunningPostgres> {
  const postgres = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    passwordFile: join(folder, 'postgres.json'),
    durable: false,
    hooks,
  });
  await createDatabase(postgres.ownerUrl('postgres'), templateDatabase);
  await migrate(postgres.ownerUrl(templateDatabase));
  await setRolePassword(postgres.ownerUrl('postgres'), appRole, postgres.appPassword);
  return postgres;
}

async function startTemporal(hooks: ProcessHooks) {
  const { cacheFolder } = loadStartConfig();
  const program = await findTemporalBinary({ environment: process.env, cacheFolder, log: console.log });
  return await startTemporalServer({ program, namespace: temporalNamespace, ui: false, hooks });
}

async function writeBundle(folder: string): Promise<string> {
  const file = join(folder, 'workflow-bundle.js');
  const { code } = await bundleWorkflows({ logger: new DefaultLogger('WARN') });
  await writeFile(file, code);
  return file;
}
