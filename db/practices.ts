import { z } from 'zod';
import { type PayerProfile, payerProfileSchema } from '../domain/payer/payer-profile.js';
import { type Practice, practiceSchema } from '../domain/practice/practice.js';
import type { Database, PracticeTransaction, Queryable } from './database.js';
import { derivedId } from './new-id.js';
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
    for (const profile of payerProfiles) await savePayerProfile(tx, profile);
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

/** Writes a payer's profile over the one with the same code. */
export async function savePayerProfile(tx: PracticeTransaction, profile: PayerProfile): Promise<void> {
  await tx.execute(sql`
    insert into payer_profiles (practice_id, code, data) values (${tx.practiceId}, ${profile.code}, ${json(profile)})
    on conflict (practice_id, code) do update set data = excluded.data, updated_at = now()`);
}

export async function listPayerProfiles(query: Queryable): Promise<PayerProfile[]> {
  const rows = await query.rows(
    z.object({ data: payerProfileSchema }),
    sql`select data from payer_profiles order by code`,
  );
  return rows.map((row) => row.data);
}

/** The profile of a payer code, or null when the practice has none. */
export async function findPayerProfile(query: Queryable, payerCode: string): Promise<PayerProfile | null> {
  const row = await query.maybeOne(
    z.object({ data: payerProfileSchema }),
    sql`select data from payer_profiles where code = ${payerCode}`,
  );
  return row?.data ?? null;
}
