import { expect, test } from 'vitest';
import { isValidNpi, npiFromNineDigits } from '../../../domain/kernel/npi.js';

test('the example of the standard is valid', () => {
  expect(isValidNpi('1234567893')).toBe(true);
});

test('every single wrong digit and every swap of neighbours that Luhn can see is found', () => {
  const npi = '1234567893';
  for (let place = 1; place < 10; place += 1) {
    for (const digit of '0123456789') {
      if (digit !== npi[place]) expect(isValidNpi(npi.slice(0, place) + digit + npi.slice(place + 1))).toBe(false);
    }
  }
  expect(isValidNpi('1234567983')).toBe(false);
});

test.each(['', '123456789', '12345678930', '3234567893', '12345a7893', ' 1234567893'])('%j is no NPI', (text) => {
  expect(isValidNpi(text)).toBe(false);
});

test('nine digits get their check digit', () => {
  expect(npiFromNineDigits('123456789')).toBe('1234567893');
  expect(isValidNpi(npiFromNineDigits('199990001'))).toBe(true);
  expect(() => npiFromNineDigits('323456789')).toThrow(RangeError);
});
