import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkInputs, errorOf } from './check-inputs.js';
import { proveLinear } from './prove-linear.js';

const usage = `usage: x12-fuzz.ts [--inputs 200000] [--seed 1] [--workers 2] [--minutes 6] [--file <input>] [--growing <kind>]

Reads spoiled X12 files with every reader and makes their acknowledgements: no throw, no hang, nothing lost; and shows
that time and memory grow no faster than files do. An input that fails is cut short and kept in .cache/fuzz;
--file reads such an input once more; --growing looks at one kind of growing file alone. Another seed gives other inputs. Exit status: 0 nothing failed, 1 something did.`;

const folder = fileURLToPath(new URL('../../.cache/fuzz', import.meta.url));
/** A worker tells how far it is every five seconds; one that says nothing for this long hangs. */
const silenceSecondsMax = 60;

const options = {
  inputs: { type: 'string', default: '200000' },
  seed: { type: 'string', default: '1' },
  workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  minutes: { type: 'string', default: '6' },
  file: { type: 'string' },
  growing: { type: 'string' },
  /** Of a child: `linear`, or the number of its worker. */
  part: { type: 'string' },
} as const;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** True when every kind of growing file, or those named so, takes linear time and memory. */
function isLinear(kind: string): boolean {
  return tellOf(proveLinear(kind, say));
}

/** All kinds one after the other; one that fails is measured again in a fresh process, where no other kind has shaped the compiled code. */
function areAllLinear(): boolean {
  return tellOf(proveLinear('', say).filter((kind) => !isLinearAlone(kind)));
}

function isLinearAlone(kind: string): boolean {
  const args = ['--import', 'tsx', fileURLToPath(import.meta.url), '--growing', kind];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 50_000 });
  say(`alone: ${stdout.trim()}`);
  return status === 0;
}

function tellOf(failed: readonly string[]): boolean {
  say(failed.length === 0 ? 'Growing files are read in linear time and memory.' : `Not linear: ${failed.join('; ')}`);
  return failed.length === 0;
}

/** One part of the work in this process; true when nothing failed. */
function runPart(part: string, inputs: number, seed: number, minutes: number): boolean {
  if (part === 'linear') return areAllLinear();
  const name = `worker ${part}`;
  const currentPath = join(folder, `current-${part}.x12`);
  const failure = checkInputs({ name, inputs, seed, secondsMax: minutes * 60, currentPath }, say);
  if (failure === undefined) return true;
  const path = join(folder, `failed-seed-${seed}.x12`);
  writeFileSync(path, failure.text, 'latin1');
  say(`${name} FAILED on ${failure.from}: ${failure.error}`);
  say(`The shortest input found has ${failure.text.length} bytes: ${path}`);
  return false;
}

/** The same in a process of its own; a silent one is stopped, and what it was reading is named. */
async function startPart(part: string, inputs: number, seed: number, minutes: number): Promise<boolean> {
  const numbers = ['--inputs', String(inputs), '--seed', String(seed), '--minutes', String(minutes)];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(import.meta.url), '--part', part, ...numbers],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let heard = performance.now();
  const watch = setInterval(() => {
    if (performance.now() - heard < silenceSecondsMax * 1_000) return;
    say(`Part ${part} hangs: it said nothing for ${silenceSecondsMax} s. It was reading ${folder}/current-${part}.x12`);
    child.kill('SIGKILL');
    heard = Number.POSITIVE_INFINITY;
  }, 1_000);
  const ended = new Promise<boolean>((resolve) => child.once('close', (code) => resolve(code === 0)));
  for await (const line of createInterface(child.stdout)) {
    heard = performance.now();
    say(line);
  }
  const isGood = await ended;
  clearInterval(watch);
  return isGood;
}

async function main(inputs: number, seed: number, workers: number, minutes: number): Promise<boolean> {
  const share = Math.ceil(inputs / workers);
  const readers = Array.from({ length: workers }, (_, index) =>
    startPart(String(index + 1), share, seed + index, minutes),
  );
  const results = await Promise.all(readers);
  // Alone: beside the readers it would measure how they fight for caches and cores.
  results.push(await startPart('linear', inputs, seed, minutes));
  const isGood = results.every(Boolean);
  if (isGood) say(`${share * workers} inputs read: no throw, no hang, nothing lost.`);
  return isGood;
}

const { values } = parseArgs({ options });
const numbers = [values.inputs, values.seed, values.workers, values.minutes];
mkdirSync(folder, { recursive: true });
if (!numbers.every((number) => /^[1-9]\d{0,8}$/.test(number))) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else if (values.file !== undefined) {
  const error = errorOf(readFileSync(values.file, 'latin1'));
  say(error ?? 'Nothing is wrong with this input any more.');
  process.exitCode = error === undefined ? 0 : 1;
} else if (values.growing !== undefined) {
  process.exitCode = isLinear(values.growing) ? 0 : 1;
} else {
  const [inputs = 0, seed = 0, workers = 1, minutes = 1] = numbers.map(Number);
  const isGood =
    values.part === undefined
      ? await main(inputs, seed, workers, minutes)
      : runPart(values.part, inputs, seed, minutes);
  process.exitCode = isGood ? 0 : 1;
}
