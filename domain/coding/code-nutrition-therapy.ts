import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { type CodingStep, stepDone, stepStopped } from './coding-step.js';
import { followsMedicare } from './follows-medicare.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';
import { unitsPastMidpoint } from './time-units.js';

/** The code with minutes a unit, and why the others were left. */
function chooseCode(visit: Visit, payer: PayerProfile): readonly [code: string, unitMinutes: number, others: string[]] {
  const group = visit.participants === 'group' || visit.participants === 'multiple_family_group';
  const second = visit.secondNutritionReferral === true && followsMedicare(payer);
  const secondWhy = 'is for a second referral in the year, to Medicare';
  if (group) {
    return second
      ? ['G0271', 30, ['97804: there was a second referral in the year']]
      : ['97804', 30, ['97803: is for one patient', `G0271: ${secondWhy}`]];
  }
  if (second) return ['G0270', 15, ['97803: there was a second referral in the year', 'G0271: is for a group']];
  return visit.newPatient
    ? ['97802', 15, ['97803: is for a reassessment', '97804: is for a group']]
    : ['97803', 15, ['97802: is for the first assessment', '97804: is for a group', `G0270: ${secondWhy}`]];
}

/** Nutrition therapy by time: first assessment or later, alone or in a group, after a second referral or not. */
export function codeNutritionTherapy(visit: Visit, payer: PayerProfile): CodingStep<readonly ProposedProcedure[]> {
  const [code, unitMinutes, alternatives] = chooseCode(visit, payer);
  const units = unitsPastMidpoint(visit.totalMinutes ?? 0, unitMinutes);
  const asked = { remedy: 'Complete the record; then code again.', source: codingSources.nutritionTime };
  if (visit.newPatient === undefined && unitMinutes === 15) {
    return stepStopped([], {
      ...asked,
      code: 'first-or-later-assessment-unknown',
      message: 'the record does not say whether this is the first nutrition assessment',
      location: 'newPatient',
    });
  }
  if (units === 0) {
    return stepStopped([], {
      ...asked,
      code: 'nutrition-minutes-missing',
      message: `nutrition therapy is coded by time, and the record gives too few minutes for a unit of ${unitMinutes}`,
      location: 'totalMinutes',
    });
  }
  const step = {
    ruleId: 'nutrition-units',
    facts: {
      totalMinutes: visit.totalMinutes ?? null,
      newPatient: visit.newPatient ?? null,
      participants: visit.participants ?? 'patient',
      secondReferral: visit.secondNutritionReferral ?? false,
      units,
    },
    decision: `${code} × ${units}`,
    source: codingSources.nutritionTime,
    alternatives,
    nextLevel: `${code} × ${units + 1} would need ${units * unitMinutes + Math.floor(unitMinutes / 2) + 1} documented minutes`,
  };
  return stepDone([proposedProcedure(code, units)], [step]);
}
