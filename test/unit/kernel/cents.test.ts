import { expect, test } from 'vitest';
import {
  allocateCents,
  cents,
  formatAmount,
  formatDollars,
  minCents,
  parseAmount,
  scaleCentsHalfUp,
  sumCents,
  zeroCents,
} from '../../../domain/kernel/cents.js';

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%s is no amount of money', (amount) => {
  expect(() => cents(amount)).toThrow(RangeError);
});

test('minus zero is zero', () => {
  expect(Object.is(cents(-0), 0)).toBe(true);
});

test('a sum of nothing is zero, and a sum beyond 2^53 is a fault', () => {
  expect(sumCents([])).toBe(zeroCents);
  expect(() => sumCents([cents(Number.MAX_SAFE_INTEGER), cents(1)])).toThrow(RangeError);
});

test('the smaller of two amounts is the more negative one', () => {
  expect(minCents(cents(-5), cents(3))).toBe(-5);
});

test.each([
  [1_005, 1, 2, 503],
  [-1_005, 1, 2, -503],
  [1_004, 1, 2, 502],
  [100, 1, 3, 33],
  [200, 1, 3, 67],
  [12_345, 98, 100, 12_098],
])('%i × %i/%i rounds halves away from zero to %i', (amount, numerator, denominator, expected) => {
  expect(scaleCentsHalfUp(cents(amount), numerator, denominator)).toBe(expected);
});

test('a product beyond 2^53 does not lose a cent on its way', () => {
  expect(scaleCentsHalfUp(cents(9_000_000_000_001), 1_000_003, 1_000_003)).toBe(9_000_000_000_001);
});

test.each([
  [1, 0],
  [1, -1],
  [0.5, 1],
])('%s/%s is no ratio', (numerator, denominator) => {
  expect(() => scaleCentsHalfUp(cents(1), numerator, denominator)).toThrow(RangeError);
});

test('left-over cents go to the largest remainders, first come first', () => {
  expect(allocateCents(cents(100), [1, 1, 1])).toEqual([34, 33, 33]);
  expect(allocateCents(cents(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
  expect(allocateCents(cents(10), [0, 3, 1])).toEqual([0, 8, 2]);
});

test.each([[[]], [[0, 0]], [[1, -1]], [[0.5]]])('%j are no weights', (weights) => {
  expect(() => allocateCents(cents(1), weights)).toThrow(RangeError);
});

test.each([
  [15_000, '150', '$150.00'],
  [1_250, '12.5', '$12.50'],
  [1_205, '12.05', '$12.05'],
  [5, '0.05', '$0.05'],
  [-300, '-3', '-$3.00'],
  [0, '0', '$0.00'],
  [123_456_789, '1234567.89', '$1,234,567.89'],
])('%i cents print as %s in X12 and %s for people', (amount, x12, people) => {
  expect(formatAmount(cents(amount))).toBe(x12);
  expect(formatDollars(cents(amount))).toBe(people);
});

test.each([
  ['12', 1_200],
  ['12.5', 1_250],
  ['-.05', -5],
  ['+3.', 300],
  ['007.10', 710],
  ['1.2300', 123],
])('%s reads as %i cents', (text, expected) => {
  expect(parseAmount(text)).toEqual({ ok: true, value: expected });
});

test.each(['', '.', '-', '1.234', '1e3', '1,000', ' 1', '12..3', '99999999999999999'])('%j is no amount', (text) => {
  expect(parseAmount(text).ok).toBe(false);
});
