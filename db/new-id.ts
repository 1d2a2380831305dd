import { createHash, randomBytes } from 'node:crypto';
import { type Id, type IdKind, idFromBytes } from '../domain/kernel/id.js';

/** A new id: 48 bits of wall time first, so that ids of a table grow, then 80 random bits. */
export function newId<K extends IdKind>(kind: K): Id<K> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  return idFromBytes(kind, bytes);
}

/** The id that the same parts always give; for things that must not exist twice. */
export function derivedId<K extends IdKind>(kind: K, ...parts: readonly string[]): Id<K> {
  return idFromBytes(kind, sha256Bytes(parts.join('\u0000')));
}

export function sha256Bytes(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

export function sha256Hex(content: string | Uint8Array): string {
  return sha256Bytes(content).toString('hex');
}
