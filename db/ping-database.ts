import { z } from 'zod';
import type { Database } from './database.js';
import { sql } from './sql.js';

/** Asks the database for nothing; throws when it does not answer. */
export async function pingDatabase(db: Database): Promise<void> {
  await db.system((query) => query.one(z.object({ one: z.int() }), sql`select 1 as one`));
}
