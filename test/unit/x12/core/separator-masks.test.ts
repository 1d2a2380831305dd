import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskBytes, SeparatorMasks } from '../../../../domain/x12/separator-masks.js';

const someBytes = fc.uint8Array({ maxLength: 2_000 });
const delimiter = fc.integer({ min: 0, max: 255 });

test('masks name the separators that looking at each byte finds, whatever the bytes and wherever they begin', () => {
  fc.assert(
    fc.property(someBytes, delimiter, delimiter, fc.nat(8), fc.nat(40), (bytes, element, segment, shift, from) => {
      // Among random bytes the two would be rare.
      const mixed = bytes.map((byte, index) => (byte % 5 === 0 ? element : index % 7 === 0 ? segment : byte));
      const all = new Uint8Array([...new Uint8Array(shift), ...mixed]).subarray(shift);
      expect(separatorsFrom(all, element, segment, from)).toEqual(
        [...all.keys()].filter((index) => index >= from && (all[index] === element || all[index] === segment)),
      );
    }),
  );
});

test('a neighbour of a separator, or the same seven bits with the eighth set, is none', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (let shift = 0; shift < 4; shift += 1) {
    expect(separatorsFrom(bytes.subarray(shift), 42, 126, 0)).toEqual([42 - shift, 126 - shift]);
  }
});

function separatorsFrom(bytes: Uint8Array, element: number, segment: number, from: number): number[] {
  const masks = new SeparatorMasks(bytes, element, segment);
  const found: number[] = [];
  for (let offset = from; masks.lookFrom(offset); offset = masks.end) {
    for (let first = masks.start; first < masks.end; first += maskBytes) {
      const mask = masks.at(first);
      for (let bit = 0; bit < maskBytes; bit += 1) if (((mask >>> bit) & 1) === 1) found.push(first + bit);
    }
  }
  return found;
}
