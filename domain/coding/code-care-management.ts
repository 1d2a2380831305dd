import type { CareProgram } from '../visit/service-details.js';
import type { Visit } from '../visit/visit.js';
import { addOnByTime } from './add-on-time.js';
import { codingSources } from './coding-sources.js';
import { appendStep, type CodingStep, stepDone, stepStopped } from './coding-step.js';
import { procedureFacts } from './procedure-facts.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

/** The code of the month, and the add-on for further time. */
const codesByProgram: Readonly<Record<CareProgram, readonly [base: string, addOn?: string]>> = {
  chronic_care_by_staff: ['99490', '99439'],
  chronic_care_by_clinician: ['99491', '99437'],
  complex_chronic_care: ['99487', '99489'],
  principal_care_by_clinician: ['99424', '99425'],
  principal_care_by_staff: ['99426', '99427'],
  behavioral_health_integration: ['99484'],
  collaborative_care_first_month: ['99492', '99494'],
  collaborative_care_later_month: ['99493', '99494'],
  advanced_primary_care_one_condition_or_less: ['G0556'],
  advanced_primary_care_two_conditions: ['G0557'],
  advanced_primary_care_two_conditions_qmb: ['G0558'],
};

/** A month of care between visits: by programme, and by its minutes where the programme counts them. */
export function codeCareManagement(visit: Visit): CodingStep<readonly ProposedProcedure[]> {
  const program = visit.careProgram;
  if (program === undefined) {
    return stepStopped([], {
      code: 'care-program-unknown',
      message: 'the record does not say which programme of care the month belongs to',
      location: 'careProgram',
      remedy: 'Name the programme, or enter its code among the procedures.',
      source: codingSources.careManagement,
    });
  }
  const [base, addOn] = codesByProgram[program];
  const minutes = visit.totalMinutes;
  const needed = procedureFacts(base)?.minMinutes;
  if (needed !== undefined && (minutes ?? 0) < needed) {
    return stepStopped([], {
      code: 'care-management-minutes',
      message: `${base} needs ${needed} minutes in the calendar month, and the record gives ${minutes ?? 'none'}`,
      location: 'totalMinutes',
      remedy: 'Give the minutes of the month; fewer are not reported.',
      source: codingSources.careManagement,
    });
  }
  const step = {
    ruleId: 'care-program',
    facts: { careProgram: program, minutes: minutes ?? null, minutesNeeded: needed ?? null },
    decision: `${base}: ${program.replaceAll('_', ' ')}`,
    source: needed === undefined ? codingSources.advancedPrimaryCare : codingSources.careManagement,
    alternatives: Object.entries(codesByProgram)
      .filter(([, [other]]) => other !== base)
      .map(([other, [code]]) => `${code}: is ${other.replaceAll('_', ' ')}`),
  };
  const month = stepDone([proposedProcedure(base)], [step]);
  return addOn === undefined ? month : appendStep(month, addOnByTime(base, addOn, minutes ?? 0));
}
