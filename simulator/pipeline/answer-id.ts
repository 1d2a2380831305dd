import { createHash } from 'node:crypto';

/** An id that is the same for the same facts: 20 hexadecimal digits. */
export function idOf(...facts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 20);
}
