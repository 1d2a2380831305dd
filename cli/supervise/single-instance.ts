import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSameProcess, processIdentity } from '../../gateways/provision/process-identity.js';
import type { Home } from './home.js';
import { readPidFile } from './pid-file.js';

/** Another process runs the product on the same state folder. */
export class AlreadyRunningError extends Error {
  override readonly name = 'AlreadyRunningError';

  constructor(
    readonly pid: number,
    folder: string,
  ) {
    super(
      `teleclaim runs already on ${folder} (process ${pid}): stop that one, or set TELECLAIM_HOME to another folder`,
    );
  }
}

/** The file whose existence, with a living process inside, means "in use". */
export const lockName = 'supervisor.lock';

/**
 * Makes this process the only one on a state folder, until the returned function is called or the process is gone: a
 * lock of a process that was killed counts as free. Throws AlreadyRunningError.
 */
export function takeHome(home: Home): () => void {
  const lock = join(home.run, lockName);
  const draft = `${lock}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${process.pid}\n${processIdentity(process.pid) ?? ''}\n`);
  try {
    while (!linkIfFree(draft, lock)) freeIfStale(lock, home.folder);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => rmSync(lock, { force: true });
}

/** A hard link is made only when the name is free: of several processes one wins. */
function linkIfFree(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function freeIfStale(lock: string, folder: string): void {
  const owner = readPidFile(lock);
  if (owner !== undefined && isSameProcess(owner.pid, owner.identity)) throw new AlreadyRunningError(owner.pid, folder);
  const judged = textOf(lock);
  const aside = `${lock}.${randomBytes(6).toString('hex')}.stale`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  // Between judging and moving another process may have cleared the stale lock and taken a fresh one: give that back.
  if (textOf(aside) !== judged) linkIfFree(aside, lock);
  rmSync(aside, { force: true });
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
