import type { ClaimFix } from './claim-fix.js';
import type { EditFinding, ScrubEdit, ScrubInput } from './scrub-edit.js';
import { createEditSelector, type EditSelector } from './select-edits.js';

/** A finding with the edit it comes from. An overridden finding stays visible and no longer blocks. */
export interface ScrubFinding extends EditFinding {
  readonly editId: string;
  readonly blocking: boolean;
  readonly overridden: boolean;
  readonly source: string;
}

/** A change that an edit proposes for what it found. */
export interface EditProposal extends ClaimFix {
  readonly editId: string;
  readonly source: string;
}

/** What edits find on a claim as it stands. */
export interface EditRun {
  readonly editsRun: number;
  readonly findings: readonly ScrubFinding[];
  /** What edits with findings propose, in their order; none of an edit that a person has set aside. */
  readonly proposals: readonly EditProposal[];
}

const selectors = new WeakMap<readonly ScrubEdit[], EditSelector>();

function selectorOf(edits: readonly ScrubEdit[]): EditSelector {
  const known = selectors.get(edits);
  if (known !== undefined) return known;
  const selector = createEditSelector(edits);
  selectors.set(edits, selector);
  return selector;
}

/**
 * Runs every edit that can concern the claim on its date of service; all findings are collected. The list of edits is
 * sorted ahead, one time for each list.
 */
export function runEdits(input: ScrubInput, edits: readonly ScrubEdit[]): EditRun {
  const running = selectorOf(edits)(input.claim, input.visit.dateOfService, input.payer.payerClass);
  const findings: ScrubFinding[] = [];
  const proposals: EditProposal[] = [];
  for (const edit of running) {
    const found = edit.check(input);
    if (found.length === 0) continue;
    const { id: editId, source } = edit;
    const overridden = input.overriddenEditIds.includes(editId);
    const blocking = edit.severity === 'blocking' && !overridden;
    // Written out: a spread costs as much as several edits, and most claims have a finding.
    for (const { message, location, remedy } of found) {
      findings.push({ message, location, remedy, editId, blocking, overridden, source });
    }
    const fix = overridden ? null : (edit.fix?.(input) ?? null);
    if (fix !== null) proposals.push({ ...fix, editId, source });
  }
  return { editsRun: running.length, findings, proposals };
}
