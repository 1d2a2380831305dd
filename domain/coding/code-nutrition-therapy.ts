import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, question, stepDone } from './coding-step.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

/** Units of fifteen minutes; each counts once more than half of it is documented. */
function quarterHours(minutes: number): number {
  return Math.floor((minutes + 7) / 15);
}

/** Nutrition therapy: 97802 for the first assessment, 97803 afterwards, in units of fifteen minutes. */
export function codeNutritionTherapy(visit: Visit): CodingStep<readonly ProposedProcedure[]> {
  const units = quarterHours(visit.totalMinutes ?? 0);
  if (visit.newPatient === undefined || units === 0) {
    const asked = {
      code: visit.newPatient === undefined ? 'first-or-later-assessment-unknown' : 'nutrition-minutes-missing',
      message:
        visit.newPatient === undefined
          ? 'the record does not say whether this is the first nutrition assessment'
          : 'nutrition therapy is coded by time, and the record gives fewer than eight minutes',
      location: visit.newPatient === undefined ? 'newPatient' : 'totalMinutes',
      remedy: 'Complete the record; then code again.',
      source: codingSources.nutritionTime,
    };
    return { value: [], questions: [question(asked)], warnings: [], trace: [] };
  }
  const code = visit.newPatient ? '97802' : '97803';
  return stepDone(
    [proposedProcedure(code, units)],
    [
      {
        ruleId: 'nutrition-units',
        facts: { totalMinutes: visit.totalMinutes ?? null, newPatient: visit.newPatient, units },
        decision: `${code} × ${units}`,
        source: codingSources.nutritionTime,
        alternatives: [visit.newPatient ? '97803' : '97802'],
      },
    ],
  );
}
