import type { Participants } from '../visit/service-details.js';
import type { Visit } from '../visit/visit.js';
import { addOnByTime } from './add-on-time.js';
import { chooseByMinutes } from './choose-by-minutes.js';
import { codingSources } from './coding-sources.js';
import { appendStep, type CodingStep, stepDone, stepStopped } from './coding-step.js';
import { proceduresOf, proceduresOfFamily } from './procedure-facts.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

type Procedures = CodingStep<readonly ProposedProcedure[]>;

/** Family and group psychotherapy with what each code stands for. */
const byParticipants: Readonly<Record<Exclude<Participants, 'patient'>, readonly [code: string, meaning: string]>> = {
  family_without_patient: ['90846', 'the family without the patient'],
  family_with_patient: ['90847', 'the family with the patient'],
  multiple_family_group: ['90849', 'a group of several families'],
  group: ['90853', 'a group of patients'],
};

/** Psychotherapy: by documented minutes with the patient alone, by participants with family or group. */
export function codePsychotherapy(visit: Visit): Procedures {
  const participants = visit.participants ?? 'patient';
  return participants === 'patient' ? codeIndividual(visit) : codeFamilyOrGroup(visit, participants);
}

function codeIndividual({ totalMinutes: minutes }: Visit): Procedures {
  const asked = {
    location: 'totalMinutes',
    remedy: 'Give the documented minutes of psychotherapy, or choose another service.',
    source: codingSources.psychotherapyTime,
  };
  return chooseByMinutes({
    ruleId: 'psychotherapy-minutes',
    source: codingSources.psychotherapyTime,
    bands: proceduresOfFamily('psychotherapy'),
    minutes,
    missing: {
      ...asked,
      code: 'psychotherapy-minutes-missing',
      message: 'psychotherapy is coded by time and the record gives no minutes',
    },
    unfit: {
      ...asked,
      code: 'psychotherapy-too-short',
      message: `psychotherapy of ${minutes} minutes is not reported; sixteen are needed`,
    },
  });
}

function codeFamilyOrGroup(visit: Visit, participants: Exclude<Participants, 'patient'>): Procedures {
  const [code, meaning] = byParticipants[participants];
  const minutes = visit.totalMinutes;
  const [facts] = proceduresOf(code);
  if (facts?.minMinutes !== undefined && (minutes ?? 0) < facts.minMinutes) {
    return stepStopped([], {
      code: minutes === undefined ? 'family-psychotherapy-minutes-missing' : 'family-psychotherapy-too-short',
      message: `${code} needs ${facts.minMinutes} minutes, and the record gives ${minutes ?? 'none'}`,
      location: 'totalMinutes',
      remedy: 'Give the documented minutes; a shorter session is not reported.',
      source: codingSources.familyPsychotherapy,
    });
  }
  const step = {
    ruleId: 'psychotherapy-participants',
    facts: { participants, totalMinutes: minutes ?? null },
    decision: `${code}: with ${meaning}`,
    source: codingSources.familyPsychotherapy,
    alternatives: Object.values(byParticipants)
      .filter(([other]) => other !== code)
      .map(([other, otherMeaning]) => `${other}: is with ${otherMeaning}`),
  };
  return stepDone([proposedProcedure(code)], [step]);
}

/** Psychotherapy for crisis from thirty minutes; a shorter one is psychotherapy of its minutes. */
export function codeCrisisPsychotherapy(visit: Visit): Procedures {
  const minutes = visit.totalMinutes;
  if (minutes === undefined || minutes < 16) {
    return stepStopped([], {
      code: 'crisis-psychotherapy-minutes',
      message: `psychotherapy for crisis goes by time, and the record gives ${minutes ?? 'no'} minutes`,
      location: 'totalMinutes',
      remedy: 'Give the documented minutes: thirty for 90839, sixteen for 90832.',
      source: codingSources.crisisPsychotherapy,
    });
  }
  const crisis = minutes >= 30;
  const code = crisis ? '90839' : '90832';
  const chosen = stepDone(
    [proposedProcedure(code)],
    [
      {
        ruleId: 'crisis-psychotherapy-minutes',
        facts: { totalMinutes: minutes },
        decision: crisis ? '90839: thirty minutes or more' : '90832: under thirty minutes, crisis is not reported',
        source: codingSources.crisisPsychotherapy,
        alternatives: [crisis ? '90837: a crisis is not reported as psychotherapy' : '90839: needs thirty minutes'],
        ...(crisis ? {} : { nextLevel: '90839 would need 30 documented minutes' }),
      },
    ],
  );
  return crisis ? appendStep(chosen, addOnByTime('90839', '90840', minutes)) : chosen;
}

/** Psychoanalysis: one code, no time. */
export function codePsychoanalysis(): Procedures {
  const step = {
    ruleId: 'psychoanalysis',
    facts: { serviceKind: 'psychoanalysis' },
    decision: '90845: psychoanalysis, without a time of its own',
    source: codingSources.psychotherapyTime,
    alternatives: ['90837: psychotherapy by time, when the note shows that instead'],
  };
  return stepDone([proposedProcedure('90845')], [step]);
}
