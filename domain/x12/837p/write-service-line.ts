import { addressSegments, contactSegments, referenceSegment, referenceSegments } from '../party-segments.js';
import type { SegmentValues } from '../write-interchange.js';
import { amountValue, periodSegment, procedureValue, qualifiedSegment, quantityValue } from '../write-values.js';
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
import { attachmentSegment, dateSegments, facilitySegments, providerSegments } from './write-shared-parts.js';

/** Loop 2400 with everything in it; `number` is LX01. */
export function serviceLineSegments(line: ProfessionalServiceLine, number: number): SegmentValues[] {
  const { purchasedService } = line;
  return [
    ['LX', String(number)],
    serviceSegment(line),
    ...line.attachments.map(attachmentSegment),
    ...periodSegment('472', line.serviceDate),
    ...dateSegments(lineDateQualifiers, line.dates),
    ...authorizationSegments('G1', line.priorAuthorizations),
    ...referenceSegment('6R', line.lineControlNumber),
    ...referenceSegments(line.references),
    ...authorizationSegments('9F', line.referrals),
    ...qualifiedSegment('AMT', 'T', amountValue(line.salesTaxCents)),
    ...qualifiedSegment('AMT', 'F4', amountValue(line.postageCents)),
    ...line.fixedFormatInformation.map((text): SegmentValues => ['K3', text]),
    ...line.notes.map(({ code, text }): SegmentValues => ['NTE', code, text]),
    ...(purchasedService === undefined
      ? []
      : [['PS1', purchasedService.providerId, amountValue(purchasedService.chargeCents)] satisfies SegmentValues]),
    ...drugSegments(line.drug),
    ...providerSegments('82', line.renderingProvider),
    ...providerSegments('QB', purchasedService?.provider),
    ...facilitySegments(line.serviceFacility),
    ...providerSegments('DQ', line.supervisingProvider),
    ...orderingProviderSegments(line.orderingProvider),
    ...providerSegments('DN', line.referringProvider),
    ...providerSegments('P3', line.primaryCareProvider),
    ...line.adjudications.flatMap(adjudicationSegments),
  ];
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

function authorizationSegments(qualifier: string, authorizations: readonly LineAuthorization[]): SegmentValues[] {
  return authorizations.map(({ number, payerId }) =>
    payerId === undefined ? ['REF', qualifier, number] : ['REF', qualifier, number, undefined, ['2U', payerId]],
  );
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

function orderingProviderSegments(provider: OrderingProvider | undefined): SegmentValues[] {
  const [name, ...references] = providerSegments('DK', provider);
  if (provider === undefined || name === undefined) return [];
  const contact = provider.contact === undefined ? [] : contactSegments([provider.contact]);
  return [name, ...addressSegments(provider.address), ...references, ...contact];
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
