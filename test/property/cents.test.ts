import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allocateCents,
  cents,
  formatAmount,
  parseAmount,
  scaleCentsHalfUp,
  sumCents,
} from '../../domain/kernel/cents.js';

const amounts = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).map(cents);

test('every amount reads back as it was printed', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(parseAmount(formatAmount(amount))).toEqual({ ok: true, value: amount });
    }),
  );
});

test('parts of an amount sum to the whole, none is off by more than a cent, none has the wrong sign', () => {
  const weights = fc
    .array(fc.nat(10_000), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((one) => one > 0));
  fc.assert(
    fc.property(amounts, weights, (amount, shares) => {
      const parts = allocateCents(amount, shares);
      const total = shares.reduce((sum, share) => sum + share, 0);
      expect(sumCents(parts)).toBe(amount);
      parts.forEach((part, index) => {
        expect(Math.abs(part - (amount * (shares[index] ?? 0)) / total)).toBeLessThanOrEqual(1);
        expect(part === 0 || Math.sign(part) === Math.sign(amount)).toBe(true);
      });
    }),
  );
});

test('scaling is never off by more than half a cent and is the same for credits', () => {
  const ratios = fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }));
  fc.assert(
    fc.property(amounts, ratios, (amount, [numerator, denominator]) => {
      const scaled = scaleCentsHalfUp(amount, numerator, denominator);
      // Exact, in doubled units of the denominator.
      const off = BigInt(scaled) * BigInt(denominator) - BigInt(amount) * BigInt(numerator);
      expect((off < 0n ? -off : off) * 2n <= BigInt(denominator)).toBe(true);
      expect(scaleCentsHalfUp(cents(-amount), numerator, denominator)).toBe(cents(-scaled));
    }),
  );
});

test('no text makes the reader throw, and what it takes is a whole number of cents', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+]?[0-9.]{0,20}$/)), (text) => {
      const parsed = parseAmount(text);
      expect(!parsed.ok || Number.isSafeInteger(parsed.value)).toBe(true);
    }),
  );
});
