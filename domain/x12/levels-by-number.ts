import type { LoopFrame } from './loop-frame.js';

/** Levels of the hierarchy by what HL01 calls them. Nearly all files count from 1, and what is counted needs no map. */
export class LevelsByNumber {
  readonly #counted: (LoopFrame | undefined)[] = [undefined];
  readonly #others = new Map<number | string, LoopFrame>();

  get(number: number | string): LoopFrame | undefined {
    const counted = typeof number === 'number' && number < this.#counted.length ? this.#counted[number] : undefined;
    return counted ?? this.#others.get(number);
  }

  /** Of two with the same number the later one is meant. */
  set(number: number | string, level: LoopFrame): void {
    if (typeof number === 'number' && number <= this.#counted.length) this.#counted[number] = level;
    else this.#others.set(number, level);
  }
}
