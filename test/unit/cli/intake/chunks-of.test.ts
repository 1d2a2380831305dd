import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunksOf } from '../../../../cli/intake/chunks-of.js';

test('chunks hold every item once, in order, and none holds more than the size', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (items, size) => {
      const chunks = chunksOf(items, size);
      expect(chunks.flat()).toEqual(items);
      expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= size)).toBe(true);
    }),
  );
});

test('a chunk of no items is refused', () => {
  expect(() => chunksOf([1], 0)).toThrow(RangeError);
});
