import type { Visit } from '../visit/visit.js';
import { chooseByMinutes } from './choose-by-minutes.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, stepStopped } from './coding-step.js';
import { mayReport, proceduresOfFamily } from './procedure-facts.js';
import type { ProposedProcedure } from './proposed-procedure.js';
import { relatedVisitQuestion } from './related-visit.js';

/** A telephone assessment by a qualified professional who reports no visits; those who do code an audio-only visit. */
export function codeTelephoneAssessment(visit: Visit): CodingStep<readonly ProposedProcedure[]> {
  const bands = proceduresOfFamily('telephone_assessment');
  if (!bands.every((facts) => mayReport(facts, visit.clinician.type))) {
    return stepStopped([], {
      code: 'telephone-assessment-of-medical-clinician',
      message: 'telephone assessments are of other professions; 99441–99443 ended on 2024-12-31',
      location: 'serviceKind',
      remedy: 'Send the call as evaluation and management with modality audio_only, or as brief check-in.',
      source: codingSources.telephoneAssessment,
    });
  }
  const asked = { source: codingSources.telephoneAssessment, remedy: 'Complete the record; then code again.' };
  if (visit.newPatient !== false) {
    return stepStopped([], {
      ...asked,
      code: 'telephone-assessment-needs-established-patient',
      message: 'a telephone assessment is for established patients, and the record does not say that this one is',
      location: 'newPatient',
    });
  }
  const related = relatedVisitQuestion(visit, '98966');
  if (related) return stepStopped([], related);
  return chooseByMinutes({
    ruleId: 'telephone-assessment-minutes',
    source: codingSources.telephoneAssessment,
    bands,
    minutes: visit.totalMinutes,
    facts: { clinicianType: visit.clinician.type, newPatient: false },
    unfit: {
      ...asked,
      code: 'telephone-assessment-minutes',
      message: 'a telephone assessment has five to thirty documented minutes, and the record does not show them',
      location: 'totalMinutes',
    },
  });
}
