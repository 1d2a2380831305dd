import type { PlainDate } from '../kernel/plain-date.js';
import type { TraceStep } from '../kernel/trace.js';
import { codeSetsInUse } from './code-sets-in-use.js';
import type { EditFinding, ScrubEdit, ScrubInput } from './scrub-edit.js';
import { scrubEdits } from './scrub-edits.js';

/** A finding with the edit it comes from. An overridden finding stays visible and no longer blocks. */
export interface ScrubFinding extends EditFinding {
  readonly editId: string;
  readonly blocking: boolean;
  readonly overridden: boolean;
  readonly source: string;
}

export interface ScrubResult {
  readonly findings: readonly ScrubFinding[];
  readonly trace: readonly TraceStep[];
}

/** Whether an edit holds for a date of service; both ends of its dates count. */
export function inForce(edit: ScrubEdit, dateOfService: PlainDate): boolean {
  return edit.effectiveFrom <= dateOfService && (edit.effectiveTo === undefined || dateOfService <= edit.effectiveTo);
}

function asScrubFindings(
  edit: ScrubEdit,
  found: readonly EditFinding[],
  { overriddenEditIds }: ScrubInput,
): readonly ScrubFinding[] {
  const overridden = overriddenEditIds.includes(edit.id);
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

/** Runs every edit in force on the date of service; all findings are collected. The claim may go when none blocks. */
export function scrubClaim(input: ScrubInput, edits: readonly ScrubEdit[] = scrubEdits): ScrubResult {
  const running = edits.filter((edit) => inForce(edit, input.visit.dateOfService));
  const findings: ScrubFinding[] = [];
  for (const edit of running) {
    const found = edit.check(input);
    if (found.length > 0) findings.push(...asScrubFindings(edit, found, input));
  }
  const summary: TraceStep = {
    ruleId: 'scrub',
    facts: {
      dateOfService: input.visit.dateOfService,
      editsRun: running.length,
      blocking: findings.filter((finding) => finding.blocking).length,
      warnings: findings.filter((finding) => !finding.blocking).length,
      ...codeSetsInUse(input),
    },
    decision: findings.some((finding) => finding.blocking) ? 'the claim is held' : 'the claim may be sent',
    source: 'the catalogue of scrub edits',
  };
  return { findings, trace: [summary, ...findings.map(findingTrace)] };
}
