import type { Database } from '../../db/database.js';
import type { StoredClaimCursor } from '../../db/stored-claims.js';
import type { VerdictChange } from '../../domain/rescrub/verdict-change.js';
import { type JudgingPlan, openBatchJudge } from './batch-judge.js';
import { type BatchReading, readBatches } from './read-batches.js';

/** Which claims are judged anew, and how. */
export interface RescrubPlan extends JudgingPlan, BatchReading {}

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
 * Codes and scrubs the claims of a practice again, batch after batch; nothing is changed or sent. It may be left after
 * any batch and taken up again behind its cursor.
 */
export async function* rescrubClaims(
  db: Database,
  practiceId: string,
  plan: RescrubPlan,
  start: StoredClaimCursor | null,
): AsyncGenerator<RescrubBatch> {
  const judge = await openBatchJudge(db, practiceId, plan);
  for await (const { rows, cursor } of readBatches(db, practiceId, plan, start)) {
    yield { ...(await judge.judge(rows)), cursor };
  }
}
