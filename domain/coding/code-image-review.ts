import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, stepDone, stepStopped } from './coding-step.js';
import { mayReport, proceduresOf } from './procedure-facts.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';
import { relatedVisitQuestion } from './related-visit.js';

const [byMedicalClinician] = proceduresOf('G2010');

/** Evaluation of images or video the patient sent: G2010, or G2250 of professions that report no visits. */
export function codeImageReview(visit: Visit): CodingStep<readonly ProposedProcedure[]> {
  if (visit.newPatient !== false) {
    return stepStopped([], {
      code: 'image-review-needs-established-patient',
      message: 'an image review is for established patients, and the record does not say that this one is',
      location: 'newPatient',
      remedy: 'Say whether the patient is established, or code the contact as a visit.',
      source: codingSources.imageReview,
    });
  }
  const medical = byMedicalClinician !== undefined && mayReport(byMedicalClinician, visit.clinician.type);
  const code = medical ? 'G2010' : 'G2250';
  const related = relatedVisitQuestion(visit, code);
  if (related) return stepStopped([], related);
  const step = {
    ruleId: 'image-review',
    facts: { clinicianType: visit.clinician.type, newPatient: false },
    decision: `${code}: by the clinician’s profession`,
    source: codingSources.imageReview,
    alternatives: [
      medical ? 'G2250: is of professions that report no visits' : 'G2010: is of professions that report visits',
    ],
  };
  return stepDone([proposedProcedure(code)], [step]);
}
