import type { CodedClaim } from '../coding/coded-claim.js';
import { applyClaimChange } from './apply-claim-change.js';
import type { ClaimChange } from './claim-fix.js';
import { describeClaim } from './describe-claim.js';
import { type EditProposal, type EditRun, runEdits } from './run-edits.js';
import type { ScrubEdit, ScrubInput } from './scrub-edit.js';

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

/** A claim with all safe fixes made, and what edits find on it then. */
export interface FixedClaim {
  readonly run: EditRun;
  readonly claim: CodedClaim;
  readonly applied: readonly AppliedFix[];
}

/** Each fix settles its edit, so that more than a few a claim is a fault of the rules; what is left is found and told. */
const fixesMax = 20;

/**
 * Runs the edits, makes the first safe fix that is proposed, and runs them again until none is left. It ends: a claim
 * that was seen before is not gone back to. Same input, same output.
 */
export function fixClaim(input: ScrubInput, set: SetByCorrection, edits: readonly ScrubEdit[]): FixedClaim {
  let claim = input.claim;
  let run = runEdits(input, edits);
  const applied: AppliedFix[] = [];
  const seen = new Set<string>();
  while (applied.length < fixesMax && run.proposals.some(({ safe }) => safe)) {
    seen.add(JSON.stringify(claim));
    const next = firstFix(claim, run.proposals, set, seen);
    if (next === null) break;
    applied.push(next.fix);
    claim = next.claim;
    run = runEdits({ ...input, claim }, edits);
  }
  return { run, claim, applied };
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
