import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KeyRingError, openKeyRing, rotateKeyRing } from '../../../../gateways/encryption/key-ring.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

test('the first start makes one 256-bit key that only our own user can read', async () => {
  const file = join(temporaryFolder(), 'state', 'keys.json');
  const ring = await openKeyRing({ file });
  expect(ring.newest.secret).toHaveLength(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('processes that start at the same moment on an empty folder get the same key', async () => {
  const file = join(temporaryFolder(), 'keys.json');
  const rings = await Promise.all(Array.from({ length: 10 }, async () => await openKeyRing({ file })));
  expect(new Set(rings.map((ring) => ring.newest.id)).size).toBe(1);
});

test('after a rotation the new key encrypts and the old one is still there', async () => {
  const file = join(temporaryFolder(), 'keys.json');
  const before = await openKeyRing({ file });
  await rotateKeyRing(file);
  const after = await openKeyRing({ file });
  expect(after.newest.id).not.toBe(before.newest.id);
  expect(after.find(before.newest.id)?.secret).toEqual(before.newest.secret);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a ring from the environment is used without touching a file', async () => {
  const json = JSON.stringify({ keys: [{ id: 'from-vault', secret: Buffer.alloc(32, 7).toString('base64') }] });
  const ring = await openKeyRing({ file: join(temporaryFolder(), 'no', 'keys.json'), json });
  expect(ring.newest.id).toBe('from-vault');
});

test('a damaged ring is refused with every problem and no secret, and never replaced', async () => {
  const file = join(temporaryFolder(), 'keys.json');
  const damaged = '{"keys":[{"id":"a b","secret":"c2VjcmV0LXdvcmQ="}]}';
  writeFileSync(file, damaged);
  const failure = await openKeyRing({ file }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(KeyRingError);
  expect(String(failure)).toMatch(/keys\.0\.id.*keys\.0\.secret/s);
  expect(String(failure)).not.toContain('c2VjcmV0');
  expect(readFileSync(file, 'utf8')).toBe(damaged);
});
