import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, question, stepDone } from './coding-step.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

const codes = {
  medical: ['99421', '99422', '99423'],
  other: ['98970', '98971', '98972'],
} as const;

/** An online digital visit by its minutes over seven days: 5–10, 11–20, 21 and more; established patients only. */
export function codeDigitalVisit(visit: Visit): CodingStep<readonly ProposedProcedure[]> {
  const minutes = visit.totalMinutes ?? 0;
  if (visit.newPatient !== false || minutes < 5) {
    const asked = {
      code: 'digital-visit-not-supported',
      message: 'an asynchronous visit is reported for an established patient and at least five documented minutes',
      location: visit.newPatient === false ? 'totalMinutes' : 'newPatient',
      remedy: 'Give the minutes over seven days and say that the patient is established, or choose the code by hand.',
      source: codingSources.digitalVisit,
    };
    return { value: [], questions: [question(asked)], warnings: [], trace: [] };
  }
  const medical = ['physician', 'nurse_practitioner', 'physician_assistant'].includes(visit.clinician.type);
  const family = medical ? codes.medical : codes.other;
  const code = minutes <= 10 ? family[0] : minutes <= 20 ? family[1] : family[2];
  return stepDone(
    [proposedProcedure(code)],
    [
      {
        ruleId: 'digital-visit-minutes',
        facts: { totalMinutes: minutes, clinicianType: visit.clinician.type },
        decision: code,
        source: codingSources.digitalVisit,
        alternatives: family.filter((other) => other !== code),
      },
    ],
  );
}
