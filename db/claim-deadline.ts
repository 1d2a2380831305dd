import { z } from 'zod';
import type { Instant } from '../domain/kernel/instant.js';
import { instantColumn } from './claim-row.js';
import type { Queryable } from './database.js';
import { sql } from './sql.js';

/** When the present stage of a claim should be over; null where nothing is awaited. */
export async function readStageDueAt(query: Queryable, claimId: string): Promise<Instant | null> {
  const row = await query.one(
    z.object({ stage_due_at: instantColumn.nullable() }),
    sql`select stage_due_at from claims where id = ${claimId}`,
  );
  return row.stage_due_at;
}
