import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../domain/kernel/seeded-random.js';

const draw = (seed: string, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('seeded random', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    expect(draw('a', 100)).toEqual(draw('a', 100));
    expect(draw('a', 100)).not.toEqual(draw('b', 100));
    expect(draw('seed/visit/1', 3)).not.toEqual(draw('seed/visit/2', 3));
  });

  it('stays between 0 and 1 and spreads evenly, also over the first number of many seeds', () => {
    const firsts = Array.from({ length: 4000 }, (_, index) => draw(`demo/${index}`, 1)[0] ?? -1);
    for (const numbers of [draw('spread', 4000), firsts]) {
      const tenths = new Map<number, number>();
      for (const number of numbers) tenths.set(Math.floor(number * 10), (tenths.get(Math.floor(number * 10)) ?? 0) + 1);
      expect([...tenths.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      for (const count of tenths.values()) expect(Math.abs(count - 400)).toBeLessThan(100);
    }
  });

  it('draws whole numbers with both ends included', () => {
    const random = seededRandom('whole');
    const seen = new Set(Array.from({ length: 200 }, () => random.integer(3, 6)));
    expect([...seen].sort()).toEqual([3, 4, 5, 6]);
  });

  it('shuffles without loss and leaves the list as it was', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = seededRandom('order').shuffle(items);
    expect([...shuffled].sort()).toEqual(items);
    expect(shuffled).not.toEqual(items);
    expect(items).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('refuses to pick from nothing, and picks what is undefined when that is an item', () => {
    expect(() => seededRandom('x').pick([])).toThrow(RangeError);
    expect(seededRandom('x').pick([undefined])).toBeUndefined();
  });

  it('writes digits with leading zeros', () => {
    expect(seededRandom('d').digits(40)).toMatch(/^\d{40}$/);
  });
});
