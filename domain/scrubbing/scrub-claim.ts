import type { TraceStep } from '../kernel/trace.js';
import type { ClaimFix } from './claim-fix.js';
import { codeSetsInUse } from './code-sets-in-use.js';
import type { EditFinding, ScrubEdit, ScrubInput } from './scrub-edit.js';
import { scrubEdits } from './scrub-edits.js';
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

export interface ScrubResult {
  readonly findings: readonly ScrubFinding[];
  /** What edits with findings propose, in their order; none of an edit that a person has set aside. */
  readonly proposals: readonly EditProposal[];
  readonly trace: readonly TraceStep[];
}

function findingsOf(edit: ScrubEdit, found: readonly EditFinding[], overridden: boolean): readonly ScrubFinding[] {
  return found.map((finding) => ({
    ...finding,
    editId: edit.id,
    blocking: edit.severity === 'blocking' && !overridden,
    overridden,
    source: edit.source,
  }));
}

function findingTrace(finding: ScrubFinding): TraceStep {
  const outcome = finding.overridden ? 'set aside by a person' : finding.blocking ? 'blocks the claim' : 'goes along';
  return {
    ruleId: `edit:${finding.editId}`,
    facts: { location: finding.location },
    decision: `${finding.message} (${outcome})`,
    source: finding.source,
  };
}

function countBlocking(findings: readonly ScrubFinding[]): number {
  let count = 0;
  for (const finding of findings) if (finding.blocking) count += 1;
  return count;
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
 * Runs every edit that can concern the claim on its date of service; all findings are collected. The claim may go when
 * none blocks. The list of edits is sorted ahead, one time for each list.
 */
export function scrubClaim(input: ScrubInput, edits: readonly ScrubEdit[] = scrubEdits): ScrubResult {
  const { dateOfService } = input.visit;
  const running = selectorOf(edits)(input.claim, dateOfService, input.payer.payerClass);
  const findings: ScrubFinding[] = [];
  const proposals: EditProposal[] = [];
  for (const edit of running) {
    const found = edit.check(input);
    if (found.length === 0) continue;
    const overridden = input.overriddenEditIds.includes(edit.id);
    findings.push(...findingsOf(edit, found, overridden));
    const fix = overridden ? null : (edit.fix?.(input) ?? null);
    if (fix !== null) proposals.push({ ...fix, editId: edit.id, source: edit.source });
  }
  const blocking = countBlocking(findings);
  const summary: TraceStep = {
    ruleId: 'scrub',
    facts: {
      dateOfService,
      editsRun: running.length,
      blocking,
      warnings: findings.length - blocking,
      ...codeSetsInUse(input),
    },
    decision: blocking > 0 ? 'the claim is held' : 'the claim may be sent',
    source: 'the catalogue of scrub edits',
  };
  return { findings, proposals, trace: [summary, ...findings.map(findingTrace)] };
}
