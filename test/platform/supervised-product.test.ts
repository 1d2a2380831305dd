import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runningPid } from '../../cli/supervise/pid-file.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const program = fileURLToPath(new URL('./programs/supervised-product.ts', import.meta.url));
const patience = { timeout: 15_000, interval: 20 };

function journalOf(home: string): string[] {
  try {
    return readFileSync(join(home, 'journal'), 'utf8').trim().split('\n');
  } catch {
    return [];
  }
}

async function startProduct(home: string, ...options: string[]): Promise<ChildProcess> {
  const runsBefore = journalOf(home).filter((line) => line === 'running').length;
  const product = spawn(process.execPath, ['--import', 'tsx', program, home, ...options], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  onTestFinished(() => void product.kill('SIGTERM'));
  await vi.waitFor(
    () => expect(journalOf(home).filter((line) => line === 'running')).toHaveLength(runsBefore + 1),
    patience,
  );
  return product;
}

async function killHard(product: ChildProcess): Promise<void> {
  const gone = once(product, 'exit');
  product.kill('SIGKILL');
  await gone;
}

async function stop(product: ChildProcess): Promise<void> {
  const gone = once(product, 'exit');
  product.kill('SIGTERM');
  await gone;
}

function processesOf(home: string): (number | undefined)[] {
  return ['server', 'child'].map((name) => runningPid(join(home, 'run'), name));
}

test('SIGTERM ends all processes in good order', async () => {
  const home = temporaryFolder();
  const product = await startProduct(home);
  expect(processesOf(home)).not.toContain(undefined);
  await stop(product);
  expect(product.exitCode).toBe(0);
  expect(journalOf(home).slice(-2)).toEqual(['child ended in good order', 'stopped']);
  expect(processesOf(home)).toEqual([undefined, undefined]);
});

test('when the supervisor is killed its processes end by themselves, and the next start is not held up', async () => {
  const home = temporaryFolder();
  await killHard(await startProduct(home));
  await vi.waitFor(() => expect(processesOf(home)).toEqual([undefined, undefined]), patience);
  await stop(await startProduct(home));
  expect(journalOf(home).at(-1)).toBe('stopped');
});

test('a server that outlived a killed run is found and ended by the next start', async () => {
  const home = temporaryFolder();
  await killHard(await startProduct(home, 'unguarded'));
  const orphan = processesOf(home)[0];
  expect(orphan).toBeGreaterThan(1);
  const next = await startProduct(home, 'unguarded');
  expect(
    journalOf(home)
      .filter((line) => line.startsWith('left over:'))
      .at(-1),
  ).toContain('server');
  expect(processesOf(home)[0]).not.toBe(orphan);
  await stop(next);
});

test('a second product on the same folder is refused and names the first', async () => {
  const home = temporaryFolder();
  const first = await startProduct(home);
  const second = spawn(process.execPath, ['--import', 'tsx', program, home], { stdio: ['ignore', 'ignore', 'pipe'] });
  const chunks: Buffer[] = [];
  second.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(second, 'close');
  expect(second.exitCode).toBe(1);
  expect(Buffer.concat(chunks).toString()).toContain(`runs already on ${home} (process ${first.pid})`);
  await stop(first);
});
