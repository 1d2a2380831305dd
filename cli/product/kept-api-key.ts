import { join } from 'node:path';
import { z } from 'zod';
import { createApiKey, findApiKey } from '../../db/api-keys.js';
import type { Database } from '../../db/database.js';
import type { Home } from '../supervise/home.js';
import { readJson, writeJson } from '../supervise/json-file.js';

const keptSchema = z.strictObject({ practiceId: z.string(), key: z.string() });

/** The key with which the commands of this computer call the product's own API. */
export type KeptApiKey = z.infer<typeof keptSchema>;

/** Where the key lies, for people. */
export function apiKeyFile(home: Home): string {
  return join(home.folder, 'api-key.json');
}

/** The key as it was kept; undefined when there is none. */
export function readKeptApiKey(home: Home): KeptApiKey | undefined {
  return readJson(apiKeyFile(home), keptSchema);
}

/** The kept key of a practice, or a new one when there is none that works; the file can be read by our own user only. */
export async function openApiKey(db: Database, home: Home, practiceId: string): Promise<KeptApiKey> {
  const kept = readKeptApiKey(home);
  if (kept?.practiceId === practiceId && (await findApiKey(db, kept.key)) !== null) return kept;
  const { key } = await createApiKey(db, { practiceId, role: 'manager', label: 'command line' });
  const fresh = { practiceId, key };
  writeJson(apiKeyFile(home), fresh);
  return fresh;
}
