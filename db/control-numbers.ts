import { z } from 'zod';
import { controlNumberMax } from '../domain/x12/control-numbers.js';
import type { PracticeTransaction } from './database.js';
import { sql } from './sql.js';

export type ControlNumberKind = 'interchange' | 'group' | 'transaction' | 'batch' | 'inquiry';

/** Takes the next number of a kind for the practice; rolls back with its transaction, so a number kept with a file is never used again. */
export async function takeControlNumber(tx: PracticeTransaction, kind: ControlNumberKind): Promise<number> {
  const row = await tx.one(
    z.object({ last_value: z.int() }),
    sql`
      insert into control_numbers (practice_id, kind, last_value) values (${tx.practiceId}, ${kind}, 1)
      on conflict (practice_id, kind) do update
        set last_value = case when control_numbers.last_value >= ${controlNumberMax} then 1 else control_numbers.last_value + 1 end
      returning last_value`,
  );
  return row.last_value;
}
