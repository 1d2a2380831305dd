import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, question, stepDone } from './coding-step.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

function problemOf(
  visit: Visit,
): { readonly code: string; readonly message: string; readonly location: string } | null {
  if (visit.newPatient !== false) {
    return {
      code: 'brief-check-in-needs-established-patient',
      message: 'a brief check-in is for established patients, and the record does not say that this patient is one',
      location: 'newPatient',
    };
  }
  const minutes = visit.totalMinutes;
  if (minutes !== undefined && minutes >= 5 && minutes <= 10) return null;
  return {
    code: 'brief-check-in-minutes',
    message: 'a brief check-in has five to ten minutes of medical discussion, and the record does not show them',
    location: 'totalMinutes',
  };
}

/** The brief virtual check-in 98016: established patient, five to ten minutes; longer ones are visits. */
export function codeBriefCheckIn(visit: Visit): CodingStep<readonly ProposedProcedure[]> {
  const problem = problemOf(visit);
  if (problem) {
    const remedy = 'Complete the record, or code the contact as a visit by its time or medical decision making.';
    const asked = { ...problem, remedy, source: codingSources.briefCheckIn };
    return { value: [], questions: [question(asked)], warnings: [], trace: [] };
  }
  const code = visit.dateOfService >= '2025-01-01' ? '98016' : 'G2012';
  return stepDone(
    [proposedProcedure(code)],
    [
      {
        ruleId: 'brief-check-in',
        facts: { totalMinutes: visit.totalMinutes ?? null, dateOfService: visit.dateOfService },
        decision: code,
        source: codingSources.briefCheckIn,
      },
    ],
  );
}
