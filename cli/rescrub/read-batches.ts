import type { Database } from '../../db/database.js';
import {
  readStoredClaims,
  type StoredClaimCursor,
  type StoredClaimFilter,
  type StoredClaimRow,
} from '../../db/stored-claims.js';

/** Which claims are read, and how many at a time. */
export interface BatchReading {
  readonly filter: StoredClaimFilter;
  readonly batchSize: number;
}

/** Claims with all that judging them needs, and the place behind the last of them. */
export interface ClaimBatch {
  readonly rows: readonly StoredClaimRow[];
  readonly cursor: StoredClaimCursor;
}

/** The claims of a practice, batch after batch. The next batch is read while somebody works on one: two are in memory. */
export async function* readBatches(
  db: Database,
  practiceId: string,
  { filter, batchSize }: BatchReading,
  start: StoredClaimCursor | null,
): AsyncGenerator<ClaimBatch> {
  const read = (after: StoredClaimCursor | null) => {
    const reading = db.read(practiceId, (query) => readStoredClaims(query, filter, after, batchSize));
    // A batch read ahead may fail while nobody waits for it yet; who waits for it hears of it.
    reading.catch(() => undefined);
    return reading;
  };
  let rows = await read(start);
  for (let cursor = cursorOf(rows); cursor !== null; cursor = cursorOf(rows)) {
    const next = rows.length < batchSize ? Promise.resolve([]) : read(cursor);
    yield { rows, cursor };
    rows = await next;
  }
}

function cursorOf(rows: readonly StoredClaimRow[]): StoredClaimCursor | null {
  const last = rows.at(-1)?.claim;
  return last === undefined ? null : { dateOfService: last.date_of_service, claimId: last.id };
}
