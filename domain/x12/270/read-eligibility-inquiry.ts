import { compact } from '../compact.js';
import { readEligibilityMember } from '../eligibility-members.js';
import { FieldReader, mergeFindings } from '../field-reader.js';
import type { TransactionSet } from '../interchange.js';
import { childLoop, childLoops, findSegment, findSegments, type LoopInstance } from '../loop-instance.js';
import { readLoops } from '../read-loops.js';
import { repetitions } from '../segment.js';
import { levelName } from '../status-hierarchy.js';
import { readTransactionHeading } from '../transaction-heading.js';
import type { X12Finding } from '../x12-finding.js';
import type {
  BenefitRequest,
  EligibilityInquiry,
  EligibilityMember,
  EligibilityQuestion,
  EligibilityTrace,
} from './eligibility-inquiry.js';
import { eligibilityInquiryGuide } from './eligibility-inquiry-guide.js';

export type EligibilityInquiryReading = {
  readonly value: EligibilityInquiry;
  /** What it was read from, for whoever asks where something stands. */
  readonly root: LoopInstance;
  readonly findings: readonly X12Finding[];
};

/** Reads a 270 (005010X279A1) as far as it can be understood. Never throws. */
export function readEligibilityInquiry(transactionSet: TransactionSet): EligibilityInquiryReading {
  const { root, findings } = readLoops(eligibilityInquiryGuide, transactionSet);
  const reader = new FieldReader(transactionSet);
  const inquiries = childLoops(root, '2000A').flatMap((source) => {
    const payer = levelName(reader, source, '2100A');
    return childLoops(source, '2000B').flatMap((receiver) => {
      const provider = levelName(reader, receiver, '2100B');
      return childLoops(receiver, '2000C').flatMap((level) =>
        subscriberQuestions(reader, level).map((question) => ({ payer, provider, ...question })),
      );
    });
  });
  const value = { ...readTransactionHeading(reader, root), inquiries };
  return { value, root, findings: mergeFindings(findings, reader.findings) };
}

type MemberQuestion = Omit<EligibilityQuestion, 'payer' | 'provider'>;

/** One question for each dependent; one for the subscriber when something is asked about the subscriber. */
function subscriberQuestions(reader: FieldReader, level: LoopInstance): MemberQuestion[] {
  const nameLoop = childLoop(level, '2100C');
  const subscriber = nameLoop === undefined ? unknownMember : readEligibilityMember(reader, nameLoop);
  const dependents = childLoops(level, '2000D').map((lower): MemberQuestion => {
    const dependentLoop = childLoop(lower, '2100D');
    const dependent = dependentLoop === undefined ? unknownMember : readEligibilityMember(reader, dependentLoop);
    return { subscriber, dependent, ...readQuestion(reader, lower, dependentLoop, '2110D') };
  });
  const own: MemberQuestion = { subscriber, ...readQuestion(reader, level, nameLoop, '2110C') };
  return dependents.length > 0 && own.requests.length === 0 ? dependents : [own, ...dependents];
}

const unknownMember: EligibilityMember = { party: { kind: 'person', lastName: '' }, references: [] };

function readQuestion(
  reader: FieldReader,
  level: LoopInstance,
  nameLoop: LoopInstance | undefined,
  requestLoop: string,
): Pick<EligibilityQuestion, 'traces' | 'servicePeriod' | 'requests'> {
  if (nameLoop === undefined) return { traces: readTraces(reader, level), requests: [] };
  return compact({
    traces: readTraces(reader, level),
    servicePeriod: reader.period(findSegment(nameLoop, 'DTP', '291'), 2),
    requests: childLoops(nameLoop, requestLoop).map((request) => readRequest(reader, request)),
  });
}

function readTraces(reader: FieldReader, level: LoopInstance): EligibilityTrace[] {
  return findSegments(level, 'TRN').map((segment) => ({
    number: reader.text(segment, 2) ?? '',
    originatorId: reader.text(segment, 3) ?? '',
  }));
}

function readRequest(reader: FieldReader, request: LoopInstance): BenefitRequest {
  const inquiry = findSegment(request, 'EQ');
  return compact({
    serviceTypeCodes: inquiry === undefined ? [] : repetitions(inquiry, 1).filter((code) => code !== ''),
    procedure: reader.procedure(inquiry, 2),
    placeOfService: reader.text(findSegment(request, 'III'), 2),
  });
}
