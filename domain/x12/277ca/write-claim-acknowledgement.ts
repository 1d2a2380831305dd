import type { PlainDate } from '../../kernel/plain-date.js';
import { HierarchyWriter } from '../hierarchy-writer.js';
import { partySegment, referenceSegment, referenceSegments } from '../party-segments.js';
import { headingSegment, type WritingTime } from '../transaction-heading.js';
import type { SegmentValues } from '../segment-values.js';
import { type Envelope, type OutboundTransactionSet, writeInterchange } from '../write-interchange.js';
import {
  amountValue,
  dateValue,
  periodSegment,
  procedureValue,
  qualifiedSegment,
  quantityValue,
} from '../write-values.js';
import type {
  AcknowledgedClaim,
  AcknowledgedLine,
  AcknowledgementStatus,
  AcknowledgementTotals,
  ClaimAcknowledgement,
  ProviderAcknowledgement,
} from './claim-acknowledgement.js';

/** Writes one 277CA (005010X214) as a file of its own. */
export function writeClaimAcknowledgement(acknowledgement: ClaimAcknowledgement, envelope: Envelope): string {
  return writeInterchange(envelope, {
    transactionSets: [claimAcknowledgementTransactionSet(acknowledgement, envelope)],
  });
}

/** The acknowledgement as a transaction set, for a file of several. */
export function claimAcknowledgementTransactionSet(
  acknowledgement: ClaimAcknowledgement,
  now: WritingTime,
): OutboundTransactionSet {
  const { source, submitter, batch, providers } = acknowledgement;
  const writer = new HierarchyWriter();
  writer.add(headingSegment({ structure: '0085', purpose: '08', type: 'TH' }, acknowledgement, now));
  const sourceLevel = writer.level('20', undefined, true);
  writer.add(
    partySegment(source.kind === 'clearinghouse' ? 'AY' : 'PR', source.party),
    ['TRN', '1', source.traceNumber],
    ...day('050', source.receivedDate),
    ...day('009', source.processedDate),
  );
  const receiverLevel = writer.level('21', sourceLevel, providers.length > 0);
  writer.add(
    partySegment('41', submitter),
    ['TRN', '2', batch.traceNumber],
    ...batch.statuses.map(statusSegment),
    ...totalSegments(batch.totals, '90', 'AA'),
  );
  for (const provider of providers) addProvider(writer, provider, receiverLevel);
  return { transactionId: '277', functionalId: 'HN', guideId: '005010X214', segments: writer.segments };
}

function addProvider(writer: HierarchyWriter, provider: ProviderAcknowledgement, parent: string): void {
  const level = writer.level('19', parent, provider.claims.length > 0);
  writer.add(partySegment('85', provider.provider));
  const answer = [
    ...provider.statuses.map(statusSegment),
    ...referenceSegments(provider.references),
    ...totalSegments(provider.totals, 'QA', 'QC'),
  ];
  if (provider.traceNumber !== undefined || answer.length > 0) {
    writer.add(['TRN', '1', provider.traceNumber ?? '0'], ...answer);
  }
  for (const claim of provider.claims) {
    writer.level('PT', level);
    writer.add(partySegment('QC', claim.patient), ...claimSegments(claim));
  }
}

function claimSegments(claim: AcknowledgedClaim): SegmentValues[] {
  return [
    ['TRN', '2', claim.patientControlNumber],
    ...claim.statuses.map(statusSegment),
    ...referenceSegment('1K', claim.payerClaimControlNumber),
    ...referenceSegment('D9', claim.clearinghouseClaimNumber),
    ...referenceSegment('BLT', claim.billType),
    ...periodSegment('472', claim.servicePeriod),
    ...claim.lines.flatMap(lineSegments),
  ];
}

function lineSegments(line: AcknowledgedLine): SegmentValues[] {
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
    ...line.statuses.map(statusSegment),
    ...referenceSegment('FJ', line.lineControlNumber),
    ...periodSegment('472', line.servicePeriod),
  ];
}

function statusSegment(status: AcknowledgementStatus): SegmentValues {
  const { category, code, entity, action, amountCents, date, text } = status;
  return [
    'STC',
    [category, code, entity],
    dateValue(date),
    action,
    amountValue(amountCents),
    ...Array.from({ length: 7 }, () => undefined),
    text,
  ];
}

function totalSegments(totals: AcknowledgementTotals, accepted: string, rejected: string): SegmentValues[] {
  return [
    ...qualifiedSegment('QTY', accepted, quantityValue(totals.acceptedCount)),
    ...qualifiedSegment('QTY', rejected, quantityValue(totals.rejectedCount)),
    ...qualifiedSegment('AMT', 'YU', amountValue(totals.acceptedCents)),
    ...qualifiedSegment('AMT', 'YY', amountValue(totals.rejectedCents)),
  ];
}

function day(qualifier: string, date: PlainDate | undefined): SegmentValues[] {
  return date === undefined ? [] : periodSegment(qualifier, { from: date, to: date });
}
