import type { Database } from '../../db/database.js';
import {
  readStoredClaims,
  type StoredClaimCursor,
  type StoredClaimFilter,
  type StoredClaimRow,
} from '../../db/stored-claims.js';
import type { VerdictChange } from '../../domain/rescrub/verdict-change.js';
import { type JudgingPlan, openBatchJudge } from './batch-judge.js';

/** Which claims are judged anew, and how. */
export interface RescrubPlan extends JudgingPlan {
  readonly filter: StoredClaimFilter;
  readonly batchSize: number;
}

/** A claim that other rules treat differently. */
export interface ClaimChange extends VerdictChange {
  readonly claimId: string;
  readonly dateOfService: string;
  readonly payerCode: string | null;
}

/** What one batch gave. `compared` leaves out claims that nobody has decided yet, or that bill nobody. */
export interface RescrubBatch {
  readonly read: number;
  readonly compared: number;
  readonly changes: readonly ClaimChange[];
  readonly cursor: StoredClaimCursor;
}

/**
 * Codes and scrubs the claims of a practice again, batch after batch; nothing is changed or sent. The next batch is read
 * while one is judged. It may be left after any batch and taken up again behind its cursor.
 */
export async function* rescrubClaims(
  db: Database,
  practiceId: string,
  plan: RescrubPlan,
  start: StoredClaimCursor | null,
): AsyncGenerator<RescrubBatch> {
  const judge = await openBatchJudge(db, practiceId, plan);
  const read = (after: StoredClaimCursor | null) => {
    const reading = db.read(practiceId, (query) => readStoredClaims(query, plan.filter, after, plan.batchSize));
    // A batch read ahead may fail while nobody waits for it yet; who waits for it hears of it.
    reading.catch(() => undefined);
    return reading;
  };
  let rows = await read(start);
  for (let cursor = cursorOf(rows); cursor !== null; cursor = cursorOf(rows)) {
    const next = rows.length < plan.batchSize ? Promise.resolve([]) : read(cursor);
    yield { ...(await judge.judge(rows)), cursor };
    rows = await next;
  }
}

function cursorOf(rows: readonly StoredClaimRow[]): StoredClaimCursor | null {
  const last = rows.at(-1)?.claim;
  return last === undefined ? null : { dateOfService: last.date_of_service, claimId: last.id };
}
