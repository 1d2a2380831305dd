import { append } from '../append.js';
import { addressSegments, contactSegments, referenceSegment, referenceSegments } from '../party-segments.js';
import type { SegmentValues } from '../segment-values.js';
import { amountValue, periodSegment, procedureValue, qualifiedSegment, quantityValue } from '../write-values.js';
import { nameSegment } from './name-segment.js';
import { lineDateQualifiers } from './claim-dates.js';
import { priorPayerAdjustmentSegments } from './prior-payer-adjustment.js';
import type {
  Drug,
  LineAdjudication,
  LineAuthorization,
  OrderingProvider,
  ProfessionalServiceLine,
} from './professional-service-line.js';
import { paidOnSegment } from './write-other-payer.js';
import {
  addFacility,
  addProvider,
  addTaxonomyAndReferences,
  attachmentSegment,
  dateSegments,
} from './write-shared-parts.js';

/** Adds loop 2400 with everything in it; `number` is LX01. */
export function addServiceLine(segments: SegmentValues[], line: ProfessionalServiceLine, number: number): void {
  const { purchasedService } = line;
  segments.push(['LX', String(number)], serviceSegment(line));
  for (const attachment of line.attachments) segments.push(attachmentSegment(attachment));
  append(segments, periodSegment('472', line.serviceDate));
  append(segments, dateSegments(lineDateQualifiers, line.dates));
  addAuthorizations(segments, 'G1', line.priorAuthorizations);
  append(segments, referenceSegment('6R', line.lineControlNumber));
  append(segments, referenceSegments(line.references));
  addAuthorizations(segments, '9F', line.referrals);
  append(segments, qualifiedSegment('AMT', 'T', amountValue(line.salesTaxCents)));
  append(segments, qualifiedSegment('AMT', 'F4', amountValue(line.postageCents)));
  for (const text of line.fixedFormatInformation) segments.push(['K3', text]);
  for (const { code, text } of line.notes) segments.push(['NTE', code, text]);
  if (purchasedService !== undefined) {
    segments.push(['PS1', purchasedService.providerId, amountValue(purchasedService.chargeCents)]);
  }
  append(segments, drugSegments(line.drug));
  addProvider(segments, '82', line.renderingProvider);
  addProvider(segments, 'QB', purchasedService?.provider);
  addFacility(segments, line.serviceFacility);
  addProvider(segments, 'DQ', line.supervisingProvider);
  addOrderingProvider(segments, line.orderingProvider);
  addProvider(segments, 'DN', line.referringProvider);
  addProvider(segments, 'P3', line.primaryCareProvider);
  for (const adjudication of line.adjudications) append(segments, adjudicationSegments(adjudication));
}

function serviceSegment(line: ProfessionalServiceLine): SegmentValues {
  return [
    'SV1',
    procedureValue(line.procedure),
    amountValue(line.chargeCents),
    line.unitBasis,
    quantityValue(line.units),
    line.placeOfService,
    undefined,
    line.diagnosisPointers.map(String),
    undefined,
    line.emergency === true ? 'Y' : undefined,
    undefined,
    line.epsdt === true ? 'Y' : undefined,
    line.familyPlanning === true ? 'Y' : undefined,
    undefined,
    undefined,
    line.copayExempt === true ? '0' : undefined,
  ];
}

function addAuthorizations(
  segments: SegmentValues[],
  qualifier: string,
  authorizations: readonly LineAuthorization[],
): void {
  for (const { number, payerId } of authorizations) {
    if (payerId === undefined) segments.push(['REF', qualifier, number]);
    else segments.push(['REF', qualifier, number, undefined, ['2U', payerId]]);
  }
}

function drugSegments(drug: Drug | undefined): SegmentValues[] {
  if (drug === undefined) return [];
  const { identifier, quantity, unit, prescriptionNumber, linkNumber } = drug;
  return [
    ['LIN', undefined, identifier.qualifier, identifier.value],
    ['CTP', undefined, undefined, undefined, quantityValue(quantity), [unit]],
    ...referenceSegment('XZ', prescriptionNumber),
    ...referenceSegment('VY', linkNumber),
  ];
}

function addOrderingProvider(segments: SegmentValues[], provider: OrderingProvider | undefined): void {
  if (provider === undefined) return;
  segments.push(nameSegment('DK', provider.party));
  append(segments, addressSegments(provider.address));
  addTaxonomyAndReferences(segments, provider);
  if (provider.contact !== undefined) append(segments, contactSegments([provider.contact]));
}

function adjudicationSegments(adjudication: LineAdjudication): SegmentValues[] {
  const { bundledIntoLine, adjudicatedOn } = adjudication;
  return [
    [
      'SVD',
      adjudication.payerId,
      amountValue(adjudication.paidCents),
      procedureValue(adjudication.procedure),
      undefined,
      quantityValue(adjudication.units),
      bundledIntoLine === undefined ? undefined : String(bundledIntoLine),
    ],
    ...priorPayerAdjustmentSegments(adjudication.adjustments),
    ...(adjudicatedOn === undefined ? [] : [paidOnSegment(adjudicatedOn)]),
    ...qualifiedSegment('AMT', 'EAF', amountValue(adjudication.remainingPatientLiabilityCents)),
  ];
}
