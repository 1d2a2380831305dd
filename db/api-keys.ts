import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Role, roles } from '../domain/access/permission.js';
import type { Database } from './database.js';
import { newId, sha256Bytes } from './new-id.js';
import { sql } from './sql.js';

const prefix = 'tck_';

/** A caller known by its key: which practice it works for and in what role. */
export interface ApiKeyHolder {
  readonly apiKeyId: string;
  readonly practiceId: string;
  readonly role: Role;
}

/** Makes a key and shows it this one time; the database keeps its SHA-256 only (32 random bytes need no slow hash). */
export async function createApiKey(
  db: Database,
  holder: { readonly practiceId: string; readonly role: Role; readonly label: string },
): Promise<{ readonly apiKeyId: string; readonly key: string }> {
  const key = prefix + randomBytes(32).toString('base64url');
  const apiKeyId = newId('apiKey');
  await db.inPractice(holder.practiceId, (tx) =>
    tx.execute(sql`
      insert into api_keys (id, practice_id, key_sha256, label, role)
      values (${apiKeyId}, ${holder.practiceId}, ${sha256Bytes(key)}, ${holder.label}, ${holder.role})`),
  );
  return { apiKeyId, key };
}

/** True for a text that has the form of a key, so that nonsense costs no look-up. */
export function looksLikeApiKey(text: string): boolean {
  return /^tck_[A-Za-z0-9_-]{43}$/.test(text);
}

const foundSchema = z.object({ id: z.string(), practice_id: z.string(), role: z.enum(roles) });

/** Who a key belongs to; null for an unknown or revoked one. */
export async function findApiKey(db: Database, key: string): Promise<ApiKeyHolder | null> {
  const row = await db.system((query) =>
    query.maybeOne(foundSchema, sql`select id, practice_id, role from find_api_key(${sha256Bytes(key)})`),
  );
  return row === null ? null : { apiKeyId: row.id, practiceId: row.practice_id, role: row.role };
}

/** Ends a key; false when the practice has no such key in force. */
export async function revokeApiKey(db: Database, practiceId: string, apiKeyId: string): Promise<boolean> {
  const revoked = await db.inPractice(practiceId, (tx) =>
    tx.execute(sql`update api_keys set revoked_at = now() where id = ${apiKeyId} and revoked_at is null`),
  );
  return revoked === 1;
}
