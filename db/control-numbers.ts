import { z } from 'zod';
import { controlNumberMax } from '../domain/x12/control-numbers.js';
import type { PracticeTransaction } from './database.js';
import { sql } from './sql.js';

/** Counters of a practice: interchanges (ISA13, used as GS06 and in file names too) and batches (BHT03). */
export type ControlNumberKind = 'interchange' | 'batch';

/**
 * Takes the next number of a kind, or the last of a run of `count` consecutive ones; counts up, begins again after nine
 * nines. Rolls back with its transaction, so a number kept with a file is never given twice.
 */
export async function takeControlNumber(tx: PracticeTransaction, kind: ControlNumberKind, count = 1): Promise<number> {
  const row = await tx.one(
    z.object({ last_value: z.int() }),
    sql`
      insert into control_numbers (practice_id, kind, last_value) values (${tx.practiceId}, ${kind}, ${count})
      on conflict (practice_id, kind) do update
        set last_value = case when control_numbers.last_value + ${count} > ${controlNumberMax} then ${count}
          else control_numbers.last_value + ${count} end
      returning last_value`,
  );
  return row.last_value;
}
