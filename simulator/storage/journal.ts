import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { type JournalEvent, journalEventSchema } from '../state/journal-event.js';

/**
 * The simulator's memory: one JSON event a line, only ever appended, on disk before it counts.
 * A line cut off by a kill was never acted upon and is dropped when the journal is opened again.
 */
export class Journal {
  readonly #handle: number;

  private constructor(handle: number) {
    this.#handle = handle;
  }

  /** Opens the journal for more, and gives back what it holds. */
  static open(path: string): { readonly journal: Journal; readonly events: readonly JournalEvent[] } {
    const events = readEvents(path);
    return { journal: new Journal(openSync(path, 'a', 0o600)), events };
  }

  append(event: JournalEvent): void {
    const line = Buffer.from(`${JSON.stringify(event)}\n`);
    let written = 0;
    while (written < line.length) written += writeSync(this.#handle, line, written);
    fsyncSync(this.#handle);
  }

  close(): void {
    closeSync(this.#handle);
  }
}

function readEvents(path: string): JournalEvent[] {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const complete = bytes.lastIndexOf(0x0a) + 1;
  if (complete < bytes.length) truncateSync(path, complete);
  const lines = bytes.subarray(0, complete).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line, index) => parseLine(line, `${path} line ${index + 1}`));
}

function parseLine(line: string, place: string): JournalEvent {
  try {
    return journalEventSchema.parse(JSON.parse(line));
  } catch (error) {
    throw new Error(`the simulator's journal is damaged at ${place}; move its folder away to start afresh`, {
      cause: error,
    });
  }
}
