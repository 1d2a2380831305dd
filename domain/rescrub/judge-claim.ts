import type { ClaimCorrection } from '../claim/claim-correction.js';
import { codeWithCorrections } from '../claim/code-with-corrections.js';
import { setByCorrections } from '../claim/set-by-corrections.js';
import type { CodedClaim } from '../coding/coded-claim.js';
import type { CodingOutcome } from '../coding/coding-outcome.js';
import { settleVisitFacts } from '../coding/settle-visit-facts.js';
import type { PlainDate } from '../kernel/plain-date.js';
import { fixClaim } from '../scrubbing/fix-claim.js';
import type { CodePairSet } from '../scrubbing/ncci/code-pair-set.js';
import type { ScrubEdit, ScrubInput } from '../scrubbing/scrub-edit.js';
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

/** A verdict with the edits that had a part in it: any other edit could be left out or be of another severity. */
export interface Judgement {
  readonly verdict: ClaimVerdict;
  readonly editIds: readonly string[];
}

/** Codes a stored claim anew; the outcome serves any number of judgements. */
export function recodeClaim(stored: StoredClaim): CodingOutcome {
  return codeWithCorrections(stored, stored.corrections);
}

/** Scrubs a claim as coded by some rules, with the fixes that are made by themselves. Pure: nothing is stored or sent. */
export function judgeClaim(stored: StoredClaim, outcome: CodingOutcome, rules: JudgingRules): Judgement {
  if (outcome.kind === 'needs_coder') {
    const reasons = outcome.questions.map(({ code, message }) => ({ code, message }));
    return { verdict: { kind: 'needs_coder', reasons }, editIds: [] };
  }
  const input = scrubInput(stored, outcome.claim, rules);
  const set = setByCorrections(stored.corrections, outcome.claim.lines);
  const { run, claim, applied } = fixClaim(input, set, rules.edits);
  const { findings } = run;
  if (findings.length === 0 && applied.length === 0) return { verdict: { kind: 'payable', claim }, editIds: [] };
  const reasons = findings
    .filter((finding) => finding.blocking)
    .map(({ editId, message }) => ({ code: editId, message }));
  return {
    verdict: reasons.length === 0 ? { kind: 'payable', claim } : { kind: 'held', claim, reasons },
    editIds: [...applied, ...findings].map(({ editId }) => editId),
  };
}

/** Written out, since a spread of so many fields costs as much as a dozen edits. */
function scrubInput(stored: StoredClaim, claim: CodedClaim, { knownOn, codePairs }: JudgingRules): ScrubInput {
  return {
    visit: settleVisitFacts(stored.visit, stored.practice.npi).value,
    claim,
    payer: stored.payer,
    practice: stored.practice,
    eligibility: stored.eligibility,
    frequencyCode: stored.frequencyCode,
    payerClaimControlNumber: stored.payerClaimControlNumber,
    otherClaims: stored.otherClaims,
    diagnosisCodes: stored.diagnosisCodes,
    procedureCodes: stored.procedureCodes,
    codePairs,
    unitLimits: stored.unitLimits,
    today: stored.today,
    knownOn,
    credentials: stored.credentials,
    overriddenEditIds: stored.overriddenEditIds,
  } satisfies Required<ScrubInput>;
}
