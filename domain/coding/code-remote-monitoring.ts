import type { PlainDate } from '../kernel/plain-date.js';
import type { Monitoring } from '../visit/service-details.js';
import type { Visit } from '../visit/visit.js';
import { addOnByTime } from './add-on-time.js';
import { bandOf, minutesTrace } from './choose-by-minutes.js';
import { codingSources } from './coding-sources.js';
import { appendStep, type CodingStep, nothing, stepDone, stepStopped } from './coding-step.js';
import {
  type DeviceSupply,
  physiologicSupply,
  setUpDaysOn,
  shortPeriodsFrom,
  therapeuticSupply,
} from './monitoring-days.js';
import { proceduresOf } from './procedure-facts.js';
import { type ProposedProcedure, proposedProcedure } from './proposed-procedure.js';

type Procedures = CodingStep<readonly ProposedProcedure[]>;

/** The codes of one kind of monitoring. Short supply and first management exist from 2026. */
interface MonitoringCodes {
  readonly setUp: string;
  readonly supply: DeviceSupply;
  readonly firstManagement: string;
  readonly management: string;
  readonly furtherManagement: string;
}

const physiologic: MonitoringCodes = {
  setUp: '99453',
  supply: physiologicSupply,
  firstManagement: '99470',
  management: '99457',
  furtherManagement: '99458',
};

/** A month of remote physiologic monitoring: set-up, supply by days with data, management by minutes. */
export function codePhysiologicMonitoring(visit: Visit): Procedures {
  return codeMonth(visit, visit.monitoring, physiologic);
}

/** A month of remote therapeutic monitoring; the device code depends on what is watched. */
export function codeTherapeuticMonitoring(visit: Visit): Procedures {
  const { monitoring } = visit;
  if (monitoring?.dataDays !== undefined && monitoring.system === undefined) {
    return stepStopped([], {
      code: 'monitored-system-unknown',
      message: 'the record does not say what therapeutic monitoring watches, and its device code depends on that',
      location: 'monitoring.system',
      remedy: 'Say whether it watches breathing, muscles and bones, or cognitive behavioral therapy.',
      source: codingSources.monitoringSupply,
    });
  }
  return codeMonth(visit, monitoring, {
    setUp: '98975',
    supply: therapeuticSupply[monitoring?.system ?? 'respiratory'],
    firstManagement: '98979',
    management: '98980',
    furtherManagement: '98981',
  });
}

function codeMonth(visit: Visit, monitoring: Monitoring | undefined, codes: MonitoringCodes): Procedures {
  const { dateOfService } = visit;
  const parts = monitoring
    ? [
        codeSetUp(monitoring, codes, dateOfService),
        codeSupply(monitoring, codes, dateOfService),
        codeManagement(monitoring, codes, dateOfService),
      ].reduce(appendStep)
    : nothing;
  if (parts.value.length > 0 || parts.questions.length > 0) return parts;
  const nextSupply = dateOfService < shortPeriodsFrom ? 'sixteen days' : 'two days';
  const nextMinutes = dateOfService < shortPeriodsFrom ? 'twenty' : 'ten';
  return {
    ...stepStopped([], {
      code: 'monitoring-not-supported',
      message: 'neither days with data nor minutes of management reach a code of remote monitoring',
      location: 'monitoring',
      remedy: `Give at least ${nextSupply} with data, or ${nextMinutes} minutes of management with a real-time talk; fewer are not reported.`,
      source: codingSources.monitoringSupply,
    }),
    trace: parts.trace,
  };
}

function codeSetUp({ setUp, dataDays }: Monitoring, codes: MonitoringCodes, on: PlainDate): Procedures {
  if (!setUp) return nothing;
  const needed = setUpDaysOn(on);
  if (dataDays === undefined) return stepStopped([], daysUnknown(codes.setUp, needed));
  const reached = dataDays >= needed;
  const step = {
    ruleId: 'monitoring-set-up',
    facts: { dataDays, daysNeeded: needed, dateOfService: on },
    decision: reached ? `${codes.setUp}: set up, with ${needed} days of data` : `${codes.setUp} is not added`,
    source: codingSources.monitoringSetUp,
    ...(reached ? {} : { alternatives: [`${codes.setUp}: needs ${needed} days with data on this date of service`] }),
  };
  return stepDone(reached ? [proposedProcedure(codes.setUp)] : [], [step]);
}

