import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, question, stepDone } from './coding-step.js';
import { procedureFacts } from './procedure-facts.js';
import { procedureTable } from './procedure-table.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

/** Psychotherapy by documented minutes: 16–37, 38–52, 53 and more; under 16 is not reported. */
export function codePsychotherapy(visit: Visit): CodingStep<readonly ProposedProcedure[]> {
  const minutes = visit.totalMinutes;
  const bands = procedureTable.filter((facts) => facts.family === 'psychotherapy');
  const chosen = bands.findLast((facts) => minutes !== undefined && minutes >= (facts.minMinutes ?? 0));
  if (!chosen) {
    const asked = {
      code: minutes === undefined ? 'psychotherapy-minutes-missing' : 'psychotherapy-too-short',
      message:
        minutes === undefined
          ? 'psychotherapy is coded by time and the record gives no minutes'
          : `psychotherapy of ${minutes} minutes is not reported; sixteen are needed`,
      location: 'totalMinutes',
      remedy: 'Give the documented minutes of psychotherapy, or choose another service.',
      source: codingSources.psychotherapyTime,
    };
    return { value: [], questions: [question(asked)], warnings: [], trace: [] };
  }
  return stepDone(
    [proposedProcedure(chosen.code)],
    [
      {
        ruleId: 'psychotherapy-minutes',
        facts: { totalMinutes: minutes ?? null },
        decision: chosen.code,
        source: codingSources.psychotherapyTime,
        alternatives: bands.filter((facts) => facts !== chosen).map((facts) => facts.code),
      },
    ],
  );
}

/** A psychiatric evaluation: with medical services when the clinician may give them, else without. */
export function codePsychiatricEvaluation(visit: Visit): CodingStep<readonly ProposedProcedure[]> {
  const withMedical = procedureFacts('90792')?.clinicians?.includes(visit.clinician.type) ?? false;
  const code = withMedical ? '90792' : '90791';
  return stepDone(
    [proposedProcedure(code)],
    [
      {
        ruleId: 'psychiatric-evaluation',
        facts: { clinicianType: visit.clinician.type },
        decision: withMedical ? '90792: the clinician gives medical services' : '90791: without medical services',
        source: codingSources.psychiatricEvaluation,
        alternatives: [withMedical ? '90791' : '90792'],
      },
    ],
  );
}
