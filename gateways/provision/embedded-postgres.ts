import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, portFreed } from './free-port.js';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import {
  appRole,
  openCluster,
  openPasswords,
  ownerRole,
  type PostgresPasswords,
  postmasterPid,
  serverUser,
} from './postgres-cluster.js';
import { describeExit, type ProcessHooks, type RunningProcess, spawnServer } from './server-process.js';

export interface EmbeddedPostgresOptions {
  /** Holds the cluster; made at first start. */
  readonly folder: string;
  /** Holds the roles' passwords (mode 0600); made at first start. */
  readonly passwordFile: string;
  /** The port to take when it is free; else another one is chosen. */
  readonly port?: number | undefined;
  /** false gives up safety against power loss for speed: for tests. */
  readonly durable?: boolean;
  readonly hooks?: ProcessHooks;
}

/** An embedded PostgreSQL that accepts connections on loopback. */
export interface RunningPostgres extends RunningProcess {
  readonly port: number;
  readonly appPassword: string;
  /** Connection URL of the owner role (superuser: migrations and provisioning only). */
  ownerUrl(database: string): string;
  /** Connection URL of the application's role, which row-level security binds. */
  appUrl(database: string): string;
}

/** Starts the server, making or recovering its cluster as needed; resolves when it accepts connections. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<RunningPostgres> {
  const durable = options.durable ?? true;
  const binaries = await findPostgresBinaries({ asOtherUser: serverUser() !== undefined });
  const passwords = await openPasswords(options.passwordFile);
  const data = await openCluster(options.folder, binaries, { passwords, durable });
  const hadFormerServer = await endFormerServer(data);
  if (hadFormerServer && options.port !== undefined) await portFreed(options.port, formerServerMillis);
  const port = await freePort(options.port);
  const running = await startWhenFormerBackendsAreGone({ binaries, data, port, durable, hooks: options.hooks });
  return { ...running, ...addresses(port, passwords) };
}

function addresses(port: number, passwords: PostgresPasswords) {
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  return {
    port,
    appPassword: passwords.app,
    ownerUrl: (database: string) => url(ownerRole, passwords.owner, database),
    appUrl: (database: string) => url(appRole, passwords.app, database),
  };
}

interface Launch {
  readonly binaries: PostgresBinaries;
  readonly data: string;
  readonly port: number;
  readonly durable: boolean;
  readonly hooks: ProcessHooks | undefined;
}

const waitMillis = 250;
/** How long the sub-processes of a killed server may hold its port. */
const formerServerMillis = 5_000;
const tries = 60;

/** After a kill of the server its backends end a moment later; until then the data folder counts as in use. */
async function startWhenFormerBackendsAreGone(launch: Launch): Promise<RunningProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await startOnce(launch);
    if (outcome.kind === 'ready') return outcome.running;
    const inUse = outcome.lines.some((line) => /still in use|lock file "postmaster.pid" already exists/.test(line));
    if (!inUse || attempt === tries) {
      throw new Error(`PostgreSQL did not start (${outcome.how}):\n${outcome.lines.join('\n')}`);
    }
    await delay(waitMillis);
  }
}

type StartOutcome =
  | { readonly kind: 'ready'; readonly running: RunningProcess }
  | { readonly kind: 'ended'; readonly how: string; readonly lines: readonly string[] };

async function startOnce(launch: Launch): Promise<StartOutcome> {
  let announceReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve;
  });
  const running = await spawnServer({
    command: launch.binaries.postgres,
    args: serverArguments(launch),
    folder: launch.data,
    user: serverUser(),
    // SIGINT is PostgreSQL's "fast shutdown": ends sessions, writes a checkpoint.
    stopSignal: 'SIGINT',
    stopWithinMillis: 20_000,
    hooks: {
      ...launch.hooks,
      onLine: (line) => {
        if (line.includes('ready to accept connections')) announceReady();
        launch.hooks?.onLine?.(line);
      },
    },
  });
  return await Promise.race([
    ready.then((): StartOutcome => ({ kind: 'ready', running })),
    running.exited.then((exit): StartOutcome => ({ kind: 'ended', how: describeExit(exit), lines: exit.lastLines })),
  ]);
}

function serverArguments({ data, port, durable }: Launch): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    // Statements and error details quote rows, that is patient data: they must not reach a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/**
 * Ends a server that a killed run left on this data folder, and removes a lock file whose pid now belongs to something
 * else (a container that begins counting at 1 again), which PostgreSQL itself would take for a living server. Gives back
 * whether there was one that had not ended in good order.
 */
async function endFormerServer(data: string): Promise<boolean> {
  const pid = postmasterPid(data);
  if (pid === undefined) return false;
  if (!isServerOf(pid, data)) {
    await rm(join(data, 'postmaster.pid'), { force: true });
    return true;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isServerOf(pid, data); waited += waitMillis) {
    if (waited === 10_000) process.kill(pid, 'SIGKILL');
    await delay(waitMillis);
  }
  return true;
}

/** Without /proc nothing tells which program a pid runs; then PostgreSQL's own check of its lock file must do. */
function isServerOf(pid: number, data: string): boolean {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return (words[0] ?? '').endsWith('postgres') && words.includes(data);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
