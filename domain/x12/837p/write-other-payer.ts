import { addressSegments, referenceSegment, referenceSegments } from '../party-segments.js';
import { nameSegment } from './name-segment.js';
import type { SegmentValues } from '../segment-values.js';
import { amountValue, dateValue, qualifiedSegment, quantityValue } from '../write-values.js';
import type { OtherPayer, OutpatientAdjudication } from './other-payer.js';
import { priorPayerAdjustmentSegments } from './prior-payer-adjustment.js';

/** Loops 2320, 2330A and 2330B. */
export function otherPayerSegments(payer: OtherPayer): SegmentValues[] {
  return [
    [
      'SBR',
      payer.payerResponsibility,
      payer.relationship,
      payer.groupNumber,
      payer.groupName,
      payer.medicareSecondaryReason,
      undefined,
      undefined,
      undefined,
      payer.filingIndicator,
    ],
    ...priorPayerAdjustmentSegments(payer.adjustments),
    ...qualifiedSegment('AMT', 'D', amountValue(payer.paidCents)),
    ...qualifiedSegment('AMT', 'A8', amountValue(payer.nonCoveredCents)),
    ...qualifiedSegment('AMT', 'EAF', amountValue(payer.remainingPatientLiabilityCents)),
    [
      'OI',
      undefined,
      undefined,
      payer.benefitsAssigned,
      payer.patientSignatureSource,
      undefined,
      payer.releaseOfInformation,
    ],
    ...outpatientSegment(payer.outpatientAdjudication),
    nameSegment('IL', payer.subscriber),
    ...addressSegments(payer.subscriberAddress),
    ...referenceSegments(payer.subscriberReferences),
    nameSegment('PR', { kind: 'organization', name: payer.name, identifier: payer.identifier }),
    ...addressSegments(payer.address),
    ...(payer.adjudicatedOn === undefined ? [] : [paidOnSegment(payer.adjudicatedOn)]),
    ...referenceSegment('F8', payer.claimControlNumber),
    ...referenceSegments(payer.references),
  ];
}

/** DTP*573: when a payer adjudicated the claim or the line. */
export function paidOnSegment(date: NonNullable<OtherPayer['adjudicatedOn']>): SegmentValues {
  return ['DTP', '573', 'D8', dateValue(date)];
}

function outpatientSegment(adjudication: OutpatientAdjudication | undefined): SegmentValues[] {
  if (adjudication === undefined) return [];
  const { remarkCodes } = adjudication;
  return [
    [
      'MOA',
      quantityValue(adjudication.reimbursementRate),
      amountValue(adjudication.payableCents),
      ...[0, 1, 2, 3, 4].map((index) => remarkCodes[index]),
      amountValue(adjudication.endStageRenalDiseasePaidCents),
      amountValue(adjudication.nonpayableProfessionalCents),
    ],
  ];
}
