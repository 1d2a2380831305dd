import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { cents } from '../../domain/kernel/cents.js';
import { plainDateSchema } from '../../domain/kernel/schemas.js';
import { verdictChangeKinds } from '../../domain/rescrub/verdict-change.js';
import { UsageError } from '../text/usage-error.js';
import type { RescrubBatch } from './rescrub-claims.js';

const headSchema = z.object({
  practiceId: z.string(),
  ruleSet: z.string(),
  /** The options of the command that decide what is compared. */
  options: z.record(z.string(), z.unknown()),
  /** The business date on which the run began: it ends by the same deadlines. */
  today: plainDateSchema,
});
/** What a run compares. */
export type RunHead = z.infer<typeof headSchema>;

const batchSchema = z.object({
  read: z.int().nonnegative(),
  compared: z.int().nonnegative(),
  changes: z.array(
    z.object({
      claimId: z.string(),
      dateOfService: z.string(),
      payerCode: z.string().nullable(),
      kind: z.enum(verdictChangeKinds),
      reasons: z.array(z.object({ code: z.string(), message: z.string() })),
      before: z.string(),
      after: z.string(),
      effectCents: z.int().transform((amount) => cents(amount)),
    }),
  ),
  cursor: z.object({ dateOfService: plainDateSchema, claimId: z.string() }),
});

/** A run with what it gave so far. */
export interface KeptRun {
  readonly today: RunHead['today'];
  readonly batches: readonly RescrubBatch[];
  /** Keeps a further batch; once this returns, the death of the process does not lose it. */
  keep(batch: RescrubBatch): void;
}

/**
 * Opens the file of a run: what it compares, then a line for each batch. A line that was not written to its end is taken
 * away, and its claims are judged anew: each claim counts one time, whenever the run was stopped, and by whatever.
 */
export function openRunFile(path: string, head: RunHead): KeptRun {
  const { lines, byteCount, isTorn } = existsSync(path) ? wholeLines(path) : nothing;
  const [headLine, ...batchLines] = lines;
  // Might be anybody's notes; the first line is written at one go, so that it is hardly ever torn.
  if (headLine === undefined && isTorn) throw notOfRun(path);
  const kept = headLine === undefined ? head : readLine(path, headSchema, headLine);
  if (comparable(kept) !== comparable(head)) {
    throw new UsageError(`${path} keeps a run with other options or rules: give those, or another file`);
  }
  const batches = batchLines.map((line) => readLine(path, batchSchema, line));
  if (headLine === undefined) writeFileSync(path, lineOf(head), { mode: 0o600 });
  else if (isTorn) truncateSync(path, byteCount);
  return { today: kept.today, batches, keep: (batch) => appendFileSync(path, lineOf(batch)) };
}

const nothing = { lines: [], byteCount: 0, isTorn: false };

/** All lines with an end, and whether something without one follows. */
function wholeLines(path: string): { readonly lines: string[]; readonly byteCount: number; readonly isTorn: boolean } {
  const bytes = readFileSync(path);
  const byteCount = bytes.lastIndexOf('\n') + 1;
  const lines = bytes.toString('utf8', 0, byteCount).split('\n').slice(0, -1);
  return { lines, byteCount, isTorn: byteCount < bytes.length };
}

function lineOf(value: RunHead | RescrubBatch): string {
  return `${JSON.stringify(value)}\n`;
}

function comparable({ practiceId, ruleSet, options }: RunHead): string {
  return JSON.stringify([practiceId, ruleSet, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function readLine<T>(path: string, schema: z.ZodType<T>, line: string): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    throw notOfRun(path);
  }
}

function notOfRun(path: string): UsageError {
  return new UsageError(`${path} is no file of a rescrub: give another name`);
}
