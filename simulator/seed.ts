import { createHash } from 'node:crypto';

/** A whole number from 0 to `bound` - 1, always the same for the same seed and facts, whatever happened before. */
export function drawNumber(bound: number, seed: string, ...facts: readonly string[]): number {
  return (
    createHash('sha256')
      .update(JSON.stringify([seed, ...facts]))
      .digest()
      .readUIntBE(0, 6) % bound
  );
}

/** Capital hexadecimal digits drawn from seed and facts, at most 40. */
export function drawDigits(length: number, seed: string, ...facts: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([seed, 'digits', ...facts]))
    .digest('hex')
    .slice(0, length)
    .toUpperCase();
}
