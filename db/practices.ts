import { z } from 'zod';
import type { PayerProfile } from '../domain/payer/payer-profile.js';
import { type Practice, practiceSchema } from '../domain/practice/practice.js';
import type { Database, Queryable } from './database.js';
import { derivedId } from './new-id.js';
import { insertFirstPayerVersions } from './payer-profiles.js';
import { json, sql } from './sql.js';

/** Makes a practice with its payers; the submitter id names it, so a second call changes nothing and gives the same id. */
export async function createPractice(
  db: Database,
  practice: Practice,
  payerProfiles: readonly PayerProfile[],
): Promise<{ readonly practiceId: string; readonly created: boolean }> {
  const practiceId = derivedId('practice', practice.submitterId);
  const created = await db.inPractice(practiceId, async (tx) => {
    const inserted = await tx.execute(sql`
      insert into practices (id, submitter_id, data) values (${practiceId}, ${practice.submitterId}, ${json(practice)})
      on conflict do nothing`);
    if (inserted === 0) return false;
    await insertFirstPayerVersions(tx, payerProfiles);
    return true;
  });
  return { practiceId, created };
}

/** The practice of the connection. */
export async function getPractice(query: Queryable, practiceId: string): Promise<Practice> {
  const row = await query.one(
    z.object({ data: practiceSchema }),
    sql`select data from practices where id = ${practiceId}`,
  );
  return row.data;
}

/** All practices of the installation, by id. */
export function listPractices(db: Database): Promise<{ readonly id: string; readonly submitterId: string }[]> {
  const row = z.object({ id: z.string(), submitter_id: z.string() });
  return db.system(async (query) =>
    (await query.rows(row, sql`select id, submitter_id from list_practices()`)).map((practice) => ({
      id: practice.id,
      submitterId: practice.submitter_id,
    })),
  );
}
