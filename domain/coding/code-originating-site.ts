import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, stepDone, stepStopped } from './coding-step.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

/** The facility fee of the site where the patient sits, Q3014; a home has none. */
export function codeOriginatingSite(visit: Visit): CodingStep<readonly ProposedProcedure[]> {
  const { setting, state } = visit.patientLocation;
  if (setting === 'home') {
    return stepStopped([], {
      code: 'originating-site-at-home',
      message: 'a patient at home has no originating site, and Q3014 is not reported',
      location: 'patientLocation.setting',
      remedy: 'Correct the place if the patient sat at a facility; else bill no site fee.',
      source: codingSources.originatingSite,
    });
  }
  const step = {
    ruleId: 'originating-site',
    facts: { setting, state },
    decision: 'Q3014: the patient sat at this site',
    source: codingSources.originatingSite,
    alternatives: ['a visit code: is billed by the clinician at the distant site'],
  };
  return stepDone([proposedProcedure('Q3014')], [step]);
}
