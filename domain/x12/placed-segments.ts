import type { SegmentRule } from './guide.js';
import type { Segment } from './segment.js';

/** Segments by their place, from 0. */
export type SegmentsByPlace = { readonly length: number; at(place: number): Segment | undefined };

/** The segments that were put into loops, in file order, and the guide's rule each was recognised by. */
export class PlacedSegments {
  /** Numbers of rules, one more than their index, so that 0 is none. */
  #rules: Uint16Array;
  /** Packed ids side by side: a search through a loop touches nothing else. */
  #ids: Int32Array;
  /** Likewise the packed code each was told by from others with its id; 0 where it has none of that kind. */
  #qualifiers: Int32Array;

  constructor(
    readonly segments: SegmentsByPlace,
    /** All rules of the guide. */
    private readonly rules: readonly SegmentRule[],
  ) {
    const length = Math.max(segments.length, 64);
    this.#rules = new Uint16Array(length);
    this.#ids = new Int32Array(length);
    this.#qualifiers = new Int32Array(length);
  }

  ruleAt(place: number): SegmentRule | undefined {
    return this.rules[(this.#rules[place] ?? 0) - 1];
  }

  /** The packed id of the segment of a place; 0 where there is none. */
  packedIdAt(place: number): number {
    return this.#ids[place] ?? 0;
  }

  /** The packed code of its qualifier; 0 when the rule knows of none or it is longer than such a code. */
  qualifierAt(place: number): number {
    return this.#qualifiers[place] ?? 0;
  }

  /** Says of the segment of a place which id it has and by which rule, as its index, and qualifier it was recognised. */
  place(place: number, packedId: number, rule: number, qualifier: number): void {
    if (place >= this.#ids.length) this.#grow();
    this.#ids[place] = packedId;
    this.#rules[place] = rule + 1;
    this.#qualifiers[place] = qualifier;
  }

  #grow(): void {
    const rules = new Uint16Array(this.#rules.length * 2);
    const ids = new Int32Array(rules.length);
    rules.set(this.#rules);
    const qualifiers = new Int32Array(rules.length);
    ids.set(this.#ids);
    qualifiers.set(this.#qualifiers);
    this.#rules = rules;
    this.#ids = ids;
    this.#qualifiers = qualifiers;
  }
}
