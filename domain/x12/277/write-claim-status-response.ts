import { HierarchyWriter } from '../hierarchy-writer.js';
import { contactSegments, partySegment, referenceSegment } from '../party-segments.js';
import { addStatusHierarchy } from '../status-hierarchy.js';
import { headingSegment, type WritingTime } from '../transaction-heading.js';
import type { SegmentValues } from '../segment-values.js';
import { type Envelope, type OutboundTransactionSet, writeInterchange } from '../write-interchange.js';
import { amountValue, dateValue, periodSegment, procedureValue, quantityValue } from '../write-values.js';
import type {
  ClaimStatus,
  ClaimStatusAnswer,
  ClaimStatusAnswerLine,
  ClaimStatusResponse,
  PartyStatusAnswer,
} from './claim-status-response.js';

/** Writes one 277 (005010X212) as a file of its own. */
export function writeClaimStatusResponse(response: ClaimStatusResponse, envelope: Envelope): string {
  return writeInterchange(envelope, { transactionSets: [claimStatusResponseTransactionSet(response, envelope)] });
}

/** The response as a transaction set, for a file of several. */
export function claimStatusResponseTransactionSet(
  response: ClaimStatusResponse,
  now: WritingTime,
): OutboundTransactionSet {
  const writer = new HierarchyWriter();
  writer.add(headingSegment({ structure: '0010', purpose: '08', type: 'DG' }, response, now));
  addStatusHierarchy(writer, response.answers, {
    claim: answerSegments,
    afterPayer: (answer) => contactSegments(answer.payerContacts),
  });
  for (const answer of response.partyAnswers) addPartyAnswer(writer, answer);
  return { transactionId: '277', functionalId: 'HN', guideId: '005010X212', segments: writer.segments };
}

/** A refusal stands in levels of its own, where nothing lies below it. */
function addPartyAnswer(writer: HierarchyWriter, answer: PartyStatusAnswer): void {
  const { level, payer, submitter, provider, traceNumber, statuses } = answer;
  const source = writer.level('20', undefined, true);
  writer.add(partySegment('PR', payer));
  const isProvider = level === 'provider' && provider !== undefined;
  const receiver = writer.level('21', source, isProvider);
  writer.add(partySegment('41', submitter));
  if (isProvider) {
    writer.level('19', receiver, false);
    writer.add(partySegment('1P', provider));
  }
  writer.add(['TRN', isProvider ? '1' : '2', traceNumber ?? '0'], ...statuses.map(statusSegment));
}

function answerSegments(answer: ClaimStatusAnswer): SegmentValues[] {
  return [
    ['TRN', '2', answer.traceNumber],
    ...answer.statuses.map(statusSegment),
    ...referenceSegment('1K', answer.payerClaimControlNumber),
    ...referenceSegment('BLT', answer.billType),
    ...referenceSegment('EJ', answer.patientControlNumber),
    ...referenceSegment('D9', answer.clearinghouseClaimNumber),
    ...periodSegment('472', answer.servicePeriod),
    ...answer.lines.flatMap(lineSegments),
  ];
}

function lineSegments(line: ClaimStatusAnswerLine): SegmentValues[] {
  return [
    [
      'SVC',
      procedureValue(line.procedure),
      amountValue(line.chargeCents),
      amountValue(line.paidCents),
      line.revenueCode,
      undefined,
      undefined,
      quantityValue(line.units),
    ],
    ...line.statuses.map(statusSegment),
    ...referenceSegment('FJ', line.lineControlNumber),
    ...periodSegment('472', line.servicePeriod),
  ];
}

function statusSegment(status: ClaimStatus): SegmentValues {
  return [
    'STC',
    [status.category, status.code, status.entity],
    dateValue(status.effectiveDate),
    undefined,
    amountValue(status.chargeCents),
    amountValue(status.paidCents),
    dateValue(status.adjudicationDate),
    undefined,
    dateValue(status.remittanceDate),
    status.remittanceTraceNumber,
    undefined,
    undefined,
    status.text,
  ];
}
