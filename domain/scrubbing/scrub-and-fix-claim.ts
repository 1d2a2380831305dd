import type { CodedClaim } from '../coding/coded-claim.js';
import type { TraceStep } from '../kernel/trace.js';
import { applyClaimChange } from './apply-claim-change.js';
import type { ClaimChange } from './claim-fix.js';
import { describeClaim } from './describe-claim.js';
import { type EditProposal, type ScrubResult, scrubClaim } from './scrub-claim.js';
import type { ScrubEdit, ScrubInput } from './scrub-edit.js';
import { scrubEdits } from './scrub-edits.js';

/** What a person, or a correction after a denial, has set on purpose; a fix leaves it as it is. */
export interface SetByCorrection {
  readonly placeOfService: boolean;
  /** Line numbers whose code, units or modifiers were corrected. */
  readonly lineNumbers: ReadonlySet<number>;
}

/** One fix that was made, or is left for a person: which edit asked, and how the claim reads before and after. */
export interface AppliedFix {
  readonly editId: string;
  readonly changes: readonly ClaimChange[];
  readonly before: string;
  readonly after: string;
  readonly source: string;
}

export interface FixedScrubResult extends ScrubResult {
  /** The claim as it is to be sent: with all safe fixes made. */
  readonly claim: CodedClaim;
  readonly applied: readonly AppliedFix[];
  /** What a person may do with one word: fixes that need judgement, and those that would undo a correction. */
  readonly suggested: readonly AppliedFix[];
}

/** Each fix settles its edit, so that more than a few a claim is a fault of the rules; what is left is found and told. */
const fixesMax = 20;

const nothingSet: SetByCorrection = { placeOfService: false, lineNumbers: new Set() };

/**
 * Scrubs a claim, makes the first safe fix that is proposed, and scrubs again until none is left. It ends: a claim that
 * was seen before is not gone back to. Same input, same output.
 */
export function scrubAndFixClaim(
  input: ScrubInput,
  set: SetByCorrection = nothingSet,
  edits: readonly ScrubEdit[] = scrubEdits,
): FixedScrubResult {
  let claim = input.claim;
  let result = scrubClaim(input, edits);
  const applied: AppliedFix[] = [];
  const seen = new Set<string>();
  while (applied.length < fixesMax) {
    seen.add(JSON.stringify(claim));
    const next = firstFix(claim, result.proposals, set, seen);
    if (next === null) break;
    applied.push(next.fix);
    claim = next.claim;
    result = scrubClaim({ ...input, claim }, edits);
  }
  const suggested = result.proposals.length === 0 ? [] : suggestedFixes(claim, result.proposals);
  const trace = [...applied.map(fixTrace), ...result.trace, ...suggested.map(suggestionTrace)];
  return { ...result, trace, claim, applied, suggested };
}

function firstFix(
  claim: CodedClaim,
  proposals: readonly EditProposal[],
  set: SetByCorrection,
  seen: ReadonlySet<string>,
): { readonly claim: CodedClaim; readonly fix: AppliedFix } | null {
  for (const { safe, changes, editId, source } of proposals) {
    if (!safe || changes.some((change) => undoesCorrection(claim, change, set))) continue;
    const fixed = changes.reduce(applyClaimChange, claim);
    if (seen.has(JSON.stringify(fixed))) continue;
    return {
      claim: fixed,
      fix: { editId, changes, before: describeClaim(claim), after: describeClaim(fixed), source },
    };
  }
  return null;
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

function undoesCorrection(claim: CodedClaim, change: ClaimChange, set: SetByCorrection): boolean {
  switch (change.kind) {
    case 'set_place_of_service':
      return set.placeOfService;
    case 'add_modifier':
    case 'remove_modifier':
    case 'swap_procedure': {
      const lineNumber = claim.lines[change.lineIndex]?.lineNumber;
      return lineNumber !== undefined && set.lineNumbers.has(lineNumber);
    }
    // Nothing is lost that a person could have meant: the same modifiers, diagnoses and pointers, each one time.
    case 'order_modifiers':
    case 'drop_repeated_diagnoses':
    case 'drop_repeated_pointers':
      return false;
  }
}

function fixTrace({ editId, before, after, source }: AppliedFix): TraceStep {
  return { ruleId: `fix:${editId}`, facts: { before, after }, decision: `${before} became ${after}`, source };
}
