import type { DateRange } from '../date-range.js';
import { addressSegments, contactSegments, referenceSegment, referenceSegments } from '../party-segments.js';
import { nameSegment } from './name-segment.js';
import type { SegmentValues } from '../write-interchange.js';
import { amountValue, periodSegment, qualifiedSegment, quantityValue } from '../write-values.js';
import { claimDateQualifiers } from './claim-dates.js';
import type {
  Attachment,
  ClaimProvider,
  Contract,
  Diagnosis,
  ProfessionalClaim,
  ServiceFacility,
} from './professional-claim.js';
import { otherPayerSegments } from './write-other-payer.js';
import { serviceLineSegments } from './write-service-line.js';

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

/** DTP segments in the order of the guide, whatever the order of the object's keys. */
export function dateSegments<Kind extends string>(
  qualifiers: Readonly<Record<Kind, string>>,
  dates: Readonly<Partial<Record<Kind, DateRange>>>,
): SegmentValues[] {
  const segments: SegmentValues[] = [];
  for (const kind in dates) segments.push(...periodSegment(qualifiers[kind], dates[kind]));
  return segments.length < 2 ? segments : inOrderOf(Object.values<string>(qualifiers), segments);
}

function inOrderOf(qualifiers: readonly string[], segments: SegmentValues[]): SegmentValues[] {
  const place = (segment: SegmentValues): number => qualifiers.findIndex((qualifier) => qualifier === segment[1]);
  return segments.sort((a, b) => place(a) - place(b));
}

export function attachmentSegment(attachment: Attachment): SegmentValues {
  const { reportType, transmission, controlNumber } = attachment;
  const reference = controlNumber === undefined ? [] : ['AC', controlNumber];
  return ['PWK', reportType, transmission, undefined, undefined, ...reference];
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

/** NM1, PRV (rendering only) and REF of a provider's loop. */
export function providerSegments(entity: string, provider: ClaimProvider | undefined): SegmentValues[] {
  if (provider === undefined) return [];
  const segments = [nameSegment(entity, provider.party)];
  if (provider.taxonomyCode !== undefined) segments.push(['PRV', 'PE', 'PXC', provider.taxonomyCode]);
  segments.push(...referenceSegments(provider.references));
  return segments;
}

export function facilitySegments(facility: ServiceFacility | undefined): SegmentValues[] {
  if (facility === undefined) return [];
  return [
    nameSegment('77', facility.party),
    ...addressSegments(facility.address),
    ...referenceSegments(facility.references),
    ...(facility.contact === undefined ? [] : contactSegments([facility.contact])),
  ];
}
