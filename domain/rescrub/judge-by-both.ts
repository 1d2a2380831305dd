import type { CodingOutcome } from '../coding/coding-outcome.js';
import type { ClaimVerdict } from './claim-verdict.js';
import { differingEdits } from './differing-edits.js';
import { type JudgingRules, judgeClaim, type StoredClaim } from './judge-claim.js';

/** Two sets of rules that are compared. */
export interface RulePair {
  readonly before: JudgingRules;
  readonly after: JudgingRules;
  /** The edits in which they differ; undefined when they differ in more than that some lack or have another severity. */
  readonly differing: ReadonlySet<string> | undefined;
}

/** Two sets of rules with what they differ in. */
export function pairRules(before: JudgingRules, after: JudgingRules): RulePair {
  const isAlike = before.knownOn === after.knownOn && before.codePairs === after.codePairs;
  const [wide, narrow] = widestFirst(before, after);
  return { before, after, differing: isAlike ? differingEdits(wide.edits, narrow.edits) : undefined };
}

/**
 * The verdicts of both. Most claims are judged one time, by the rules with more edits: where none of the differing edits
 * found anything in the end, nor had a fix made, each run without them takes the same steps to the same verdict.
 */
export function judgeByBoth(
  stored: StoredClaim,
  outcome: CodingOutcome,
  { before, after, differing }: RulePair,
): { readonly before: ClaimVerdict; readonly after: ClaimVerdict } {
  const [wide, narrow] = widestFirst(before, after);
  const { verdict, editIds } = judgeClaim(stored, outcome, wide);
  const isSame = differing !== undefined && !editIds.some((id) => differing.has(id));
  const other = isSame ? verdict : judgeClaim(stored, outcome, narrow).verdict;
  return wide === before ? { before: verdict, after: other } : { before: other, after: verdict };
}

function widestFirst(before: JudgingRules, after: JudgingRules): readonly [JudgingRules, JudgingRules] {
  return after.edits.length > before.edits.length ? [after, before] : [before, after];
}
