import { HierarchyWriter } from '../hierarchy-writer.js';
import { referenceSegment } from '../party-segments.js';
import { addStatusHierarchy } from '../status-hierarchy.js';
import { headingSegment, type WritingTime } from '../transaction-heading.js';
import type { SegmentValues } from '../segment-values.js';
import { type Envelope, type OutboundTransactionSet, writeInterchange } from '../write-interchange.js';
import { amountValue, periodSegment, procedureValue, qualifiedSegment, quantityValue } from '../write-values.js';
import type { ClaimStatusInquiry, ClaimStatusQuestion, ClaimStatusQuestionLine } from './claim-status-inquiry.js';

/** Writes one 276 (005010X212) as a file of its own. */
export function writeClaimStatusInquiry(inquiry: ClaimStatusInquiry, envelope: Envelope): string {
  return writeInterchange(envelope, { transactionSets: [claimStatusInquiryTransactionSet(inquiry, envelope)] });
}

/** The inquiry as a transaction set, for a file of several. */
export function claimStatusInquiryTransactionSet(
  inquiry: ClaimStatusInquiry,
  now: WritingTime,
): OutboundTransactionSet {
  const writer = new HierarchyWriter();
  writer.add(headingSegment({ structure: '0010', purpose: '13' }, inquiry, now));
  addStatusHierarchy(writer, inquiry.inquiries, { claim: questionSegments });
  return { transactionId: '276', functionalId: 'HR', guideId: '005010X212', segments: writer.segments };
}

function questionSegments(question: ClaimStatusQuestion): SegmentValues[] {
  return [
    ['TRN', '1', question.traceNumber],
    ...referenceSegment('1K', question.payerClaimControlNumber),
    ...referenceSegment('BLT', question.billType),
    ...referenceSegment('6P', question.groupNumber),
    ...referenceSegment('EJ', question.patientControlNumber),
    ...referenceSegment('D9', question.clearinghouseClaimNumber),
    ...qualifiedSegment('AMT', 'T3', amountValue(question.chargeCents)),
    ...periodSegment('472', question.servicePeriod),
    ...question.lines.flatMap(lineSegments),
  ];
}

function lineSegments(line: ClaimStatusQuestionLine): SegmentValues[] {
  return [
    [
      'SVC',
      procedureValue(line.procedure),
      amountValue(line.chargeCents),
      undefined,
      line.revenueCode,
      undefined,
      undefined,
      quantityValue(line.units),
    ],
    ...referenceSegment('FJ', line.lineControlNumber),
    ...periodSegment('472', line.servicePeriod),
  ];
}
