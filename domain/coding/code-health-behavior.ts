import type { Participants } from '../visit/service-details.js';
import type { Visit } from '../visit/visit.js';
import { addOnByTime } from './add-on-time.js';
import { codingSources } from './coding-sources.js';
import { appendStep, type CodingStep, stepDone, stepStopped } from './coding-step.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

type Procedures = CodingStep<readonly ProposedProcedure[]>;

/** First half hour and further quarters, by who took part. */
const codesByParticipants: Readonly<Record<Participants, readonly [first: string, further: string]>> = {
  patient: ['96158', '96159'],
  group: ['96164', '96165'],
  multiple_family_group: ['96164', '96165'],
  family_with_patient: ['96167', '96168'],
  family_without_patient: ['96170', '96171'],
};

/** A health behavior assessment or reassessment: one code, no time. */
export function codeHealthBehaviorAssessment(visit: Visit): Procedures {
  const step = {
    ruleId: 'health-behavior-assessment',
    facts: { clinicianType: visit.clinician.type },
    decision: '96156: assessment or reassessment, without a time of its own',
    source: codingSources.healthBehavior,
    alternatives: ['96158: intervention, when the note shows that instead'],
  };
  return stepDone([proposedProcedure('96156')], [step]);
}

/** A health behavior intervention: the first half hour from sixteen minutes, each further quarter from eight. */
export function codeHealthBehaviorIntervention(visit: Visit): Procedures {
  const minutes = visit.totalMinutes;
  const participants = visit.participants ?? 'patient';
  const [first, further] = codesByParticipants[participants];
  if (minutes === undefined || minutes < 16) {
    return stepStopped([], {
      code: 'health-behavior-minutes',
      message: `${first} needs sixteen minutes, and the record gives ${minutes ?? 'none'}`,
      location: 'totalMinutes',
      remedy: 'Give the documented minutes of the intervention; a shorter one is not reported.',
      source: codingSources.healthBehavior,
    });
  }
  const step = {
    ruleId: 'health-behavior-participants',
    facts: { participants, totalMinutes: minutes },
    decision: `${first}: first thirty minutes with ${participants.replaceAll('_', ' ')}`,
    source: codingSources.healthBehavior,
    alternatives: Object.entries(codesByParticipants)
      .filter(([, [other]]) => other !== first)
      .map(([who, [other]]) => `${other}: is with ${who.replaceAll('_', ' ')}`),
  };
  return appendStep(stepDone([proposedProcedure(first)], [step]), addOnByTime(first, further, minutes));
}
