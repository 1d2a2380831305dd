import { append } from '../append.js';
import { referenceSegment, referenceSegments } from '../party-segments.js';
import type { SegmentValues } from '../segment-values.js';
import { amountValue, qualifiedSegment, quantityValue } from '../write-values.js';
import { claimDateQualifiers } from './claim-dates.js';
import type { Contract, Diagnosis, ProfessionalClaim } from './professional-claim.js';
import { otherPayerSegments } from './write-other-payer.js';
import { addServiceLine } from './write-service-line.js';
import { addFacility, addProvider, attachmentSegment, dateSegments } from './write-shared-parts.js';

/** Adds loop 2300 with everything in it, in the order of the guide. */
export function addClaim(segments: SegmentValues[], claim: ProfessionalClaim): void {
  segments.push(claimSegment(claim));
  append(segments, dateSegments(claimDateQualifiers, claim.dates));
  for (const attachment of claim.attachments) segments.push(attachmentSegment(attachment));
  append(segments, contractSegment(claim.contract));
  append(segments, qualifiedSegment('AMT', 'F5', amountValue(claim.patientPaidCents)));
  addClaimReferences(segments, claim);
  for (const text of claim.fixedFormatInformation) segments.push(['K3', text]);
  if (claim.note !== undefined) segments.push(['NTE', claim.note.code, claim.note.text]);
  for (const { category, applies, indicators } of claim.conditions) {
    segments.push(['CRC', category, applies ? 'Y' : 'N', ...indicators.slice(0, 5)]);
  }
  if (claim.diagnoses.length > 0) segments.push(diagnosisSegment(claim.diagnoses));
  if (claim.conditionCodes.length > 0) segments.push(['HI', ...claim.conditionCodes.map((code) => ['BG', code])]);
  addProvider(segments, 'DN', claim.referringProvider);
  addProvider(segments, 'P3', claim.primaryCareProvider);
  addProvider(segments, '82', claim.renderingProvider);
  addFacility(segments, claim.serviceFacility);
  addProvider(segments, 'DQ', claim.supervisingProvider);
  for (const payer of claim.otherPayers) append(segments, otherPayerSegments(payer));
  for (let index = 0; index < claim.lines.length; index += 1) {
    const line = claim.lines[index];
    if (line !== undefined) addServiceLine(segments, line, index + 1);
  }
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

function addClaimReferences(segments: SegmentValues[], claim: ProfessionalClaim): void {
  append(segments, referenceSegment('9F', claim.referralNumber));
  append(segments, referenceSegment('G1', claim.priorAuthorizationNumber));
  append(segments, referenceSegment('F8', claim.payerClaimControlNumber));
  append(segments, referenceSegment('D9', claim.clearinghouseClaimId));
  append(segments, referenceSegment('EA', claim.medicalRecordNumber));
  append(segments, referenceSegments(claim.references));
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

function diagnosisSegment(diagnoses: readonly Diagnosis[]): SegmentValues {
  const composites = diagnoses.map(({ codeSet, code }, index) => {
    const isPrincipal = index === 0;
    if (codeSet === 'ICD-9-CM') return [isPrincipal ? 'BK' : 'BF', code];
    return [isPrincipal ? 'ABK' : 'ABF', code];
  });
  return ['HI', ...composites];
}
