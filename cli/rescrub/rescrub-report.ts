import type { StoredClaimCursor } from '../../db/stored-claims.js';
import type { ClaimChange, RescrubBatch } from './rescrub-claims.js';
import { addBatch, noTotals, type RescrubTotals } from './rescrub-totals.js';

/** What all batches gave so far: the sums, the first changed claims up to a limit, and where the next batch begins. */
export class RescrubReport {
  #totals: RescrubTotals = noTotals;
  #cursor: StoredClaimCursor | null = null;
  #changed = 0;
  readonly #shown: ClaimChange[] = [];

  constructor(private readonly shownMax: number) {}

  add(batch: RescrubBatch): void {
    this.#totals = addBatch(this.#totals, batch);
    this.#cursor = batch.cursor;
    this.#changed += batch.changes.length;
    this.#shown.push(...batch.changes.slice(0, Math.max(0, this.shownMax - this.#shown.length)));
  }

  get totals(): RescrubTotals {
    return this.#totals;
  }

  get cursor(): StoredClaimCursor | null {
    return this.#cursor;
  }

  get shown(): readonly ClaimChange[] {
    return this.#shown;
  }

  /** How many changed claims there are beyond those that are shown. */
  get more(): number {
    return this.#changed - this.#shown.length;
  }
}
