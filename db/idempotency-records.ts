import { z } from 'zod';
import type { Database } from './database.js';
import { json, sql } from './sql.js';

/** What is known of a request under an idempotency key. */
export type IdempotentRequest =
  | { readonly kind: 'to_do' }
  | { readonly kind: 'running' }
  | { readonly kind: 'other_request' }
  | { readonly kind: 'done'; readonly status: number; readonly response: unknown };

/** After this long without an answer the process that took a request is believed dead, and a repeat takes it over. */
export const takeOverAfterSeconds = 30;

const rowSchema = z.object({ request_sha256: z.string(), status: z.int().nullable(), response: z.unknown() });

/** Takes a request under its key, or tells what became of it. Whoever gets `to_do` must finish or release it. */
export async function beginIdempotentRequest(
  db: Database,
  practiceId: string,
  key: string,
  requestSha256: string,
): Promise<IdempotentRequest> {
  return db.inPractice(practiceId, async (tx) => {
    const taken = await tx.execute(sql`
      insert into idempotency_records (practice_id, key, request_sha256) values (${practiceId}, ${key}, ${requestSha256})
      on conflict (practice_id, key) do update set created_at = now()
      where idempotency_records.status is null and idempotency_records.request_sha256 = excluded.request_sha256
        and idempotency_records.created_at < now() - make_interval(secs => ${takeOverAfterSeconds})`);
    if (taken === 1) return { kind: 'to_do' };
    const row = await tx.one(
      rowSchema,
      sql`select request_sha256, status, response from idempotency_records where key = ${key}`,
    );
    if (row.request_sha256 !== requestSha256) return { kind: 'other_request' };
    return row.status === null ? { kind: 'running' } : { kind: 'done', status: row.status, response: row.response };
  });
}

/** Keeps the answer, so that a repeat gets the same one. */
export async function finishIdempotentRequest(
  db: Database,
  practiceId: string,
  key: string,
  answer: { readonly status: number; readonly response: unknown },
): Promise<void> {
  await db.inPractice(practiceId, (tx) =>
    tx.execute(sql`
      update idempotency_records set status = ${answer.status}, response = ${json(answer.response)}
      where key = ${key} and status is null`),
  );
}

/** Lets the next repeat do the request at once: this try failed by a fault. */
export async function releaseIdempotentRequest(db: Database, practiceId: string, key: string): Promise<void> {
  await db.inPractice(practiceId, (tx) =>
    tx.execute(sql`update idempotency_records set created_at = 'epoch' where key = ${key} and status is null`),
  );
}
