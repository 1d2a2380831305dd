import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import fc from 'fast-check';
import { typedTransactions } from '../support/typed-transactions.js';
import { checkEverything } from './check-everything.js';
import { minimise } from './minimise.js';
import { generatedFiles, sampleFiles } from './small-files.js';
import { spoiledFiles } from './spoiled-files.js';

/** Nothing of a few kilobytes may take longer: time of the processor, so that a busy machine is no error. */
const millisecondsMax = 2_000;

export type Task = {
  readonly name: string;
  readonly inputs: number;
  readonly seed: number;
  readonly secondsMax: number;
  /** Holds the input being read, for the case that reading it never ends. */
  readonly currentPath: string;
};

/** An input that broke a reader, as short as it was found to do so, one character a byte. */
export type Failure = { readonly from: string; readonly text: string; readonly error: string };

/** Reads that many spoiled files. Tells how far it is every few seconds; undefined when nothing failed. */
export function checkInputs(task: Task, report: (line: string) => void): Failure | undefined {
  const current = openSync(task.currentPath, 'w');
  const progress = new Progress(task, report);
  const samples = sampleFiles();
  if (samples.length === 0) report(`${task.name}: the shared samples are not here; generated files only.`);
  const property = fc.property(spoiledFiles([...samples, ...generatedFiles()]), ({ text }) => {
    const bytes = Buffer.from(text, 'latin1');
    ftruncateSync(current, writeSync(current, bytes, 0, bytes.length, 0));
    checkOne(bytes);
    progress.count();
  });
  const { seed, secondsMax, inputs } = task;
  const result = fc.check(property, { seed, numRuns: inputs, interruptAfterTimeLimit: secondsMax * 1_000 });
  closeSync(current);
  progress.tell();
  const [found] = result.counterexample ?? [];
  if (found !== undefined) return failureOf(found.from, found.text, String(result.errorInstance));
  if (result.numRuns === inputs) return undefined;
  return { from: 'time', text: '', error: `Only ${result.numRuns} of ${inputs} inputs were read in ${secondsMax} s.` };
}

/** Reads one input; throws when a reader does, when something does not hold, or when it takes far too long. */
function checkOne(bytes: Uint8Array): void {
  const fallback = typedTransactions[bytes.length % typedTransactions.length];
  if (fallback === undefined) throw new Error('there are no readers');
  const started = process.cpuUsage();
  checkEverything(bytes, fallback);
  const { user, system } = process.cpuUsage(started);
  if (user + system > millisecondsMax * 1_000) throw new Error('a short input took far too long');
}

function failureOf(from: string, text: string, found: string): Failure {
  const error = errorOf(text);
  if (error === undefined) return { from, text, error: `${found} (It did not come again.)` };
  const [summary] = error.split('\n');
  const shortest = minimise(text, (shorter) => errorOf(shorter)?.split('\n')[0] === summary);
  return { from, text: shortest, error };
}

/** Message and stack of what goes wrong with a text; undefined when nothing does. */
export function errorOf(text: string): string | undefined {
  try {
    checkOne(Buffer.from(text, 'latin1'));
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

class Progress {
  #done = 0;
  readonly #started = performance.now();
  #told = performance.now();

  constructor(
    private readonly task: Task,
    private readonly report: (line: string) => void,
  ) {}

  count(): void {
    this.#done += 1;
    if (this.#done % 64 === 0 && performance.now() - this.#told > 5_000) this.tell();
  }

  tell(): void {
    this.#told = performance.now();
    const { name, inputs, seed } = this.task;
    const rate = (this.#done * 1_000) / (this.#told - this.#started);
    const left = Math.max(0, (inputs - this.#done) / rate);
    this.report(
      `${name}: ${this.#done} of ${inputs} inputs, ${rate.toFixed(0)} a second, ${left.toFixed(0)} s left, seed ${seed}`,
    );
  }
}
