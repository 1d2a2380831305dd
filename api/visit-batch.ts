import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Database } from '../db/database.js';
import { type ReceivedVisit, receiveVisits } from '../db/receive-visits.js';
import type { Instant } from '../domain/kernel/instant.js';
import { err, ok, type Result } from '../domain/kernel/result.js';
import { type Visit, visitSchema } from '../domain/visit/visit.js';
import type { Caller } from './auth.js';
import { type BodySpec, isJson, notJson, readJsonBody } from './body.js';
import { findingToError, issuesToErrors } from './issues-to-errors.js';
import { type Problem, type ProblemItem, problem } from './problem.js';
import { readJson, readText } from './read-json.js';

const visitsMax = 5_000;
const limitBytes = 20 * 1024 * 1024;
/** Other requests get their turn after this many items. */
const itemsBetweenTurns = 200;

/** One item of a batch before it is looked at; `line` counts from 1 and is there for newline-delimited JSON. */
export interface BatchItem {
  readonly line: number | null;
  readonly content: Result<unknown, ProblemItem>;
}

/** A batch as one JSON array, or as one JSON object a line. */
export function batchBody(item: z.ZodType): BodySpec<readonly BatchItem[]> {
  return {
    limitBytes,
    content: { 'application/json': z.array(item).max(visitsMax), 'application/x-ndjson': item },
    parse: (bytes, contentType) => {
      if (/^application\/(x-)?nd-?json\b/i.test(contentType)) return readLines(bytes);
      if (!isJson(contentType)) return err(notJson(contentType, ' or application/x-ndjson'));
      const json = readJsonBody(bytes);
      if (!json.ok) return json;
      if (!Array.isArray(json.value)) return err(problem('invalid-body', 'Send an array of visits.'));
      return atMostMax(json.value.map((content: unknown) => ({ line: null, content: ok(content) })));
    },
  };
}

function readLines(bytes: Uint8Array): Result<readonly BatchItem[], Problem> {
  const text = readText(bytes);
  if (!text.ok) return err(problem('malformed-json', 'The body is not UTF-8.', { errors: [text.error] }));
  const items = text.value.split('\n').flatMap((line, index) => {
    return line.trim() === '' ? [] : [{ line: index + 1, content: readJson(line, index + 1) }];
  });
  return atMostMax(items);
}

function atMostMax(items: readonly BatchItem[]): Result<readonly BatchItem[], Problem> {
  if (items.length <= visitsMax) return ok(items);
  return err(problem('batch-too-large', `Send at most ${visitsMax} visits at once; these are ${items.length}.`));
}

/** What became of one item. Pointers of its errors start at the item. */
export type BatchResult = {
  readonly index: number;
  readonly line: number | null;
  readonly outcome: 'created' | 'existing' | 'conflict' | 'refused';
  readonly claimId: string | null;
  readonly visitId: string | null;
  readonly warnings: ProblemItem[];
  readonly errors: ProblemItem[];
};

/** Takes in what is good and says of the rest what is wrong; answers in the order sent. */
export async function receiveBatch(
  db: Database,
  caller: Caller,
  now: Instant,
  items: readonly BatchItem[],
): Promise<BatchResult[]> {
  const parsed: Result<Visit, ProblemItem[]>[] = [];
  for (const item of items) {
    if (parsed.length % itemsBetweenTurns === itemsBetweenTurns - 1) await setImmediate();
    parsed.push(parseItem(item));
  }
  const visits = parsed.flatMap((item) => (item.ok ? [item.value] : []));
  const { practiceId, actor } = caller;
  const received = (await receiveVisits(db, { practiceId, actor, now, visits })).values();
  return parsed.map((item, index) => {
    const line = items[index]?.line ?? null;
    if (!item.ok) return refused(index, line, item.error);
    const { value } = received.next();
    if (value === undefined) throw new Error('a visit was left without an answer');
    return resultOf(index, line, value);
  });
}

function parseItem(item: BatchItem): Result<Visit, ProblemItem[]> {
  if (!item.content.ok) return err([item.content.error]);
  const parsed = visitSchema.safeParse(item.content.value);
  return parsed.success ? ok(parsed.data) : err(issuesToErrors(parsed.error.issues, item.content.value));
}

function refused(index: number, line: number | null, errors: ProblemItem[]): BatchResult {
  return { index, line, outcome: 'refused', claimId: null, visitId: null, warnings: [], errors };
}

function resultOf(index: number, line: number | null, received: ReceivedVisit): BatchResult {
  const items = received.findings.map((finding) => findingToError(finding));
  if (received.kind === 'refused') return refused(index, line, items);
  const { claimId, visitId, kind } = received;
  const isConflict = kind === 'conflict';
  return {
    index,
    line,
    outcome: kind,
    claimId,
    visitId,
    warnings: isConflict ? [] : items,
    errors: isConflict ? items : [],
  };
}
