import type { SegmentRule } from './guide.js';
import type { Segment } from './segment.js';

/** The segments that were put into loops, in file order, and the guide's rule each was recognised by. */
export class PlacedSegments {
  /** Numbers of rules, one more than their index, so that 0 is none. */
  #rules: Uint16Array;

  constructor(
    readonly segments: readonly Segment[],
    /** All rules of the guide. */
    private readonly rules: readonly SegmentRule[],
  ) {
    this.#rules = new Uint16Array(Math.max(segments.length, 64));
  }

  ruleAt(place: number): SegmentRule | undefined {
    return this.rules[(this.#rules[place] ?? 0) - 1];
  }

  /** Says by which rule, as its index, the segment of a place was recognised. */
  place(place: number, rule: number): void {
    if (place >= this.#rules.length) {
      const grown = new Uint16Array(this.#rules.length * 2);
      grown.set(this.#rules);
      this.#rules = grown;
    }
    this.#rules[place] = rule + 1;
  }
}
