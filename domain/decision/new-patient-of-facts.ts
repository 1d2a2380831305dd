import type { Finding } from '../kernel/finding.js';
import type { PlainDate } from '../kernel/plain-date.js';
import type { TraceStep } from '../kernel/trace.js';
import { isInNewPatientWindow } from '../visit/new-patient-window.js';
import type { VisitFacts } from './visit-facts.js';

const source =
  'CPT Evaluation and Management guidelines: new and established patient (three years, group and specialty)';

export interface NewPatientOfFacts {
  readonly newPatient: boolean | undefined;
  readonly findings: readonly Finding[];
  readonly trace: readonly TraceStep[];
}

/** New or established as the facts say, or by the history: a service of the same group and specialty in the three years before. */
export function newPatientOfFacts(facts: VisitFacts, dateOfService: PlainDate): NewPatientOfFacts {
  const { newPatient: said, history } = facts;
  if (history === undefined) return { newPatient: said, findings: [], trace: [] };
  const counting = history.filter(
    ({ date, sameGroup, sameSpecialty }) => sameGroup && sameSpecialty && isInNewPatientWindow(date, dateOfService),
  );
  const newPatient = counting.length === 0;
  const step: TraceStep = {
    ruleId: 'new-or-established',
    facts: { earlierServices: history.length, ofGroupAndSpecialtyInThreeYears: counting.length },
    decision: newPatient ? 'the patient is new' : 'the patient is established',
    source,
  };
  if (said === undefined || said === newPatient) return { newPatient, findings: [], trace: [step] };
  const finding: Finding = {
    code: 'new-patient-against-history',
    severity: 'error',
    message: `newPatient is ${String(said)} and the history says ${String(newPatient)}`,
    location: 'newPatient',
    remedy: 'Correct the history, or leave newPatient out.',
    source,
  };
  return { newPatient, findings: [finding], trace: [step] };
}
