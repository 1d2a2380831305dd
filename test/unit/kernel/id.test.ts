import { expect, test } from 'vitest';
import { derivedId, newId } from '../../../db/new-id.js';
import { idFromBytes, parseId } from '../../../domain/kernel/id.js';

test('an id says what it is, and is read back as that kind only', () => {
  const id = idFromBytes('claim', new Uint8Array(16).fill(255));
  expect(id).toMatch(/^clm_[0-9a-z]{26}$/);
  expect(parseId('claim', id)).toEqual({ ok: true, value: id });
  expect(parseId('visit', id).ok).toBe(false);
});

test.each(['clm_', 'clm_short', `clm_${'i'.repeat(26)}`, `clm_${'a'.repeat(27)}`, ` clm_${'a'.repeat(26)}`])(
  '%j is no claim id',
  (text) => {
    expect(parseId('claim', text).ok).toBe(false);
  },
);

test('too few bytes make no id', () => {
  expect(() => idFromBytes('claim', new Uint8Array(15))).toThrow(RangeError);
});

test('the same parts give the same id, and parts do not run into each other', () => {
  expect(derivedId('claim', 'a', 'b')).toBe(derivedId('claim', 'a', 'b'));
  expect(derivedId('claim', 'a', 'b')).not.toBe(derivedId('claim', 'ab'));
  expect(derivedId('claim', 'a', 'b')).not.toBe(derivedId('claim', 'b', 'a'));
});

test('new ids are all different and begin with the same time', () => {
  const ids = Array.from({ length: 1_000 }, () => newId('claim'));
  expect(new Set(ids).size).toBe(1_000);
});