function codeSupply({ dataDays }: Monitoring, { supply }: MonitoringCodes, on: PlainDate): Procedures {
  if (dataDays === undefined) return nothing;
  const short = dataDays >= 2 && dataDays < 16 && on >= shortPeriodsFrom;
  const code = dataDays >= 16 ? supply.long : short ? supply.short : undefined;
  const notShort =
    on < shortPeriodsFrom
      ? `${supply.short}: exists from ${shortPeriodsFrom}`
      : `${supply.short}: stands for 2 to 15 days, never beside ${supply.long}`;
  const notLong = `${supply.long}: needs 16 days with data, the record has ${dataDays}`;
  const step = {
    ruleId: 'monitoring-supply',
    facts: { dataDays, dateOfService: on },
    decision: code === undefined ? 'no supply is reported' : `${code}: ${dataDays} days with data in 30`,
    source: codingSources.monitoringSupply,
    alternatives: code === supply.long ? [notShort] : code === undefined ? [notShort, notLong] : [notLong],
    ...(code === supply.long ? {} : { nextLevel: `${supply.long} would need 16 days with data` }),
  };
  return stepDone(code === undefined ? [] : [proposedProcedure(code)], [step]);
}

function codeManagement(monitoring: Monitoring, codes: MonitoringCodes, on: PlainDate): Procedures {
  const { managementMinutes: minutes, liveInteraction } = monitoring;
  if (minutes === undefined || minutes === 0) return nothing;
  const bands =
    on < shortPeriodsFrom ? proceduresOf(codes.management) : proceduresOf(codes.firstManagement, codes.management);
  const choice = {
    ruleId: 'monitoring-management',
    source: codingSources.monitoringManagement,
    bands,
    minutes,
    facts: { liveInteraction: liveInteraction ?? null, dateOfService: on },
  };
  const chosen = bandOf(bands, minutes);
  if (!chosen) {
    const alternatives = bands.map((facts) => `${facts.code}: needs ${facts.minMinutes} minutes in the month`);
    const { ruleId, source } = choice;
    const facts = { minutes, ...choice.facts };
    return stepDone([], [{ ruleId, facts, decision: 'no management is reported', source, alternatives }]);
  }
  if (liveInteraction === undefined) return stepStopped([], interactionUnknown(chosen.code));
  if (!liveInteraction) return withoutInteraction(minutes, codes, choice.facts);
  const base = stepDone([proposedProcedure(chosen.code)], [minutesTrace(choice, chosen)]);
  if (chosen.code !== codes.management) return base;
  return appendStep(base, addOnByTime(codes.management, codes.furtherManagement, minutes));
}

/** Without a talk only the collection and interpretation of physiologic data remains, from thirty minutes in thirty days. */
function withoutInteraction(
  minutes: number,
  codes: MonitoringCodes,
  facts: { liveInteraction: boolean | null; dateOfService: string },
): Procedures {
  const interpreted = codes === physiologic && minutes >= 30;
  const step = {
    ruleId: 'monitoring-without-interaction',
    facts: { minutes, ...facts },
    decision: interpreted ? '99091: thirty minutes of interpretation' : 'no management is reported',
    source: codingSources.monitoringManagement,
    alternatives: [
      `${codes.management}: needs a real-time talk with patient or caregiver in the month`,
      ...(codes === physiologic && !interpreted ? ['99091: needs thirty minutes in thirty days'] : []),
    ],
  };
  return stepDone(interpreted ? [proposedProcedure('99091')] : [], [step]);
}

function daysUnknown(code: string, needed: number) {
  return {
    code: 'monitoring-days-unknown',
    message: `${code} needs ${needed} days with data, and the record does not say how many there were`,
    location: 'monitoring.dataDays',
    remedy: 'Say on how many of the thirty days the device sent data.',
    source: codingSources.monitoringSetUp,
  };
}

function interactionUnknown(code: string) {
  return {
    code: 'monitoring-interaction-unknown',
    message: `${code} needs a real-time talk with patient or caregiver, and the record does not say whether there was one`,
    location: 'monitoring.liveInteraction',
    remedy: 'Say whether clinician or staff talked live with the patient in this month.',
    source: codingSources.monitoringManagement,
  };
}
