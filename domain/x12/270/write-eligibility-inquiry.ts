import { memberDetailSegments, memberNameSegments } from '../eligibility-members.js';
import { consecutiveGroups, HierarchyWriter } from '../hierarchy-writer.js';
import { partySegment } from '../party-segments.js';
import { headingSegment, type WritingTime } from '../transaction-heading.js';
import type { SegmentValues } from '../segment-values.js';
import { type Envelope, type OutboundTransactionSet, writeInterchange } from '../write-interchange.js';
import { periodSegment, procedureValue } from '../write-values.js';
import type {
  BenefitRequest,
  EligibilityInquiry,
  EligibilityQuestion,
  EligibilityTrace,
} from './eligibility-inquiry.js';

/** Writes one 270 (005010X279A1) as a file of its own. */
export function writeEligibilityInquiry(inquiry: EligibilityInquiry, envelope: Envelope): string {
  return writeInterchange(envelope, { transactionSets: [eligibilityInquiryTransactionSet(inquiry, envelope)] });
}

/** The inquiry as a transaction set, for a file of several. */
export function eligibilityInquiryTransactionSet(
  inquiry: EligibilityInquiry,
  now: WritingTime,
): OutboundTransactionSet {
  const writer = new HierarchyWriter();
  writer.add(headingSegment({ structure: '0022', purpose: '13' }, inquiry, now));
  for (const ofPayer of consecutiveGroups(inquiry.inquiries, (question) => question.payer)) {
    const source = writer.level('20', undefined, true);
    writer.add(partySegment('PR', ofPayer[0].payer));
    for (const ofProvider of consecutiveGroups(ofPayer, (question) => question.provider)) {
      const receiver = writer.level('21', source, true);
      writer.add(partySegment('1P', ofProvider[0].provider));
      for (const question of ofProvider) addQuestion(writer, question, receiver);
    }
  }
  return { transactionId: '270', functionalId: 'HS', guideId: '005010X279A1', segments: writer.segments };
}

function addQuestion(writer: HierarchyWriter, question: EligibilityQuestion, parent: string): void {
  const { subscriber, dependent } = question;
  const level = writer.level('22', parent, dependent !== undefined);
  if (dependent === undefined) writer.add(...question.traces.map(traceSegment));
  writer.add(...memberNameSegments('IL', subscriber), ...memberDetailSegments('IL', subscriber));
  if (dependent !== undefined) {
    writer.level('23', level, false);
    writer.add(
      ...question.traces.map(traceSegment),
      ...memberNameSegments('03', dependent),
      ...memberDetailSegments('03', dependent),
    );
  }
  writer.add(...periodSegment('291', question.servicePeriod), ...question.requests.flatMap(requestSegments));
}

function traceSegment(trace: EligibilityTrace): SegmentValues {
  return ['TRN', '1', trace.number, trace.originatorId];
}

function requestSegments(request: BenefitRequest): SegmentValues[] {
  const { serviceTypeCodes, procedure, placeOfService } = request;
  const inquiry: SegmentValues = ['EQ', { repetitions: serviceTypeCodes }, procedureValue(procedure)];
  return placeOfService === undefined ? [inquiry] : [inquiry, ['III', 'ZZ', placeOfService]];
}
