/** Numbers that look random and are the same for the same seed: for demonstrations, simulations and tests, never for secrets. */
export interface SeededRandom {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the items; throws RangeError when there is none. */
  pick<T>(items: readonly T[]): T;
  /** The items in another order; the given list stays as it is. */
  shuffle<T>(items: readonly T[]): T[];
  /** That many decimal digits, leading zeros included. */
  digits(length: number): string;
}

/** Four 32-bit words from a text: FNV-1a with a different start for each word. */
function wordsOf(seed: string): [number, number, number, number] {
  const word = (start: number) => {
    let hash = start;
    for (let index = 0; index < seed.length; index += 1) {
      hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
      hash ^= hash >>> 15;
    }
    return hash >>> 0;
  };
  return [word(0x811c9dc5), word(0x9e3779b9), word(0x85ebca6b), word(0xc2b2ae35)];
}

/** The sfc32 generator (Chris Doty-Humphrey, PractRand): 128 bits of state, period at least 2^32. */
function sfc32(seed: string): () => number {
  let [a, b, c, counter] = wordsOf(seed);
  const step = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first outputs still show the seed; a dozen rounds mix it in.
  for (let round = 0; round < 12; round += 1) step();
  return step;
}

/** A generator for a seed; give each thing made its own seed (`seed/visit/7`) so that adding one changes no other. */
export function seededRandom(seed: string): SeededRandom {
  const next = sfc32(seed);
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('nothing to pick from');
      const index = integer(0, items.length - 1);
      return items.slice(index, index + 1).reduce((only) => only);
    },
    shuffle: (items) => {
      const left = [...items];
      return items.flatMap(() => left.splice(integer(0, left.length - 1), 1));
    },
    digits: (length) => Array.from({ length }, () => integer(0, 9)).join(''),
  };
}
