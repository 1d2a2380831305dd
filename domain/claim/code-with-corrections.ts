import { codeVisit } from '../coding/code-visit.js';
import type { CodingOutcome } from '../coding/coding-outcome.js';
import type { CodingInput } from '../coding/draft-claim.js';
import type { Practice } from '../practice/practice.js';
import type { ClaimCorrection } from './claim-correction.js';
import { correctCodedClaim } from './correct-coded-claim.js';

/** What coding makes of a visit, with the corrections of lines laid over it and charged by the fee schedule. */
export function codeWithCorrections(
  input: CodingInput & { readonly practice: Practice },
  corrections: readonly ClaimCorrection[],
): CodingOutcome {
  const outcome = codeVisit(input);
  if (outcome.kind === 'needs_coder') return outcome;
  const corrected = correctCodedClaim(outcome.claim, corrections, input.practice.feeSchedule);
  return corrected.kind === 'needs_coder'
    ? { ...corrected, trace: outcome.trace }
    : { ...outcome, claim: corrected.claim };
}
