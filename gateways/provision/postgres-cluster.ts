import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { canReach, unprivilegedUser } from './folder-access.js';
import { type PostgresBinaries, sharedStateFolder } from './postgres-binaries.js';
import { describeExit, spawnServer } from './server-process.js';

/** The roles' passwords of an embedded server; kept in a file that only our own user can read. */
export interface PostgresPasswords {
  readonly owner: string;
  readonly app: string;
}

export const ownerRole = 'teleclaim_owner';
export const appRole = 'teleclaim_app';

const passwordsSchema = z.strictObject({ owner: z.string().min(1), app: z.string().min(1) });

/** PostgreSQL refuses to run as root: then it runs as "nobody". */
export function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  return process.getuid?.() === 0 ? unprivilegedUser : undefined;
}

/** Reads the passwords, or makes them at first start. */
export async function openPasswords(file: string): Promise<PostgresPasswords> {
  if (!existsSync(file)) {
    const fresh: PostgresPasswords = { owner: newPassword(), app: newPassword() };
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, `${JSON.stringify(fresh)}\n`, { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
  }
  return passwordsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

/**
 * The cluster's data folder, made when new. `folder/data` appears by a rename only after initdb has ended, so a kill in
 * between leaves nothing half made.
 */
export async function openCluster(
  folder: string,
  binaries: PostgresBinaries,
  options: { readonly passwords: PostgresPasswords; readonly durable: boolean },
): Promise<string> {
  const root = await serverFolder(folder);
  const data = join(root, 'data');
  if (existsSync(join(data, 'PG_VERSION'))) return data;
  const draft = join(root, 'data.new');
  const passwordFile = join(root, 'initial-password');
  await rm(draft, { recursive: true, force: true });
  await writeFile(passwordFile, `${options.passwords.owner}\n`, { mode: 0o600 });
  await giveToServer(passwordFile);
  try {
    await runInitdb(binaries.initdb, draft, passwordFile, options.durable);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, data);
  return data;
}

async function runInitdb(initdb: string, data: string, passwordFile: string, durable: boolean): Promise<void> {
  const args = ['-D', data, '-U', ownerRole, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const running = await spawnServer({
    command: initdb,
    args: [...args, ...locale, ...(durable ? [] : ['--no-sync'])],
    folder: dirname(data),
    user: serverUser(),
    stopSignal: 'SIGTERM',
    stopWithinMillis: 5_000,
  });
  const exit = await running.exited;
  if (exit.code !== 0) throw new Error(`initdb failed (${describeExit(exit)}):\n${exit.lastLines.join('\n')}`);
}

/**
 * The folder that the server's user owns. When that user can't enter the wanted place (a private home of root), the
 * data lie in a shared place and the wanted path becomes a link to it.
 */
async function serverFolder(wanted: string): Promise<string> {
  const user = serverUser();
  if (existsSync(wanted)) {
    const folder = realpathSync(wanted);
    if (user !== undefined && !canReach(dirname(folder))) throw new Error(unreachable(folder));
    await giveToServer(folder);
    return folder;
  }
  await mkdir(dirname(wanted), { recursive: true });
  if (user === undefined || canReach(dirname(wanted))) {
    await mkdir(wanted, { mode: 0o700 });
    await giveToServer(wanted);
    return realpathSync(wanted);
  }
  const folder = join(sharedStateFolder, `${basename(wanted)}-${randomBytes(6).toString('hex')}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await giveToServer(folder);
  await symlink(folder, wanted);
  return folder;
}

function unreachable(folder: string): string {
  return (
    `PostgreSQL must not run as root, and the user it runs as (${unprivilegedUser.uid}) can't enter ${folder}: ` +
    'allow it with chmod o+x on the folders above, or set TELECLAIM_HOME to another folder'
  );
}

async function giveToServer(path: string): Promise<void> {
  const user = serverUser();
  if (user !== undefined) await chown(path, user.uid, user.gid);
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** The pid that a data folder's lock file names; undefined when there is none. */
export function postmasterPid(data: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
