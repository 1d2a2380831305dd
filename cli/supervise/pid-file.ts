import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { isSameProcess, processIdentity } from '../../gateways/provision/process-identity.js';

/** What a pid file tells: one a line, the pid first, so that `kill $(head -1 …)` works. */
export interface PidFile {
  readonly pid: number;
  /** Tells the process apart from a later one of the same pid. */
  readonly identity: string;
  readonly stopSignal: NodeJS.Signals;
}

export function pidFilePath(runFolder: string, name: string): string {
  return join(runFolder, `${name}.pid`);
}

/** Writes the pid file of a living process in one step. */
export function writePidFile(runFolder: string, name: string, pid: number, stopSignal: NodeJS.Signals): void {
  const path = pidFilePath(runFolder, name);
  writeFileSync(`${path}.new`, `${pid}\n${processIdentity(pid) ?? ''}\n${stopSignal}\n`);
  renameSync(`${path}.new`, path);
}

export function removePidFile(runFolder: string, name: string): void {
  rmSync(pidFilePath(runFolder, name), { force: true });
}

/** The content of a pid file; undefined when it is absent or damaged. */
export function readPidFile(path: string): PidFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(path, 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, identity = '', signal = ''] = [Number(lines[0]), lines[1], lines[2]];
  if (!Number.isInteger(pid) || pid <= 1 || identity === '') return undefined;
  return { pid, identity, stopSignal: isSignal(signal) ? signal : 'SIGTERM' };
}

/** The pid of a service that runs now; undefined when it does not. */
export function runningPid(runFolder: string, name: string): number | undefined {
  const content = readPidFile(pidFilePath(runFolder, name));
  return content !== undefined && isSameProcess(content.pid, content.identity) ? content.pid : undefined;
}

/** The names of all services that have a pid file. */
export function pidFileNames(runFolder: string): string[] {
  return readdirSync(runFolder)
    .filter((file) => file.endsWith('.pid'))
    .map((file) => file.slice(0, -'.pid'.length));
}

function isSignal(text: string): text is NodeJS.Signals {
  return text in constants.signals;
}
