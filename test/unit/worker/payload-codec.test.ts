import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeyRing, PayloadKey } from '../../../gateways/encryption/key-ring.js';
import { createPayloadCodec, PayloadDecryptionError } from '../../../worker/payload-codec.js';

function ringOf(...keys: [PayloadKey, ...PayloadKey[]]): KeyRing {
  const newest = keys.at(-1) ?? keys[0];
  return { newest, keyIds: keys.map((key) => key.id), find: (id) => keys.find((key) => key.id === id) };
}

const first: PayloadKey = { id: 'first', secret: randomBytes(32) };
const second: PayloadKey = { id: 'second', secret: randomBytes(32) };
const codec = createPayloadCodec(ringOf(first), 'claims');

async function one(payloads: Promise<Payload[]>): Promise<Payload> {
  const [payload] = await payloads;
  if (payload === undefined) throw new Error('no payload');
  return payload;
}

test('whatever is encoded decodes to the same value', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const payload = defaultPayloadConverter.toPayload(value);
      const decoded = await one(codec.decode(await codec.encode([payload])));
      expect(defaultPayloadConverter.fromPayload(decoded)).toEqual(defaultPayloadConverter.fromPayload(payload));
    }),
  );
});

test('neither the value nor its metadata can be read in the encoded payload, and equal values look different', async () => {
  const payload = defaultPayloadConverter.toPayload({ member: 'Doe, Jane' });
  const [a, b] = await codec.encode([payload, payload]);
  const bytes = Buffer.from(a?.data ?? []);
  expect(bytes.includes('Jane')).toBe(false);
  expect(bytes.includes('json/plain')).toBe(false);
  expect(Buffer.from(b?.data ?? [])).not.toEqual(bytes);
  expect(Object.keys(a?.metadata ?? {}).sort()).toEqual(['encoding', 'encryption-key-id']);
});

test('no two payloads begin with the same initial vector, however many are encoded', async () => {
  const payload = defaultPayloadConverter.toPayload('same');
  const encoded = await codec.encode(Array.from({ length: 2_000 }, () => payload));
  const vectors = encoded.map(({ data }) =>
    Buffer.from(data ?? [])
      .subarray(0, 12)
      .toString('hex'),
  );
  expect(new Set(vectors).size).toBe(2_000);
});

test('a change of any byte is detected', async () => {
  const encoded = await one(codec.encode([defaultPayloadConverter.toPayload('due 120')]));
  const data = Buffer.from(encoded.data ?? []);
  for (let index = 0; index < data.length; index += 1) {
    const changed = Buffer.from(data);
    changed[index] = (changed[index] ?? 0) ^ 1;
    await expect(codec.decode([{ ...encoded, data: changed }])).rejects.toThrow(PayloadDecryptionError);
  }
  await expect(codec.decode([{ ...encoded, data: data.subarray(0, 20) }])).rejects.toThrow('cut short');
});

test('a payload can be moved neither to another namespace nor under another key id', async () => {
  const encoded = await one(codec.encode([defaultPayloadConverter.toPayload(1)]));
  const elsewhere = createPayloadCodec(ringOf(first), 'other');
  await expect(elsewhere.decode([encoded])).rejects.toThrow(PayloadDecryptionError);
  const twin: PayloadKey = { id: 'twin', secret: first.secret };
  const relabelled = { ...encoded, metadata: { ...encoded.metadata, 'encryption-key-id': Buffer.from('twin') } };
  await expect(createPayloadCodec(ringOf(first, twin), 'claims').decode([relabelled])).rejects.toThrow(
    PayloadDecryptionError,
  );
});

test('after a rotation new payloads use the new key and old ones still decode', async () => {
  const old = await one(codec.encode([defaultPayloadConverter.toPayload('old')]));
  const rotated = createPayloadCodec(ringOf(first, second), 'claims');
  const fresh = await one(rotated.encode([defaultPayloadConverter.toPayload('fresh')]));
  expect(Buffer.from(fresh.metadata?.['encryption-key-id'] ?? []).toString()).toBe('second');
  const decoded = await rotated.decode([old, fresh]);
  expect(decoded.map((payload) => defaultPayloadConverter.fromPayload(payload))).toEqual(['old', 'fresh']);
  await expect(codec.decode([fresh])).rejects.toThrow('no key "second"');
});

test('payloads of other encodings pass through undecoded', async () => {
  const plain = defaultPayloadConverter.toPayload('plain');
  expect(await codec.decode([plain])).toEqual([plain]);
});
