import type { Mutable } from './mutable.js';
import { Segment, type SegmentSource } from './segment.js';

/** Segments of one source that stand next to each other in a list. */
type Run = { readonly source: SegmentSource; readonly start: number };

/**
 * The segments of a transaction set in file order. Nothing but the place of each row is kept, and a `Segment` is made
 * when somebody asks for it: most are looked at for a moment, and a collector does not move what is gone by then.
 */
export class SegmentList implements Iterable<Segment> {
  #firsts = new Int32Array(64);
  #length = 0;
  readonly #runs: Run[] = [];
  /** Of the last run. */
  #lastSource: SegmentSource | undefined;
  /** The run looked at last, from its first place to the one behind its last. */
  #source: SegmentSource | undefined;
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#length;
  }

  /** Takes a segment in by its row (`Segment.first`). */
  add(source: SegmentSource, first: number): void {
    const place = this.#length;
    if (this.#lastSource !== source) {
      this.#runs.push({ source, start: place });
      this.#lastSource = source;
    }
    if (place === this.#firsts.length) this.#grow();
    this.#firsts[place] = first;
    this.#length = place + 1;
  }

  at(place: number): Segment | undefined {
    if (place < this.#start || place >= this.#end) this.#goTo(place);
    return this.#source === undefined ? undefined : new Segment(this.#source, this.#firsts[place] ?? 0);
  }

  *[Symbol.iterator](): Generator<Segment, void, undefined> {
    for (let place = 0; place < this.#length; place += 1) {
      const segment = this.at(place);
      if (segment !== undefined) yield segment;
    }
  }

  find(isWanted: (segment: Segment) => boolean): Segment | undefined {
    for (const segment of this) if (isWanted(segment)) return segment;
    return undefined;
  }

  /** Gives each to `visit`, in the shape of one segment that is another the next time: nothing is made for any of them. */
  lendEach(visit: (segment: Segment) => void): void {
    const firsts = this.#firsts;
    for (const [index, { source, start }] of this.#runs.entries()) {
      const end = this.#runs[index + 1]?.start ?? this.#length;
      const lent: Mutable<Segment> = new Segment(source, 0);
      for (let place = start; place < end; place += 1) {
        lent.first = firsts[place] ?? 0;
        visit(lent);
      }
    }
  }

  /** Composites use another separator than declared. */
  settleComponentSeparator(separator: string): void {
    for (const { source } of this.#runs) source.component = separator;
  }

  /** Puts the run a place is in where `at` looks first. */
  #goTo(place: number): void {
    const runs = this.#runs;
    let low = 0;
    for (let high = runs.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1;
      if ((runs[middle]?.start ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    const run = place >= 0 && place < this.#length ? runs[low] : undefined;
    this.#source = run?.source;
    this.#start = run?.start ?? 0;
    this.#end = run === undefined ? 0 : (runs[low + 1]?.start ?? this.#length);
  }

  #grow(): void {
    const grown = new Int32Array(this.#firsts.length * 4);
    grown.set(this.#firsts);
    this.#firsts = grown;
  }
}
