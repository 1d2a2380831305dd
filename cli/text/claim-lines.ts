import type { ClaimExplanation } from '../../db/claim-history-queries.js';
import type { StageStay } from '../../domain/claim/claim-timeline.js';
import { cents, formatDollars } from '../../domain/kernel/cents.js';
import type { TraceStep } from '../../domain/kernel/trace.js';
import { findingLines } from '../intake/import-lines.js';

/** A claim's stages with what happened in each, as lines. */
export function timelineLines(stages: readonly StageStay[]): string[] {
  return stages.flatMap((stay) => [
    `${stay.stage.padEnd(16)} entered ${moment(stay.enteredAt)}  ${endOf(stay)}${stay.late ? '  LATE' : ''}`,
    ...stay.events.map((event) => `    ${moment(event.at)}  ${event.actor.padEnd(14)} ${event.summary}`),
  ]);
}

function endOf({ finishedAt, dueAt }: StageStay): string {
  const due = dueAt === null ? '' : `  due ${moment(dueAt)}`;
  return finishedAt === null ? `still there${due}` : `finished ${moment(finishedAt)}${due}`;
}

function moment(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

/** Why each step decided as it did: the rules with their facts and sources, then what was found. */
export function explanationLines(explanations: readonly ClaimExplanation[]): string[] {
  return explanations.flatMap((explanation) => [
    `${explanation.step}, cycle ${explanation.cycle}, ${moment(explanation.at)}, rules ${explanation.ruleSet}`,
    ...explanation.trace.flatMap(stepLines),
    ...explanation.findings.flatMap(findingLines),
  ]);
}

function stepLines({
  ruleId,
  decision,
  facts,
  source,
  effectCents,
  alternatives = [],
  nextLevel,
}: TraceStep): string[] {
  const worth = effectCents === undefined ? '' : `  (${formatDollars(cents(effectCents))})`;
  const read = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return [
    `  ${ruleId}: ${decision}${worth}`,
    ...(read.length === 0 ? [] : [`      from ${read.join(', ')}`]),
    `      by ${source}`,
    ...alternatives.map((alternative) => `      not ${alternative}`),
    ...(nextLevel === undefined ? [] : [`      next ${nextLevel}`]),
  ];
}
