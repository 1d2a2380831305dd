import { err, ok, type Result } from './result.js';

/** An amount of US money in whole cents. Negative amounts are credits; no float ever holds money. */
export type Cents = number & { readonly __brand: 'Cents' };

/** Brands a whole number of cents; throws RangeError on a fraction or beyond 2^53 (a fault in our own arithmetic). */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError('an amount of money must be a whole number of cents');
  return (amount === 0 ? 0 : amount) as Cents;
}

export const zeroCents: Cents = cents(0);

/** Sum of amounts; zero for none. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

export function addCents(...amounts: readonly Cents[]): Cents {
  return sumCents(amounts);
}

export function subtractCents(from: Cents, amount: Cents): Cents {
  return cents(from - amount);
}

export function negateCents(amount: Cents): Cents {
  return cents(-amount);
}

export function minCents(a: Cents, b: Cents): Cents {
  return a < b ? a : b;
}

/** Multiplies by a ratio given as whole numbers (`numerator / denominator`), rounding halves away from zero. */
export function scaleCentsHalfUp(amount: Cents, numerator: number, denominator: number): Cents {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError('a ratio must be of whole numbers with a positive denominator');
  }
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const magnitude = product < 0n ? -product : product;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return cents(Number(product < 0n ? -rounded : rounded));
}

/** Splits an amount by non-negative weights so that the parts sum to the whole; left-over cents go to the largest remainders, first come first. */
export function allocateCents(amount: Cents, weights: readonly number[]): Cents[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0 || total <= 0 || weights.some((weight) => weight < 0 || !Number.isSafeInteger(weight))) {
    throw new RangeError('weights must be whole numbers, none negative, with a positive sum');
  }
  const sign = amount < 0 ? -1 : 1;
  const magnitude = BigInt(Math.abs(amount));
  const parts = weights.map((weight, index) => {
    const product = magnitude * BigInt(weight);
    return { index, floor: Number(product / BigInt(total)), remainder: Number(product % BigInt(total)) };
  });
  let left = Math.abs(amount) - parts.reduce((sum, part) => sum + part.floor, 0);
  const shares = parts.map((part) => part.floor);
  for (const part of [...parts].sort((a, b) => b.remainder - a.remainder || a.index - b.index)) {
    if (left === 0) break;
    shares[part.index] = (shares[part.index] ?? 0) + 1;
    left -= 1;
  }
  return shares.map((share) => cents(sign * share));
}

/** Prints dollars for X12 and CSV: `150`, `12.5` and `12.05` (no needless zeros, X12 element type R). */
export function formatAmount(amount: Cents): string {
  const sign = amount < 0 ? '-' : '';
  const magnitude = Math.abs(amount);
  const dollars = Math.floor(magnitude / 100);
  const rest = magnitude % 100;
  if (rest === 0) return `${sign}${dollars}`;
  const fraction = String(rest).padStart(2, '0').replace(/0$/, '');
  return `${sign}${dollars}.${fraction}`;
}

/** Prints dollars for people: `$1,234.50`, `-$3.00`. */
export function formatDollars(amount: Cents): string {
  const magnitude = Math.abs(amount);
  const dollars = String(Math.floor(magnitude / 100)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${amount < 0 ? '-' : ''}$${dollars}.${String(magnitude % 100).padStart(2, '0')}`;
}

/** Reads a decimal amount such as `12`, `12.5`, `-.05`; refuses anything with more than two decimal places that is not zero. */
export function parseAmount(text: string): Result<Cents, string> {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (!match || (whole === '' && fraction === '')) return err('not a decimal amount');
  if (!/^\d{0,2}0*$/.test(fraction)) return err('more than two decimal places');
  const amount = Number(whole === '' ? '0' : whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(amount)) return err('amount out of range');
  return ok(cents(match[1] === '-' ? -amount : amount));
}
