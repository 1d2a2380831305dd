import type { PayerProfile } from '../payer/payer-profile.js';
import type { Rehabilitation } from '../visit/service-details.js';
import type { Visit } from '../visit/visit.js';
import { codingSources } from './coding-sources.js';
import { appendStep, type CodingStep, nothing, stepDone, stepStopped } from './coding-step.js';
import { followsMedicare } from './follows-medicare.js';
import { procedureFacts } from './procedure-facts.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';
import { timedUnits } from './timed-units.js';

type Procedures = CodingStep<readonly ProposedProcedure[]>;

/** Evaluations by complexity, of the disciplines whose codes go by it. */
const evaluations = {
  physical_therapist: { low: '97161', moderate: '97162', high: '97163', re_evaluation: '97164' },
  occupational_therapist: { low: '97165', moderate: '97166', high: '97167', re_evaluation: '97168' },
} as const;

/** Therapy under a plan of care: evaluation, untimed services, and timed ones in units by the payer's way of counting. */
export function codeRehabilitation(visit: Visit, payer: PayerProfile): Procedures {
  const done = visit.rehabilitation;
  const foreign = done && foreignCode(done);
  if (foreign !== undefined) return stepStopped([], foreign);
  const step = done
    ? [codeEvaluation(visit, done), codeUntimed(done), codeTimed(done, payer)].reduce(appendStep)
    : nothing;
  if (step.value.length > 0 || step.questions.length > 0) return step;
  return {
    ...stepStopped([], {
      code: 'therapy-services-missing',
      message: 'the record names no evaluation, no untimed service, and no timed one of eight minutes',
      location: 'rehabilitation',
      remedy: 'Give the evaluation, or each procedure with its one-on-one minutes.',
      source: codingSources.rehabilitationUnits,
    }),
    trace: step.trace,
  };
}

/** The question about a code that is no therapy, or that stands in the wrong list. */
function foreignCode({ timedServices, untimedServices }: Rehabilitation) {
  const index = timedServices.findIndex(({ code }) => !isTherapy(code, true));
  const list = index >= 0 ? 'timedServices' : 'untimedServices';
  const position = index >= 0 ? index : untimedServices.findIndex((code) => !isTherapy(code, false));
  if (position < 0) return undefined;
  const code = index >= 0 ? timedServices[position]?.code : untimedServices[position];
  return {
    code: 'not-a-therapy-code',
    message: `${code} is no ${index >= 0 ? 'timed' : 'untimed'} therapy code of our table`,
    location: `rehabilitation.${list}.${position}`,
    remedy: 'Correct the code, move it to the other list, or send it among the procedures.',
    source: codingSources.rehabilitationUnits,
  };
}

function isTherapy(code: string, timed: boolean): boolean {
  const facts = procedureFacts(code);
  return facts?.family === 'rehabilitation' && (facts.unitMinutes !== undefined) === timed;
}

function codeEvaluation({ clinician }: Visit, { evaluation }: Rehabilitation): Procedures {
  if (evaluation === undefined) return nothing;
  const { type } = clinician;
  if (type !== 'physical_therapist' && type !== 'occupational_therapist') {
    return stepStopped([], {
      code: 'therapy-evaluation-unknown',
      message: `evaluations of a ${type.replaceAll('_', ' ')} do not go by complexity`,
      location: 'rehabilitation.evaluation',
      remedy: 'Name the evaluation among the untimed services, such as 92521–92524, or correct the clinician’s type.',
      source: codingSources.rehabilitationPlan,
    });
  }
  const codes = evaluations[type];
  const code = codes[evaluation];
  const step = {
    ruleId: 'therapy-evaluation',
    facts: { clinicianType: type, evaluation },
    decision: `${code}: ${evaluation.replaceAll('_', '-')} ${evaluation === 're_evaluation' ? '' : 'complexity '}by discipline`,
    source: codingSources.rehabilitationPlan,
    alternatives: Object.entries(codes)
      .filter(([, other]) => other !== code)
      .map(([complexity, other]) => `${other}: is for ${complexity.replaceAll('_', '-')}`),
  };
  return stepDone([proposedProcedure(code)], [step]);
}

function codeUntimed({ untimedServices }: Rehabilitation): Procedures {
  const codes = [...new Set(untimedServices)];
  if (codes.length === 0) return nothing;
  const step = {
    ruleId: 'therapy-untimed',
    facts: { codes: codes.join(' ') },
    decision: `${codes.join(', ')}: one unit a day, whatever the minutes`,
    source: codingSources.rehabilitationUnits,
  };
  return stepDone(
    codes.map((code) => proposedProcedure(code)),
    [step],
  );
}

function codeTimed({ timedServices }: Rehabilitation, payer: PayerProfile): Procedures {
  if (timedServices.length === 0) return nothing;
  const overAll = followsMedicare(payer);
  const counted = timedUnits(timedServices, overAll);
  const billed = counted.filter(({ units }) => units > 0);
  const total = timedServices.reduce((sum, service) => sum + service.minutes, 0);
  const units = counted.reduce((sum, service) => sum + service.units, 0);
  const step = {
    ruleId: 'therapy-timed-units',
    facts: {
      timedMinutes: total,
      services: timedServices.map(({ code, minutes }) => `${code} ${minutes}`).join(', '),
      counting: overAll ? 'over all timed minutes' : 'each service alone',
      units,
    },
    decision:
      billed.length === 0
        ? 'no unit is reached'
        : billed.map(({ code, units: each }) => `${code} × ${each}`).join(', '),
    source: overAll ? codingSources.rehabilitationUnits : codingSources.rehabilitationUnitsEach,
    alternatives: counted
      .filter((service) => service.units === 0)
      .map(({ code, minutes }) => `${code}: ${minutes} minutes reach no unit of their own`),
    ...(overAll ? { nextLevel: `one unit more would need ${units * 15 + 8} timed minutes` } : {}),
  };
  return stepDone(
    billed.map(({ code, units: each }) => proposedProcedure(code, each)),
    [step],
  );
}
