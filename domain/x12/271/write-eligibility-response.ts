import { memberDetailSegments, memberNameSegments } from '../eligibility-members.js';
import { consecutiveGroups, HierarchyWriter } from '../hierarchy-writer.js';
import { contactSegments, partySegment } from '../party-segments.js';
import { headingSegment, type WritingTime } from '../transaction-heading.js';
import type { SegmentValues } from '../segment-values.js';
import { type Envelope, type OutboundTransactionSet, writeInterchange } from '../write-interchange.js';
import { periodSegment } from '../write-values.js';
import type { EligibilityAnswer, EligibilityResponse, PartyRejection } from './eligibility-response.js';
import { benefitSegments, rejectionSegment } from './write-benefit.js';

/** Writes one 271 (005010X279A1) as a file of its own. */
export function writeEligibilityResponse(response: EligibilityResponse, envelope: Envelope): string {
  return writeInterchange(envelope, { transactionSets: [eligibilityResponseTransactionSet(response, envelope)] });
}

/** The response as a transaction set, for a file of several. */
export function eligibilityResponseTransactionSet(
  response: EligibilityResponse,
  now: WritingTime,
): OutboundTransactionSet {
  const writer = new HierarchyWriter();
  writer.add(headingSegment({ structure: '0022', purpose: '11' }, response, now));
  for (const ofPayer of consecutiveGroups(response.answers, ({ payer, payerContacts }) => [payer, payerContacts])) {
    const source = writer.level('20', undefined, true);
    writer.add(partySegment('PR', ofPayer[0].payer), ...contactSegments(ofPayer[0].payerContacts));
    for (const ofProvider of consecutiveGroups(ofPayer, (answer) => answer.provider)) {
      const receiver = writer.level('21', source, true);
      writer.add(partySegment('1P', ofProvider[0].provider));
      for (const answer of ofProvider) addAnswer(writer, answer, receiver);
    }
  }
  for (const rejection of response.partyRejections) addPartyRejection(writer, rejection);
  return { transactionId: '271', functionalId: 'HB', guideId: '005010X279A1', segments: writer.segments };
}

function addAnswer(writer: HierarchyWriter, answer: EligibilityAnswer, parent: string): void {
  const { subscriber, dependent, traces } = answer;
  const traceSegments = traces.map((trace): SegmentValues => {
    return ['TRN', trace.kind === 'echoed' ? '2' : '1', trace.number, trace.originatorId];
  });
  const rejections = answer.rejections.map(rejectionSegment);
  const level = writer.level('22', parent, dependent !== undefined);
  if (dependent === undefined) {
    writer.add(...traceSegments, ...memberNameSegments('IL', subscriber), ...rejections);
    writer.add(...memberDetailSegments('IL', subscriber));
  } else {
    writer.add(...memberNameSegments('IL', subscriber), ...memberDetailSegments('IL', subscriber));
    writer.level('23', level, false);
    writer.add(...traceSegments, ...memberNameSegments('03', dependent), ...rejections);
    writer.add(...memberDetailSegments('03', dependent));
  }
  writer.add(...answer.dates.flatMap(({ qualifier, period }) => periodSegment(qualifier, period)));
  for (const benefit of answer.benefits) writer.add(...benefitSegments(benefit));
}

/** A refusal stands in levels of its own, where nothing lies below it. */
function addPartyRejection(writer: HierarchyWriter, rejection: PartyRejection): void {
  const { level, payer, provider } = rejection;
  const isProvider = level === 'provider' && provider !== undefined;
  const source = writer.level('20', undefined, isProvider);
  writer.add(partySegment('PR', payer));
  if (isProvider) {
    writer.level('21', source, false);
    writer.add(partySegment('1P', provider));
  }
  writer.add(rejectionSegment(rejection));
}
