import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import { chooseByMinutes } from './choose-by-minutes.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, type Question, stepDone, stepStopped } from './coding-step.js';
import { followsMedicare } from './follows-medicare.js';
import { proceduresOf } from './procedure-facts.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

const initial = proceduresOf('G0425', 'G0426', 'G0427');
const subsequent = proceduresOf('G0406', 'G0407', 'G0408');

/** What must be known before a telehealth consultation in hospital can be coded. */
function problemOf(visit: Visit, payer: PayerProfile): Question | undefined {
  const source = codingSources.telehealthConsultation;
  if (!followsMedicare(payer)) {
    return {
      code: 'consultation-code-of-payer',
      message: `${payer.name} is not Medicare, and our rules know only Medicare’s codes of telehealth consultations`,
      location: 'serviceKind',
      remedy: 'Enter the consultation code of this payer among the procedures.',
      source,
    };
  }
  if (visit.patientLocation.setting === 'home') {
    return {
      code: 'hospital-consultation-at-home',
      message: 'a hospital consultation is of a patient in hospital or emergency department, and this one was at home',
      location: 'patientLocation.setting',
      remedy: 'Correct the place, or code the contact as a visit.',
      source,
    };
  }
  if (visit.consultationStage !== undefined) return undefined;
  return {
    code: 'consultation-stage-unknown',
    message: 'the record does not say whether the consultation was the first or a later one',
    location: 'consultationStage',
    remedy: 'Complete the record; then code again.',
    source,
  };
}

/** Telehealth consultation in hospital or emergency department, first or follow-up, by minutes. */
export function codeHospitalConsultation(visit: Visit, payer: PayerProfile): CodingStep<readonly ProposedProcedure[]> {
  const problem = problemOf(visit, payer);
  if (problem) return stepStopped([], problem);
  const bands = visit.consultationStage === 'initial' ? initial : subsequent;
  return chooseByMinutes({
    ruleId: 'telehealth-consultation',
    source: codingSources.telehealthConsultation,
    bands,
    minutes: visit.totalMinutes,
    facts: { consultationStage: visit.consultationStage ?? null },
    unfit: {
      code: 'telehealth-consultation-minutes',
      message: `${bands[0]?.code} stands for ${bands[0]?.minMinutes} minutes, and the record gives ${visit.totalMinutes ?? 'none'}`,
      location: 'totalMinutes',
      remedy: 'Give the documented minutes, or choose the code by hand.',
      source: codingSources.telehealthConsultation,
    },
  });
}

/** Telehealth consultation of a critically ill patient: first or later; its times are typical ones and decide nothing. */
export function codeCriticalCareConsultation(
  visit: Visit,
  payer: PayerProfile,
): CodingStep<readonly ProposedProcedure[]> {
  const problem = problemOf(visit, payer);
  if (problem) return stepStopped([], problem);
  const first = visit.consultationStage === 'initial';
  const step = {
    ruleId: 'critical-care-consultation',
    facts: { consultationStage: visit.consultationStage ?? null, totalMinutes: visit.totalMinutes ?? null },
    decision: first ? 'G0508: first consultation' : 'G0509: later consultation',
    source: codingSources.telehealthConsultation,
    alternatives: [first ? 'G0509: is for a later one' : 'G0508: is for the first one'],
  };
  return stepDone([proposedProcedure(first ? 'G0508' : 'G0509')], [step]);
}
