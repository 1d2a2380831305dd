import type { TraceStep } from '../kernel/trace.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import { codeDigitalVisit } from './code-digital-visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, stepDone, stepStopped } from './coding-step.js';
import { type ProcedureFacts, procedureFacts } from './procedure-facts.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';
import { nextLevelNeeds, otherLevels, supportedLevels, visitSeries } from './visit-levels.js';

/** Whether the visit may be billed with 98000–98015: the codes exist, the payer takes them, and the visit was live. */
function usesTelemedicineFamily(visit: Visit, payer: PayerProfile): boolean {
  const begins = procedureFacts('98000')?.from ?? '';
  return (
    payer.telemedicineCodeFamily === 'accept' && visit.modality !== 'asynchronous' && visit.dateOfService >= begins
  );
}

/** The four leveled codes of the family that fits payer, patient and modality, lowest first. */
function candidateCodes(visit: Visit, telemedicine: boolean, newPatient: boolean): readonly ProcedureFacts[] {
  const modality = visit.modality === 'asynchronous' ? undefined : visit.modality;
  return visitSeries(
    telemedicine ? 'telemedicine_visit' : 'office_visit',
    newPatient ? 'new' : 'established',
    modality,
  );
}

function familyTrace(visit: Visit, payer: PayerProfile, telemedicine: boolean): TraceStep {
  return {
    ruleId: 'telemedicine-code-family',
    facts: {
      payer: payer.code,
      policy: payer.telemedicineCodeFamily,
      modality: visit.modality,
      dateOfService: visit.dateOfService,
    },
    decision: telemedicine
      ? 'the visit is billed with the telemedicine family 98000–98015'
      : 'the visit is billed with office codes 99202–99215, not with the telemedicine family',
    source: codingSources.telemedicineFamily,
    alternatives: [
      telemedicine
        ? '99202–99215: the payer takes the telemedicine family for live visits'
        : '98000–98015: the payer does not take them, the visit was not live, or they did not exist yet',
    ],
  };
}

/**
 * Chooses the visit code: office or telemedicine family by payer, new or established, and the higher of the levels that
 * medical decision making and total time support. Asks when a fact is missing; never guesses one.
 */
export function codeEvaluationAndManagement(
  visit: Visit,
  payer: PayerProfile,
): CodingStep<readonly ProposedProcedure[]> {
  if (visit.modality === 'asynchronous' && !payer.coversAsynchronous) return codeDigitalVisit(visit);
  const telemedicine = usesTelemedicineFamily(visit, payer);
  if (visit.newPatient === undefined) return askNewOrEstablished(visit, telemedicine);
  if (visit.performedBy === 'clinical_staff') return codeStaffVisit(visit.newPatient);
  const candidates = candidateCodes(visit, telemedicine, visit.newPatient);
  const audioFamily = candidates[0]?.modality === 'audio_only';
  if (audioFamily && (visit.totalMinutes ?? 0) <= 10) return stepStopped([], audioOnlyTooShort);
  const { byTime, byDecisionMaking } = supportedLevels(candidates, visit);
  const chosen = Math.max(byTime, byDecisionMaking);
  const code = candidates[chosen]?.code;
  if (code === undefined) {
    return stepStopped([], visit.psychotherapyMinutes === undefined ? levelUndocumented : decisionMakingNeeded);
  }
  const nextLevel = nextLevelNeeds(candidates, chosen);
  const level: TraceStep = {
    ruleId: 'visit-level',
    facts: {
      newPatient: visit.newPatient,
      totalMinutes: visit.totalMinutes ?? null,
      medicalDecisionMaking: visit.medicalDecisionMaking ?? null,
      psychotherapyMinutes: visit.psychotherapyMinutes ?? null,
      codeByTime: candidates[byTime]?.code ?? null,
      codeByDecisionMaking: candidates[byDecisionMaking]?.code ?? null,
    },
    decision: `${code}, by ${byDecisionMaking >= byTime ? 'medical decision making' : 'total time'}`,
    source: codingSources.visitLevel,
    alternatives: otherLevels(candidates, chosen, visit),
    ...(nextLevel === undefined ? {} : { nextLevel }),
  };
  return stepDone([proposedProcedure(code)], [familyTrace(visit, payer, telemedicine), level]);
}

/** Asks whether the patient is new, and says which code each answer leads to. */
function askNewOrEstablished(visit: Visit, telemedicine: boolean): CodingStep<readonly ProposedProcedure[]> {
  const answers = [true, false].map((newPatient) => {
    const candidates = candidateCodes(visit, telemedicine, newPatient);
    const { byTime, byDecisionMaking } = supportedLevels(candidates, visit);
    const code = candidates[Math.max(byTime, byDecisionMaking)]?.code ?? 'no level yet';
    return `${newPatient ? 'new' : 'established'}: ${code}`;
  });
  return stepStopped([], {
    code: 'new-or-established-unknown',
    message: `the record does not say whether the patient is new or established (${answers.join(', ')})`,
    location: 'newPatient',
    remedy:
      'Say whether anyone of the same group and specialty saw the patient in the three years before; then code again.',
    source: codingSources.newOrEstablished,
  });
}

/** 99211: staff saw an established patient under supervision, and no level is chosen. */
function codeStaffVisit(newPatient: boolean): CodingStep<readonly ProposedProcedure[]> {
  if (newPatient) return stepStopped([], staffSawNewPatient);
  const step: TraceStep = {
    ruleId: 'staff-visit',
    facts: { performedBy: 'clinical_staff', newPatient },
    decision: '99211: clinical staff saw an established patient under the clinician’s supervision',
    source: codingSources.staffVisit,
    alternatives: ['99212–99215: the clinician did not perform the visit'],
    nextLevel: '99212 would need the clinician’s own visit with 10 documented minutes or decision making',
  };
  return stepDone([proposedProcedure('99211')], [step]);
}

const levelUndocumented = {
  code: 'visit-level-undocumented',
  message: 'neither total minutes nor medical decision making support a level of the visit',
  location: 'totalMinutes',
  remedy: 'Give the documented total minutes of the day, or the level of medical decision making.',
  source: codingSources.visitLevel,
};

const decisionMakingNeeded = {
  code: 'visit-level-needs-decision-making',
  message: 'beside psychotherapy the visit level goes by medical decision making, and the record gives none',
  location: 'medicalDecisionMaking',
  remedy: 'Give the level of medical decision making, or code the psychotherapy alone.',
  source: codingSources.psychotherapyTime,
};

const staffSawNewPatient = {
  code: 'staff-visit-of-new-patient',
  message: 'clinical staff alone can not see a new patient',
  location: 'performedBy',
  remedy: 'Name the clinician who saw the patient, or correct new to established.',
  source: codingSources.staffVisit,
};

const audioOnlyTooShort = {
  code: 'audio-only-visit-too-short',
  message: 'an audio-only telemedicine visit needs more than ten documented minutes',
  location: 'totalMinutes',
  remedy: 'Give the documented minutes, or record a brief check-in if the patient called for five to ten minutes.',
  source: codingSources.audioOnlyFamily,
};
