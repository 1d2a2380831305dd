import type { ClaimCorrection } from '../claim/claim-correction.js';
import { codeWithCorrections } from '../claim/code-with-corrections.js';
import { setByCorrections } from '../claim/set-by-corrections.js';
import type { CodingOutcome } from '../coding/coding-outcome.js';
import { settleVisitFacts } from '../coding/settle-visit-facts.js';
import type { PlainDate } from '../kernel/plain-date.js';
import type { CodePairSet } from '../scrubbing/ncci/code-pair-set.js';
import type { ScrubEdit, ScrubInput } from '../scrubbing/scrub-edit.js';
import { scrubAndFixClaim } from '../scrubbing/scrub-and-fix-claim.js';
import type { ClaimVerdict } from './claim-verdict.js';

/** A stored claim with everything that coding and scrubbing read of it. */
export type StoredClaim = Omit<ScrubInput, 'claim' | 'knownOn' | 'codePairs'> & {
  readonly corrections: readonly ClaimCorrection[];
};

/** Rules to judge by: the edits, the day whose knowledge of the law counts, and the code pairs that are loaded. */
export interface JudgingRules {
  readonly edits: readonly ScrubEdit[];
  readonly knownOn: PlainDate;
  readonly codePairs?: CodePairSet | undefined;
}

/** Codes a stored claim anew; the outcome serves any number of judgements. */
export function recodeClaim(stored: StoredClaim): CodingOutcome {
  return codeWithCorrections(stored, stored.corrections);
}

/** Scrubs a claim as coded by some rules, with the fixes that are made by themselves. Pure: nothing is stored or sent. */
export function judgeClaim(stored: StoredClaim, outcome: CodingOutcome, rules: JudgingRules): ClaimVerdict {
  if (outcome.kind === 'needs_coder') {
    return { kind: 'needs_coder', reasons: outcome.questions.map(({ code, message }) => ({ code, message })) };
  }
  const { findings, claim } = scrubAndFixClaim(
    {
      ...stored,
      visit: settleVisitFacts(stored.visit, stored.practice.npi).value,
      claim: outcome.claim,
      knownOn: rules.knownOn,
      codePairs: rules.codePairs,
    },
    setByCorrections(stored.corrections, outcome.claim.lines),
    rules.edits,
  );
  if (findings.length === 0) return { kind: 'payable', claim };
  const reasons = findings
    .filter((finding) => finding.blocking)
    .map(({ editId, message }) => ({ code: editId, message }));
  return reasons.length === 0 ? { kind: 'payable', claim } : { kind: 'held', claim, reasons };
}
