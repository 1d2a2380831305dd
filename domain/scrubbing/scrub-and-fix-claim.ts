import type { CodedClaim } from '../coding/coded-claim.js';
import type { TraceStep } from '../kernel/trace.js';
import { applyClaimChange } from './apply-claim-change.js';
import { describeClaim } from './describe-claim.js';
import { type AppliedFix, fixClaim, type SetByCorrection } from './fix-claim.js';
import type { EditProposal } from './run-edits.js';
import { type ScrubResult, scrubTrace } from './scrub-claim.js';
import type { ScrubEdit, ScrubInput } from './scrub-edit.js';
import { scrubEdits } from './scrub-edits.js';

export interface FixedScrubResult extends ScrubResult {
  /** The claim as it is to be sent: with all safe fixes made. */
  readonly claim: CodedClaim;
  readonly applied: readonly AppliedFix[];
  /** What a person may do with one word: fixes that need judgement, and those that would undo a correction. */
  readonly suggested: readonly AppliedFix[];
}

const nothingSet: SetByCorrection = { placeOfService: false, lineNumbers: new Set() };

/** Scrubs a claim with the safe fixes made, and tells for people what was found, made, and is left to them. */
export function scrubAndFixClaim(
  input: ScrubInput,
  set: SetByCorrection = nothingSet,
  edits: readonly ScrubEdit[] = scrubEdits,
): FixedScrubResult {
  const { run, claim, applied } = fixClaim(input, set, edits);
  const { findings, proposals } = run;
  const suggested = proposals.length === 0 ? [] : suggestedFixes(claim, proposals);
  const scrubbed = scrubTrace(applied.length === 0 ? input : { ...input, claim }, run);
  const trace = [...applied.map(fixTrace), ...scrubbed, ...suggested.map(suggestionTrace)];
  return { findings, proposals, trace, claim, applied, suggested };
}

function suggestedFixes(claim: CodedClaim, proposals: readonly EditProposal[]): readonly AppliedFix[] {
  const before = describeClaim(claim);
  return proposals
    .map(({ editId, changes, source }) => {
      return { editId, changes, before, after: describeClaim(changes.reduce(applyClaimChange, claim)), source };
    })
    .filter(({ after }) => after !== before);
}

function suggestionTrace({ editId, before, after, source }: AppliedFix): TraceStep {
  const decision = `a person may let ${before} become ${after}`;
  return { ruleId: `suggestion:${editId}`, facts: { before, after }, decision, source };
}

function fixTrace({ editId, before, after, source }: AppliedFix): TraceStep {
  return { ruleId: `fix:${editId}`, facts: { before, after }, decision: `${before} became ${after}`, source };
}
