import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, setRolePassword } from '../../db/cluster.js';
import { migrate } from '../../db/migrate.js';
import { loadStartConfig } from '../../gateways/config/load-config.js';
import { startEmbeddedPostgres } from '../../gateways/provision/embedded-postgres.js';
import { startOrphanGuard } from '../../gateways/provision/orphan-guard.js';
import { appRole } from '../../gateways/provision/postgres-cluster.js';
import { findTemporalBinary } from '../../gateways/provision/temporal-binary.js';
import { startTemporalServer } from '../../gateways/provision/temporal-server.js';

export type BenchServices = {
  readonly folder: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  stop(): Promise<void>;
};

/** A durable PostgreSQL and a Temporal dev server on a file, as `teleclaim start` runs them, for one benchmark. */
export async function startBenchServices(options: { readonly temporal: boolean }): Promise<BenchServices> {
  const folder = await mkdtemp(join(tmpdir(), 'teleclaim-bench-'));
  await chmod(folder, 0o711);
  const guard = startOrphanGuard();
  const hooks = { onSpawn: guard.watch };
  const postgres = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    passwordFile: join(folder, 'postgres.json'),
    hooks,
  });
  await createDatabase(postgres.ownerUrl('postgres'), 'bench');
  await migrate(postgres.ownerUrl('bench'));
  await setRolePassword(postgres.ownerUrl('postgres'), appRole, postgres.appPassword);
  const namespace = 'teleclaim';
  const temporal = options.temporal ? await startTemporal(folder, namespace, hooks) : undefined;
  return {
    folder,
    appUrl: postgres.appUrl('bench'),
    ownerUrl: postgres.ownerUrl('bench'),
    temporalAddress: temporal?.address ?? '',
    namespace,
    stop: async () => {
      await temporal?.stop();
      await postgres.stop();
      guard.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startTemporal(
  folder: string,
  namespace: string,
  hooks: { readonly onSpawn: ReturnType<typeof startOrphanGuard>['watch'] },
) {
  const { cacheFolder } = loadStartConfig();
  const program = await findTemporalBinary({ environment: process.env, cacheFolder, log: console.error });
  return startTemporalServer({ program, namespace, databaseFile: join(folder, 'temporal.db'), ui: false, hooks });
}
