import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unstorableTextPath } from '../../../domain/kernel/unstorable-text.js';

test('well-formed text without NUL is storable wherever it stands', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\u0000'));
  const value = fc.object({ key: text, values: [text, fc.integer(), fc.boolean(), fc.constant(null)] });
  fc.assert(fc.property(value, (each) => unstorableTextPath(each) === null));
});

test('a NUL or half a surrogate pair is found by its path, also in a name', () => {
  expect(unstorableTextPath({ a: [{ b: 'x' }, { b: 'x\u0000' }] })).toBe('a.1.b');
  expect(unstorableTextPath({ a: '\udc00' })).toBe('a');
  expect(unstorableTextPath({ a: { 'k\ud83d': 1 } })).toBe('a');
  expect(unstorableTextPath({ a: '😀' })).toBeNull();
});
