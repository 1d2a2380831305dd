import { readAnsweredMember } from '../eligibility-members.js';
import { FieldReader, mergeFindings } from '../field-reader.js';
import type { TransactionSet } from '../interchange.js';
import { childLoop, childLoops, findSegments, type LoopInstance } from '../loop-instance.js';
import type { Party } from '../party.js';
import { readContacts } from '../party-segments.js';
import { readLoops } from '../read-loops.js';
import { levelName } from '../status-hierarchy.js';
import { readTransactionHeading } from '../transaction-heading.js';
import type { X12Finding } from '../x12-finding.js';
import type { AnsweredMember, EligibilityAnswer, EligibilityResponse, PartyRejection } from './eligibility-response.js';
import { eligibilityResponseGuide } from './eligibility-response-guide.js';
import { readBenefit, readDates, readRejections } from './read-benefit.js';

export type EligibilityResponseReading = {
  readonly value: EligibilityResponse;
  /** What it was read from, for whoever asks where something stands. */
  readonly root: LoopInstance;
  readonly findings: readonly X12Finding[];
};

/** Reads a 271 (005010X279A1) as far as it can be understood. Never throws. */
export function readEligibilityResponse(transactionSet: TransactionSet): EligibilityResponseReading {
  const { root, findings } = readLoops(eligibilityResponseGuide, transactionSet);
  const reader = new FieldReader(transactionSet);
  const sources = childLoops(root, '2000A');
  const value: EligibilityResponse = {
    ...readTransactionHeading(reader, root),
    answers: sources.flatMap((source) => sourceAnswers(reader, source)),
    partyRejections: sources.flatMap((source) => partyRejections(reader, source)),
  };
  return { value, root, findings: mergeFindings(findings, reader.findings) };
}

function sourceAnswers(reader: FieldReader, source: LoopInstance): EligibilityAnswer[] {
  const payer = levelName(reader, source, '2100A');
  const payerLoop = childLoop(source, '2100A');
  const payerContacts = payerLoop === undefined ? [] : readContacts(reader, payerLoop);
  return childLoops(source, '2000B').flatMap((receiver) => {
    const provider = levelName(reader, receiver, '2100B');
    return childLoops(receiver, '2000C').flatMap((level) =>
      memberAnswers(reader, level).map((answer) => ({ payer, payerContacts, provider, ...answer })),
    );
  });
}

type MemberAnswer = Omit<EligibilityAnswer, 'payer' | 'payerContacts' | 'provider'>;

/** One answer for each dependent; one for the subscriber unless that level only leads to dependents. */
function memberAnswers(reader: FieldReader, level: LoopInstance): MemberAnswer[] {
  const nameLoop = childLoop(level, '2100C');
  const subscriber = nameLoop === undefined ? unknownMember : readAnsweredMember(reader, nameLoop);
  const dependents = childLoops(level, '2000D').map((lower): MemberAnswer => {
    const dependentLoop = childLoop(lower, '2100D');
    const dependent = dependentLoop === undefined ? unknownMember : readAnsweredMember(reader, dependentLoop);
    return { subscriber, dependent, ...readAnswer(reader, lower, dependentLoop, '2110D') };
  });
  const own: MemberAnswer = { subscriber, ...readAnswer(reader, level, nameLoop, '2110C') };
  const saysNothing = own.traces.length + own.rejections.length + own.benefits.length + own.dates.length === 0;
  return dependents.length > 0 && saysNothing ? dependents : [own, ...dependents];
}

const unknownMember: AnsweredMember = { party: { kind: 'person', lastName: '' }, references: [] };

function readAnswer(
  reader: FieldReader,
  level: LoopInstance,
  nameLoop: LoopInstance | undefined,
  benefitLoop: string,
): Pick<EligibilityAnswer, 'traces' | 'rejections' | 'dates' | 'benefits'> {
  const traces = findSegments(level, 'TRN').map((segment) => ({
    kind: reader.text(segment, 1) === '2' ? ('echoed' as const) : ('added' as const),
    number: reader.text(segment, 2) ?? '',
    originatorId: reader.text(segment, 3) ?? '',
  }));
  if (nameLoop === undefined) return { traces, rejections: [], dates: [], benefits: [] };
  return {
    traces,
    rejections: readRejections(reader, nameLoop),
    dates: readDates(reader, nameLoop),
    benefits: childLoops(nameLoop, benefitLoop).flatMap((benefit) => readBenefit(reader, benefit)),
  };
}

/** AAA at the payer (2000A, 2100A) and at the provider (2100B). */
function partyRejections(reader: FieldReader, source: LoopInstance): PartyRejection[] {
  const ofPayer = [source, ...childLoops(source, '2100A')];
  const payer = levelName(reader, source, '2100A');
  return [
    ...ofPayer.flatMap((loop) => rejectionsOf(reader, loop, 'payer', payer)),
    ...childLoops(source, '2000B').flatMap((receiver) => {
      const provider = levelName(reader, receiver, '2100B');
      return childLoops(receiver, '2100B').flatMap((loop) => rejectionsOf(reader, loop, 'provider', payer, provider));
    }),
  ];
}

function rejectionsOf(
  reader: FieldReader,
  loop: LoopInstance,
  level: PartyRejection['level'],
  payer: Party,
  provider?: Party,
): PartyRejection[] {
  return readRejections(reader, loop).map((rejection) => ({
    ...rejection,
    level,
    payer,
    ...(provider === undefined ? {} : { provider }),
  }));
}
