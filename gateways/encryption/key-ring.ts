import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** A 256-bit key for payloads with the id that is written next to what it encrypted. */
export interface PayloadKey {
  readonly id: string;
  readonly secret: Buffer;
}

/** The newest key encrypts; all keys decrypt. A key leaves the ring only after the last history that needs it. */
export interface KeyRing {
  readonly newest: PayloadKey;
  readonly keyIds: readonly string[];
  find(keyId: string): PayloadKey | undefined;
}

const secretSchema = z
  .base64()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64 (a 256-bit key)');
const keySchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, dashes'),
  secret: secretSchema,
});
const keyFileSchema = z.strictObject({
  keys: z
    .array(keySchema)
    .min(1, 'needs at least one key')
    .refine((keys) => new Set(keys.map((key) => key.id)).size === keys.length, 'has two keys of one id'),
});
type KeyFile = z.infer<typeof keyFileSchema>;

/** The key ring can't be read or makes no sense; says where and what to do, never a secret. */
export class KeyRingError extends Error {
  override readonly name = 'KeyRingError';
}

export interface KeyRingSource {
  readonly file: string;
  /** The ring as JSON, from a secret store: then no file is read or written. */
  readonly json?: string | undefined;
}

/** Opens the key ring, newest key last; the first start makes a file (mode 0600) with one fresh key. */
export async function openKeyRing(source: KeyRingSource): Promise<KeyRing> {
  if (source.json !== undefined) return keyRingOf(parseKeyFile(source.json, 'TELECLAIM_KEYS'));
  const text = (await readIfThere(source.file)) ?? (await createKeyFile(source.file));
  return keyRingOf(parseKeyFile(text, source.file));
}

/** Adds a fresh key that encrypts from the next start of each process on; older keys stay for what they encrypted. */
export async function rotateKeyRing(file: string): Promise<KeyRing> {
  const current = parseKeyFile(await readFile(file, 'utf8'), file);
  const next: KeyFile = { keys: [...current.keys, freshKey()] };
  const draft = await writeDraft(file, next);
  await rename(draft, file);
  return keyRingOf(next);
}

function freshKey(): KeyFile['keys'][number] {
  return { id: `key-${randomBytes(6).toString('hex')}`, secret: randomBytes(32).toString('base64') };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Of two processes that make the file at the same moment one wins (link fails if the name is taken); both read its key. */
async function createKeyFile(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = await writeDraft(file, { keys: [freshKey()] });
  try {
    await link(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return await readFile(file, 'utf8');
}

async function writeDraft(file: string, content: KeyFile): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}.new`;
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return draft;
}

function parseKeyFile(text: string, where: string): KeyFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new KeyRingError(`${where} is not JSON; restore it from your backup, without it open claims can't be read`);
  }
  const parsed = keyFileSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  throw new KeyRingError(`${where} is not a key ring ({"keys":[{"id","secret"}]}): ${problems.join('; ')}`);
}

function keyRingOf(content: KeyFile): KeyRing {
  const keys = content.keys.map((key) => ({ id: key.id, secret: Buffer.from(key.secret, 'base64') }));
  const newest = keys.at(-1);
  if (newest === undefined) throw new KeyRingError('the key ring is empty');
  const byId = new Map(keys.map((key) => [key.id, key]));
  return { newest, keyIds: keys.map((key) => key.id), find: (keyId) => byId.get(keyId) };
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
