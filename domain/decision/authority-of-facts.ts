import type { Finding } from '../kernel/finding.js';
import type { TraceStep } from '../kernel/trace.js';
import { missingFact } from './missing-facts.js';
import type { MissingFact } from './visit-decision.js';
import type { VisitFacts } from './visit-facts.js';

const source = 'state practice acts: the clinician is authorized where the patient is at the time of service';

export interface AuthorityOfFacts {
  readonly findings: readonly Finding[];
  readonly missing: readonly MissingFact[];
  readonly trace: readonly TraceStep[];
}

/** Whether the clinician may treat a patient in the patient's state: by its own list of states, else by where the clinician works. */
export function authorityOfFacts({ clinician, patientLocation }: VisitFacts): AuthorityOfFacts {
  const patientState = patientLocation?.state;
  const { state, licensedStates } = clinician ?? {};
  if (patientState === undefined || (state === undefined && licensedStates === undefined)) return nothing;
  const authorized = licensedStates?.includes(patientState) ?? (state === patientState || undefined);
  const trace: TraceStep = {
    ruleId: 'authority-at-patient-place',
    facts: { patientState, clinicianState: state ?? null, licensedStates: licensedStates?.join(' ') ?? null },
    decision: decisionOf(authorized, licensedStates !== undefined, patientState),
    source,
  };
  if (authorized === true) return { findings: [], missing: [], trace: [trace] };
  if (authorized === false) return { findings: [noAuthority(patientState)], missing: [], trace: [trace] };
  const why = `the clinician works in ${state ?? 'another state'} and the patient was in ${patientState}: the practice must have the clinician’s license, compact privilege or registration for ${patientState} on record`;
  const missing = missingFact('clinician.licensedStates', { why, source }, [`a list with ${patientState}`]);
  return { findings: [], missing: [missing], trace: [trace] };
}

const nothing: AuthorityOfFacts = { findings: [], missing: [], trace: [] };

function decisionOf(authorized: boolean | undefined, listed: boolean, patientState: string): string {
  if (authorized === undefined) return `authority in ${patientState} must be on record`;
  if (!authorized) return `no authority in ${patientState}`;
  return listed
    ? `authority in ${patientState} is on record`
    : `the clinician works in ${patientState}, as the patient was there`;
}

function noAuthority(patientState: string): Finding {
  return {
    code: 'no-authority-at-patient-place',
    severity: 'error',
    message: `the clinician has no license, compact privilege or registration for ${patientState}, where the patient was`,
    location: 'clinician.licensedStates',
    remedy: 'Have a clinician see the patient who may, or correct the list when one came in the meantime.',
    source,
  };
}
