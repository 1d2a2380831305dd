import type { Visit } from '../visit/visit.js';
import { chooseByMinutes } from './choose-by-minutes.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, stepStopped } from './coding-step.js';
import { mayReport, proceduresOf } from './procedure-facts.js';
import type { ProposedProcedure } from './proposed-procedure.js';
import { relatedVisitQuestion } from './related-visit.js';

const ofMedicalClinicians = proceduresOf('99421', '99422', '99423');
const ofOthers = proceduresOf('98970', '98971', '98972');

/** An online digital visit by its minutes over seven days: 5–10, 11–20, 21 and more; established patients only. */
export function codeDigitalVisit(visit: Visit): CodingStep<readonly ProposedProcedure[]> {
  const unfit = {
    code: 'digital-visit-not-supported',
    message: 'an asynchronous visit is reported for an established patient and at least five documented minutes',
    location: visit.newPatient === false ? 'totalMinutes' : 'newPatient',
    remedy: 'Give the minutes over seven days and say that the patient is established, or choose the code by hand.',
    source: codingSources.digitalVisit,
  };
  if (visit.newPatient !== false) return stepStopped([], unfit);
  const medical = ofMedicalClinicians.every((facts) => mayReport(facts, visit.clinician.type));
  const related = relatedVisitQuestion(visit, medical ? '99421' : '98970');
  if (related) return stepStopped([], related);
  return chooseByMinutes({
    ruleId: 'digital-visit-minutes',
    source: codingSources.digitalVisit,
    bands: medical ? ofMedicalClinicians : ofOthers,
    minutes: visit.totalMinutes,
    facts: { clinicianType: visit.clinician.type, newPatient: false },
    unfit,
  });
}
