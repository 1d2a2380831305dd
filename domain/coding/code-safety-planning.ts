import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, stepDone, stepStopped } from './coding-step.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

/** Full minutes a unit takes; whether the midpoint already counts is not settled (verify). */
const unitMinutes = 20;

/** Safety planning, G0560 for each full twenty minutes. */
export function codeSafetyPlanning(visit: Visit): CodingStep<readonly ProposedProcedure[]> {
  const units = Math.floor((visit.totalMinutes ?? 0) / unitMinutes);
  if (units === 0) {
    return stepStopped([], {
      code: 'safety-planning-minutes',
      message: `G0560 stands for twenty minutes, and the record gives ${visit.totalMinutes ?? 'none'}`,
      location: 'totalMinutes',
      remedy: 'Give the documented minutes; shorter planning is part of the visit it belongs to.',
      source: codingSources.safetyPlanning,
    });
  }
  const step = {
    ruleId: 'safety-planning-units',
    facts: { totalMinutes: visit.totalMinutes ?? null, units },
    decision: `G0560 × ${units}`,
    source: codingSources.safetyPlanning,
    alternatives: ['90839: is psychotherapy for crisis, when the note shows that instead'],
    nextLevel: `G0560 × ${units + 1} would need ${(units + 1) * unitMinutes} documented minutes`,
  };
  return stepDone([proposedProcedure('G0560', units)], [step]);
}
