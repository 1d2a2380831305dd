import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, stepDone } from './coding-step.js';
import { procedureFacts } from './procedure-facts.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

/** A psychiatric evaluation: with medical services when the clinician may give them, else without. */
export function codePsychiatricEvaluation(visit: Visit): CodingStep<readonly ProposedProcedure[]> {
  const withMedical = procedureFacts('90792')?.clinicians?.includes(visit.clinician.type) ?? false;
  const code = withMedical ? '90792' : '90791';
  return stepDone(
    [proposedProcedure(code)],
    [
      {
        ruleId: 'psychiatric-evaluation',
        facts: { clinicianType: visit.clinician.type },
        decision: withMedical ? '90792: the clinician gives medical services' : '90791: without medical services',
        source: codingSources.psychiatricEvaluation,
        alternatives: [
          withMedical
            ? '90791: when the note shows no medical services'
            : '90792: this profession gives no medical services',
        ],
        ...(withMedical ? {} : { nextLevel: '90792 would need medical services by a physician or the like' }),
      },
    ],
  );
}
