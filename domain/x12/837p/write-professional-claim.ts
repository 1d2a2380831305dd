import { referenceSegment, referenceSegments } from '../party-segments.js';
import type { SegmentValues } from '../write-interchange.js';
import { amountValue, qualifiedSegment, quantityValue } from '../write-values.js';
import { claimDateQualifiers } from './claim-dates.js';
import type { Contract, Diagnosis, ProfessionalClaim } from './professional-claim.js';
import { otherPayerSegments } from './write-other-payer.js';
import { serviceLineSegments } from './write-service-line.js';
import { attachmentSegment, dateSegments, facilitySegments, providerSegments } from './write-shared-parts.js';

/** Loop 2300 with everything in it, in the order of the guide. */
export function claimSegments(claim: ProfessionalClaim): SegmentValues[] {
  return [
    claimSegment(claim),
    ...dateSegments(claimDateQualifiers, claim.dates),
    ...claim.attachments.map(attachmentSegment),
    ...contractSegment(claim.contract),
    ...qualifiedSegment('AMT', 'F5', amountValue(claim.patientPaidCents)),
    ...claimReferenceSegments(claim),
    ...claim.fixedFormatInformation.map((text): SegmentValues => ['K3', text]),
    ...(claim.note === undefined ? [] : ([['NTE', claim.note.code, claim.note.text]] satisfies SegmentValues[])),
    ...claim.conditions.map(
      ({ category, applies, indicators }): SegmentValues => [
        'CRC',
        category,
        applies ? 'Y' : 'N',
        ...indicators.slice(0, 5),
      ],
    ),
    ...diagnosisSegment(claim.diagnoses),
    ...conditionCodeSegments(claim.conditionCodes),
    ...providerSegments('DN', claim.referringProvider),
    ...providerSegments('P3', claim.primaryCareProvider),
    ...providerSegments('82', claim.renderingProvider),
    ...facilitySegments(claim.serviceFacility),
    ...providerSegments('DQ', claim.supervisingProvider),
    ...claim.otherPayers.flatMap(otherPayerSegments),
    ...claim.lines.flatMap((line, index) => serviceLineSegments(line, index + 1)),
  ];
}

function claimSegment(claim: ProfessionalClaim): SegmentValues {
  const { relatedCauses } = claim;
  return [
    'CLM',
    claim.patientControlNumber,
    amountValue(claim.chargeCents),
    undefined,
    undefined,
    [claim.placeOfService, 'B', claim.frequency],
    claim.providerSignatureOnFile ? 'Y' : 'N',
    claim.assignment,
    claim.benefitsAssigned,
    claim.releaseOfInformation,
    claim.patientSignatureSource,
    relatedCauses === undefined
      ? undefined
      : [relatedCauses.causes[0], relatedCauses.causes[1], undefined, relatedCauses.state, relatedCauses.countryCode],
    claim.specialProgram,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    claim.delayReason,
  ];
}

function claimReferenceSegments(claim: ProfessionalClaim): SegmentValues[] {
  return [
    ...referenceSegment('9F', claim.referralNumber),
    ...referenceSegment('G1', claim.priorAuthorizationNumber),
    ...referenceSegment('F8', claim.payerClaimControlNumber),
    ...referenceSegment('D9', claim.clearinghouseClaimId),
    ...referenceSegment('EA', claim.medicalRecordNumber),
    ...referenceSegments(claim.references),
  ];
}

function contractSegment(contract: Contract | undefined): SegmentValues[] {
  if (contract === undefined) return [];
  return [
    [
      'CN1',
      contract.typeCode,
      amountValue(contract.amountCents),
      quantityValue(contract.percentage),
      contract.code,
      quantityValue(contract.termsDiscountPercentage),
      contract.version,
    ],
  ];
}

function diagnosisSegment(diagnoses: readonly Diagnosis[]): SegmentValues[] {
  if (diagnoses.length === 0) return [];
  const composites = diagnoses.map(({ codeSet, code }, index) => {
    const isPrincipal = index === 0;
    if (codeSet === 'ICD-9-CM') return [isPrincipal ? 'BK' : 'BF', code];
    return [isPrincipal ? 'ABK' : 'ABF', code];
  });
  return [['HI', ...composites]];
}

function conditionCodeSegments(codes: readonly string[]): SegmentValues[] {
  return codes.length === 0 ? [] : [['HI', ...codes.map((code) => ['BG', code])]];
}
