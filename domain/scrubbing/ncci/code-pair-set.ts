import { type EditionInUse, editionFor, type QuarterlyEdition } from '../../coding/quarterly-edition.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { builtInCodePairs } from './built-in-code-pairs.js';

/**
 * One procedure-to-procedure edit: of the pair, column one is paid and column two is not. Modifier indicator 0: no modifier
 * parts them; 1: a modifier of the initiative does; 9: the edit is not applied.
 */
export interface CodePair {
  readonly columnOne: string;
  readonly columnTwo: string;
  readonly effectiveFrom: PlainDate;
  /** Last day; the pair holds on when left out. */
  readonly effectiveTo?: PlainDate | undefined;
  readonly modifierIndicator: 0 | 1 | 9;
}

/** Pairs of one loaded quarter; those among the codes that are asked for are enough. */
export interface QuarterCodePairs extends QuarterlyEdition {
  readonly pairs: readonly CodePair[];
}

/** Looks up whether two codes of one day are a pair, whichever of them stands in column one. */
export interface CodePairSet {
  find(code: string, otherCode: string, dateOfService: PlainDate): CodePair | null;
  inUse(dateOfService: PlainDate): EditionInUse;
}

type PairIndex = ReadonlyMap<string, readonly CodePair[]>;

function indexOf(pairs: readonly CodePair[]): PairIndex {
  const index = new Map<string, CodePair[]>();
  for (const pair of pairs) {
    const key = `${pair.columnOne} ${pair.columnTwo}`;
    const known = index.get(key);
    if (known === undefined) index.set(key, [pair]);
    else known.push(pair);
  }
  return index;
}

/** An edit deleted as of the day on which it began was never in force (NCCI Policy Manual, introduction; verify). */
function isInForce({ effectiveFrom, effectiveTo, modifierIndicator }: CodePair, date: PlainDate): boolean {
  if (modifierIndicator === 9 || date < effectiveFrom) return false;
  return effectiveTo === undefined || (effectiveFrom !== effectiveTo && date <= effectiveTo);
}

function findIn(index: PairIndex, code: string, otherCode: string, date: PlainDate): CodePair | null {
  const both = [...(index.get(`${code} ${otherCode}`) ?? []), ...(index.get(`${otherCode} ${code}`) ?? [])];
  return both.find((pair) => isInForce(pair, date)) ?? null;
}

/** The pairs of loaded quarters; without any, the built-in subset. */
export function buildCodePairSet(quarters: readonly QuarterCodePairs[]): CodePairSet {
  const loaded = quarters.map(({ quarter, revision, pairs }) => ({ quarter, revision, index: indexOf(pairs) }));
  const inUse = (date: PlainDate) => editionFor(loaded, date);
  return {
    inUse,
    find(code, otherCode, date) {
      const found = inUse(date);
      return findIn(found.kind === 'loaded' ? found.edition.index : builtInIndex, code, otherCode, date);
    },
  };
}

const builtInIndex = indexOf(builtInCodePairs);

/** The built-in subset alone. */
export const builtInCodePairSet: CodePairSet = buildCodePairSet([]);
