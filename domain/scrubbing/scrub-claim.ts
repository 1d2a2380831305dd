import type { TraceStep } from '../kernel/trace.js';
import { codeSetsInUse } from './code-sets-in-use.js';
import { type EditRun, runEdits, type ScrubFinding } from './run-edits.js';
import type { ScrubEdit, ScrubInput } from './scrub-edit.js';
import { scrubEdits } from './scrub-edits.js';

/** What edits find on a claim, with the reasons for people. */
export interface ScrubResult extends Omit<EditRun, 'editsRun'> {
  readonly trace: readonly TraceStep[];
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

/** Runs every edit that can concern the claim on its date of service. The claim may go when no finding blocks. */
export function scrubClaim(input: ScrubInput, edits: readonly ScrubEdit[] = scrubEdits): ScrubResult {
  const run = runEdits(input, edits);
  return { findings: run.findings, proposals: run.proposals, trace: scrubTrace(input, run) };
}

/** What was run over a claim, by which code sets, and each finding. */
export function scrubTrace(input: ScrubInput, { editsRun, findings }: EditRun): TraceStep[] {
  const blocking = countBlocking(findings);
  const summary: TraceStep = {
    ruleId: 'scrub',
    facts: {
      dateOfService: input.visit.dateOfService,
      editsRun,
      blocking,
      warnings: findings.length - blocking,
      ...codeSetsInUse(input),
    },
    decision: blocking > 0 ? 'the claim is held' : 'the claim may be sent',
    source: 'the catalogue of scrub edits',
  };
  return [summary, ...findings.map(findingTrace)];
}
