import { expect, test } from 'vitest';
import {
  controlNumberMax,
  formatGroupControlNumber,
  formatInterchangeControlNumber,
  formatTransactionControlNumber,
  nextControlNumber,
  parseControlNumber,
} from '../../../../domain/x12/control-numbers.js';

test('numbers are written as wide as each segment wants them', () => {
  expect(formatInterchangeControlNumber(907)).toBe('000000907');
  expect(formatGroupControlNumber(907)).toBe('907');
  expect(formatTransactionControlNumber(7)).toBe('0007');
  expect(formatTransactionControlNumber(123_456_789)).toBe('123456789');
});

test('a counter starts at 1 and wraps to 1 after nine nines', () => {
  expect(nextControlNumber(0)).toBe(1);
  expect(nextControlNumber(41)).toBe(42);
  expect(nextControlNumber(controlNumberMax)).toBe(1);
});

test('numbers read back from files, and nothing else does', () => {
  expect(parseControlNumber('000000907')).toBe(907);
  expect(parseControlNumber(' 12 ')).toBe(12);
  for (const text of ['', '0', '1234567890', '-1', '1.5', 'A']) expect(parseControlNumber(text)).toBeUndefined();
});

test.each([-1, 1.5, Number.NaN, controlNumberMax + 1])('%s is no control number', (number) => {
  expect(() => formatInterchangeControlNumber(number)).toThrow(RangeError);
  expect(() => nextControlNumber(number)).toThrow(RangeError);
});
