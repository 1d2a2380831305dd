import { z } from 'zod';
import { type Visit, visitSchema } from '../domain/visit/visit.js';
import type { Queryable } from './database.js';
import { sql } from './sql.js';

/** A visit as it was received, with the claim it became. */
export interface ReceivedVisitView {
  readonly id: string;
  readonly claimId: string;
  readonly receivedAt: string;
  readonly receivedBy: string;
  readonly visit: Visit;
}

const rowSchema = z.object({
  id: z.string(),
  claim_id: z.string(),
  received_at: z.string(),
  actor: z.string(),
  data: visitSchema,
});

/** One visit; null when the practice has none of this id. */
export async function findVisit(query: Queryable, visitId: string): Promise<ReceivedVisitView | null> {
  const row = await query.maybeOne(
    rowSchema,
    sql`select v.id, c.id as claim_id, v.received_at, v.actor, v.data
      from visits v join claims c on c.visit_id = v.id where v.id = ${visitId}`,
  );
  if (row === null) return null;
  return { id: row.id, claimId: row.claim_id, receivedAt: row.received_at, receivedBy: row.actor, visit: row.data };
}
