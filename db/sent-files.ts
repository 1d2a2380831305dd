import { z } from 'zod';
import type { Queryable } from './database.js';
import { sql } from './sql.js';

/** An 837P file that has left, byte for byte. */
export interface SentFile {
  readonly submissionId: string;
  readonly fileName: string;
  readonly content: Uint8Array;
}

const sent = sql`sent_at is not null or state in ('sent', 'accepted', 'rejected')`;

/** The submissions that have left, oldest first. */
export async function listSentSubmissions(query: Queryable): Promise<readonly string[]> {
  const rows = await query.rows(
    z.object({ id: z.string() }),
    sql`select id from submissions where ${sent} order by created_at, id`,
  );
  return rows.map((row) => row.id);
}

/** The file of a submission as it was sent. */
export async function readSentFile(query: Queryable, submissionId: string): Promise<SentFile> {
  const row = await query.one(
    z.object({ file_name: z.string(), content: z.instanceof(Uint8Array) }),
    sql`select file_name, content from submissions where id = ${submissionId}`,
  );
  return { submissionId, fileName: row.file_name, content: row.content };
}
