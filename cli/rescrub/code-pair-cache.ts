import type { Database } from '../../db/database.js';
import { readCodePairs } from '../../db/ncci-tables.js';
import type { CodingOutcome } from '../../domain/coding/coding-outcome.js';
import { codesWithFixes } from '../../domain/scrubbing/fixed-code.js';
import type { CodePairSet } from '../../domain/scrubbing/ncci/code-pair-set.js';

/** A practice bills some dozens of codes: their pairs are read anew only when a batch brings a further code. */
export class CodePairCache {
  readonly #codes = new Set<string>();
  #pairs: CodePairSet | undefined;

  constructor(private readonly db: Database) {}

  /** The pairs among the codes of claims with two lines or more; undefined while there are none. */
  async of(outcomes: readonly CodingOutcome[]): Promise<CodePairSet | undefined> {
    const known = this.#codes.size;
    for (const outcome of outcomes) {
      if (outcome.kind !== 'coded' || outcome.claim.lines.length < 2) continue;
      for (const code of codesWithFixes(outcome.claim.lines)) this.#codes.add(code);
    }
    if (this.#codes.size > known) this.#pairs = await this.db.system((query) => readCodePairs(query, [...this.#codes]));
    return this.#pairs;
  }
}
