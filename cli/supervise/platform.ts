import type { BusinessClock } from '../../domain/kernel/business-clock.js';
import { createDatabase, setRolePassword } from '../../db/cluster.js';
import { migrate } from '../../db/migrate.js';
import type { StartConfig } from '../../gateways/config/config.js';
import { defaultTemporalNamespace } from '../../gateways/config/temporal-connection.js';
import { openKeyRing } from '../../gateways/encryption/key-ring.js';
import { appRole } from '../../gateways/provision/postgres-cluster.js';
import { findTemporalBinary } from '../../gateways/provision/temporal-binary.js';
import type { Home } from './home.js';
import type { PortBook } from './port-book.js';
import { postgresService } from './postgres-service.js';
import type { RunEnvironment } from './run-environment.js';
import type { Supervisor } from './supervisor.js';
import { temporalService } from './temporal-service.js';
import { withOwnPorts } from './with-own-ports.js';

export interface PlatformOptions {
  readonly config: StartConfig;
  readonly home: Home;
  readonly supervisor: Supervisor;
  readonly ports: PortBook;
  readonly clock: BusinessClock;
  /** The API's codec server, with which the Temporal UI shows payloads. */
  readonly codecEndpoint?: string;
  readonly processEnvironment: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
}

/** What every process of the product stands on. */
export interface Platform {
  /** Addresses, home and clock as variables for `loadConfig` of the processes that follow; the clearinghouse is not among them. */
  readonly environment: RunEnvironment;
  readonly appUrl: string;
  /** undefined when an external database came without its owner's URL: then it must be migrated already. */
  readonly ownerUrl: string | undefined;
  readonly temporalUiUrl: string | undefined;
}

/** Starts or finds PostgreSQL and Temporal, side by side, migrates the database and opens the key ring. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { config, home, clock } = options;
  const [database, temporal] = await Promise.all([
    startDatabase(options),
    startTemporal(options),
    openKeyRing(config.keyRing),
  ]);
  const environment = {
    TELECLAIM_HOME: home.folder,
    TELECLAIM_LOG_LEVEL: config.logLevel,
    TELECLAIM_CLOCK_RATE: String(clock.rate),
    TELECLAIM_CLOCK_ANCHOR: `${clock.anchorWallMillis}:${clock.anchorBusinessMillis}`,
    DATABASE_URL: database.appUrl,
    ...temporal.environment,
  };
  return { environment, ...database, temporalUiUrl: temporal.uiUrl };
}

/** Starts or finds PostgreSQL alone and migrates it; gives the addresses of its two roles. */
export async function startDatabase({
  config,
  home,
  supervisor,
  ports,
  log,
}: Pick<PlatformOptions, 'config' | 'home' | 'supervisor' | 'ports' | 'log'>): Promise<
  Pick<Platform, 'appUrl' | 'ownerUrl'>
> {
  if (config.database.kind === 'external') {
    const { appUrl, ownerUrl } = config.database;
    if (ownerUrl !== undefined) await migrateExternal(ownerUrl, appUrl, log);
    return { appUrl, ownerUrl };
  }
  const postgres = await withOwnPorts(
    async () => await supervisor.add(postgresService(home, await ports.choose('postgres', 15_432))),
  );
  await createDatabase(postgres.ownerUrl('postgres'), 'teleclaim');
  const ownerUrl = postgres.ownerUrl('teleclaim');
  await migrate(ownerUrl, { log });
  await setRolePassword(ownerUrl, appRole, postgres.appPassword);
  return { appUrl: postgres.appUrl('teleclaim'), ownerUrl };
}

/** Brings a database of the user's own to the newest schema, and lets our role log in with the password of its URL. */
export async function migrateExternal(ownerUrl: string, appUrl: string, log: (line: string) => void): Promise<void> {
  await migrate(ownerUrl, { log });
  const { username, password } = new URL(appUrl);
  if (username === appRole && password !== '') await setRolePassword(ownerUrl, appRole, decodeURIComponent(password));
}

async function startTemporal(options: PlatformOptions) {
  const { config, home, supervisor, ports, processEnvironment, log } = options;
  if (config.temporal.kind === 'external') return { environment: {}, uiUrl: undefined };
  const program = await findTemporalBinary({ environment: processEnvironment, cacheFolder: config.cacheFolder, log });
  const namespace = processEnvironment['TEMPORAL_NAMESPACE'] ?? defaultTemporalNamespace;
  const { codecEndpoint } = options;
  const temporal = await withOwnPorts(async () => {
    const [port, uiPort] = [await ports.choose('temporal', 7233), await ports.choose('temporal-ui', 8233)];
    return await supervisor.add(temporalService({ home, program, namespace, port, uiPort, codecEndpoint }));
  });
  return { environment: { TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: namespace }, uiUrl: temporal.uiUrl };
}
