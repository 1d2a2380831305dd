import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { typedTransactions } from '../support/typed-transactions.js';
import { type GrowingFile, growingFiles } from './growing-files.js';
import { readEverything } from './read-everything.js';

/** Length of the shortest file, and how often longer the others are. */
const bytesMin = 24 * 1024;
const factors = [1, 4, 16] as const;
/** Work on a byte of a longer file may cost this much more than on one of the shortest; n log n grows by 1.27. */
const growthMax = 2;
const attemptsMax = 4;
/** Memory below this is lost among what the engine itself takes and gives back meanwhile. */
const bytesPerByteMin = 8;

type Cost = { readonly nanosecondsPerByte: number; readonly bytesPerByte: number };

/**
 * Reads files of ever the same kind with four and sixteen times the length: time and memory for each byte must stay.
 * Time is that of the processor, the best of several; it is set against that of splitting the same texts, measured
 * here too, because a larger heap makes any work slower. Tells each kind of file by `report`; the kinds that failed.
 * Only kinds whose name begins with `kind` are read.
 */
export function proveLinear(kind: string, report: (line: string) => void): string[] {
  const chosen = growingFiles.filter(({ name }) => name.startsWith(kind));
  assert(chosen.length > 0, `no kind of file is named ${kind}`);
  return chosen.filter((file) => !isLinear(file, report)).map(({ name }) => name);
}

function isLinear(file: GrowingFile, report: (line: string) => void): boolean {
  for (let attempt = 1; ; attempt += 1) {
    const texts = factors.map((factor) => Buffer.from(file.make(bytesMin * factor), 'latin1'));
    const costs = texts.map((text) => costOf(readAll, text, attempt));
    const floors = texts.map((text) => costOf(splitAll, text, attempt));
    const slower = growth(costs, ({ nanosecondsPerByte }) => nanosecondsPerByte);
    // The shortest file is too short for this: the engine's own ups and downs are as large.
    const larger = growth(costs.slice(1), ({ bytesPerByte }) => Math.max(bytesPerByte, bytesPerByteMin));
    const floor = Math.max(
      1,
      growth(floors, ({ nanosecondsPerByte }) => nanosecondsPerByte),
    );
    const isGood = slower <= growthMax * floor && larger <= growthMax;
    if (!isGood && attempt < attemptsMax) continue;
    const longest = costs.at(-1);
    report(
      `${isGood ? 'linear' : 'NOT LINEAR'}: ${file.name}: ${longest?.nanosecondsPerByte.toFixed(0)} ns and ` +
        `${longest?.bytesPerByte.toFixed(1)} bytes a byte; time x ${slower.toFixed(2)} (split x ${floor.toFixed(2)}), ` +
        `memory x ${larger.toFixed(2)}`,
    );
    return isGood;
  }
}

/** How much the cost of a byte grows at most, against the shortest file. */
function growth(costs: readonly Cost[], of: (cost: Cost) => number): number {
  const [first = 1, ...others] = costs.map((cost) => Math.max(of(cost), 0.01));
  return Math.max(...others.map((cost) => cost / first));
}

type Work = (bytes: Uint8Array) => object;

function costOf(work: Work, bytes: Uint8Array, attempt: number): Cost {
  const runs = (bytes.length > bytesMin * 8 ? 2 : 4) * attempt;
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) best = Math.min(best, processorMicroseconds(work, bytes));
  // After the runs, whose compiled code would count as well.
  const retained = retainedBytes(work, bytes);
  return { nanosecondsPerByte: (best * 1_000) / bytes.length, bytesPerByte: retained / bytes.length };
}

function processorMicroseconds(work: Work, bytes: Uint8Array): number {
  const before = process.cpuUsage();
  work(bytes);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** What stays in memory as long as somebody has what was read. */
function retainedBytes(work: Work, bytes: Uint8Array): number {
  collectGarbage();
  const before = heapBytes();
  const result = work(bytes);
  collectGarbage();
  const after = heapBytes();
  assert(typeof result === 'object');
  return after - before;
}

function readAll(bytes: Uint8Array): object {
  const [fallback] = typedTransactions;
  assert(fallback !== undefined);
  return readEverything(bytes, fallback);
}

/** The least that reading can be: bytes to text, text to segments, those to elements. */
function splitAll(bytes: Uint8Array): object {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.split('~').map((segment) => segment.split('*'));
}

function heapBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Node's own, which is there only when asked for. */
function findGarbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('gc');
  assert(typeof found === 'function');
  return () => Reflect.apply(found, undefined, []);
}

const collectGarbage = findGarbageCollector();
