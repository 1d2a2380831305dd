import { setImmediate } from 'node:timers/promises';
import type { Database } from '../db/database.js';
import { type ReceivedVisit, receiveVisits } from '../db/receive-visits.js';
import type { Instant } from '../domain/kernel/instant.js';
import { err, ok, type Result } from '../domain/kernel/result.js';
import { type Visit, visitSchema } from '../domain/visit/visit.js';
import type { Caller } from './auth.js';
import type { BatchItem } from './batch-body.js';
import { findingToError, issuesToErrors } from './issues-to-errors.js';
import type { ProblemItem } from './problem.js';

/** Other requests get their turn after this many items. */
const itemsBetweenTurns = 200;

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
