import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** How a command of ours ended and what it wrote. */
export interface CommandEnd {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `teleclaim …` on a state folder of the test's own, as a person would, and waits for its end. */
export async function runCommand(home: string, ...args: readonly string[]): Promise<CommandEnd> {
  const { PATH, HOME, TELECLAIM_CACHE, XDG_CACHE_HOME, TEMPORAL_CLI_PATH } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    env: { PATH, HOME, TELECLAIM_CACHE, XDG_CACHE_HOME, TEMPORAL_CLI_PATH, TELECLAIM_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGTERM'));
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    written.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    written.stderr += chunk.toString();
  });
  await once(child, 'close');
  return { exitCode: child.exitCode, ...written };
}
