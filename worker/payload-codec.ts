import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Payload, PayloadCodec } from '@temporalio/common';
import type { KeyRing, PayloadKey } from '../gateways/encryption/key-ring.js';

// The package is CommonJS generated in a way that hides its names from an ES import.
const { temporal }: typeof import('@temporalio/proto') = createRequire(import.meta.url)('@temporalio/proto');

const encryptedEncoding = 'binary/encrypted';
const initialVectorBytes = 12;
const tagBytes = 16;

/** An encrypted payload can't be opened: unknown key, other namespace, or changed bytes. Never quotes the bytes. */
export class PayloadDecryptionError extends Error {
  override readonly name = 'PayloadDecryptionError';
}

/**
 * Encrypts whole payloads with AES-256-GCM under the newest key: fresh 96-bit initial vector, then ciphertext, then
 * tag; key id and namespace are authenticated, so a payload can't be moved between namespaces or relabelled.
 * Payloads of other encodings pass through on decode.
 */
export function createPayloadCodec(keyRing: KeyRing, namespace: string): PayloadCodec {
  const nextVector = initialVectors();
  return {
    encode: async (payloads) => payloads.map((payload) => encrypt(payload, keyRing.newest, namespace, nextVector())),
    decode: async (payloads) => payloads.map((payload) => decryptIfEncrypted(payload, keyRing, namespace)),
  };
}

/** Random bytes, drawn from the system for many payloads at once; none is given out twice. */
function initialVectors(): () => Buffer {
  let pool = Buffer.alloc(0);
  return () => {
    if (pool.length === 0) pool = randomBytes(initialVectorBytes * 256);
    const vector = pool.subarray(0, initialVectorBytes);
    pool = pool.subarray(initialVectorBytes);
    return vector;
  };
}

function encrypt(payload: Payload, key: PayloadKey, namespace: string, initialVector: Buffer): Payload {
  const cipher = createCipheriv('aes-256-gcm', key.secret, initialVector);
  cipher.setAAD(boundContext(namespace, key.id));
  const plain = temporal.api.common.v1.Payload.encode(payload).finish();
  const data = Buffer.concat([initialVector, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return {
    metadata: { encoding: Buffer.from(encryptedEncoding), 'encryption-key-id': Buffer.from(key.id) },
    data,
  };
}

function decryptIfEncrypted(payload: Payload, keyRing: KeyRing, namespace: string): Payload {
  if (textOf(payload, 'encoding') !== encryptedEncoding) return payload;
  const keyId = textOf(payload, 'encryption-key-id');
  const key = keyRing.find(keyId);
  if (key === undefined) {
    throw new PayloadDecryptionError(
      `no key "${keyId}" in the key ring (it has ${keyRing.keyIds.join(', ')}): put the old key back`,
    );
  }
  return temporal.api.common.v1.Payload.decode(decrypt(Buffer.from(payload.data ?? []), key, namespace));
}

function decrypt(data: Buffer, key: PayloadKey, namespace: string): Uint8Array {
  if (data.length < initialVectorBytes + tagBytes)
    throw new PayloadDecryptionError('an encrypted payload is cut short');
  const decipher = createDecipheriv('aes-256-gcm', key.secret, data.subarray(0, initialVectorBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(boundContext(namespace, key.id));
  decipher.setAuthTag(data.subarray(data.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(data.subarray(initialVectorBytes, -tagBytes)), decipher.final()]);
  } catch {
    throw new PayloadDecryptionError(
      `a payload of key "${key.id}" was changed, or belongs to another namespace than "${namespace}"`,
    );
  }
}

function boundContext(namespace: string, keyId: string): Buffer {
  return Buffer.from(JSON.stringify([namespace, keyId]));
}

function textOf(payload: Payload, name: string): string {
  const value = payload.metadata?.[name];
  return value ? Buffer.from(value).toString('utf8') : '';
}
