import { setTimeout as delay } from 'node:timers/promises';
import { isSameProcess } from '../../gateways/provision/process-identity.js';
import type { Home } from './home.js';
import { type PidFile, pidFileNames, pidFilePath, readPidFile, removePidFile } from './pid-file.js';
import { signalProcess } from './signal-process.js';

const askMillis = 5_000;
const stepMillis = 50;

/** Ends processes that a killed run left behind, and clears their pid files; gives back their names. Only with the home taken. */
export async function endFormerRun(home: Home): Promise<string[]> {
  const left: { name: string; process: PidFile }[] = [];
  for (const name of pidFileNames(home.run)) {
    const process = readPidFile(pidFilePath(home.run, name));
    if (process !== undefined && isSameProcess(process.pid, process.identity)) left.push({ name, process });
  }
  await endAll(left.map(({ process }) => process));
  for (const name of pidFileNames(home.run)) removePidFile(home.run, name);
  return left.map(({ name }) => name);
}

async function endAll(processes: readonly PidFile[]): Promise<void> {
  for (const { pid, stopSignal } of processes) signalProcess(pid, stopSignal);
  for (let waited = 0; ; waited += stepMillis) {
    const living = processes.filter(({ pid, identity }) => isSameProcess(pid, identity));
    if (living.length === 0) return;
    if (waited === askMillis) for (const { pid } of living) signalProcess(pid, 'SIGKILL');
    await delay(stepMillis);
  }
}
