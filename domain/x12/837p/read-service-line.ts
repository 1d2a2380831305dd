import { zeroCents } from '../../kernel/cents.js';
import { compact } from '../compact.js';
import type { FieldReader } from '../field-reader.js';
import { childLoop, childLoops, findSegment, findSegments, type LoopInstance } from '../loop-instance.js';
import type { Mutable } from '../mutable.js';
import { nothing } from '../nothing.js';
import { onlyReference, readAddress, readContacts, readReference, readReferences } from '../party-segments.js';
import type { Procedure } from '../procedure.js';
import { quickWhole } from '../quick-values.js';
import { readEach } from '../read-each.js';
import { componentEnd, elementEnd, elementStart, isPresent, type Segment } from '../segment.js';
import { lineDateQualifiers } from './claim-dates.js';
import { readPriorPayerAdjustments } from './prior-payer-adjustment.js';
import type {
  Drug,
  LineAdjudication,
  LineAuthorization,
  OrderingProvider,
  ProfessionalServiceLine,
  PurchasedService,
} from './professional-service-line.js';
import {
  dateKinds,
  providerLoop,
  readAttachments,
  readDates,
  readFacility,
  readFixedFormat,
  readNotes,
  readProvider,
} from './read-shared-parts.js';

const namedReferences = ['G1', '9F', '6R'];
const lineDates = dateKinds(lineDateQualifiers);

/** Loop 2400 with everything in it. */
export function readServiceLine(reader: FieldReader, instance: LoopInstance): ProfessionalServiceLine {
  const service = findSegment(instance, 'SV1');
  const ownNumber = onlyReference(instance, '6R');
  const line: Mutable<ProfessionalServiceLine> = {
    procedure: reader.procedure(service, 1) ?? noProcedure,
    chargeCents: reader.amount(service, 2) ?? zeroCents,
    unitBasis: reader.text(service, 3) ?? '',
    units: reader.quantity(service, 4) ?? 0,
    diagnosisPointers: service === undefined ? nothing : readPointers(service),
    attachments: readAttachments(reader, instance),
    dates: readDates(reader, instance, lineDates),
    priorAuthorizations: ownNumber === undefined ? readAuthorizations(reader, instance, 'G1') : nothing,
    referrals: ownNumber === undefined ? readAuthorizations(reader, instance, '9F') : nothing,
    references: ownNumber === undefined ? readReferences(reader, instance, namedReferences) : nothing,
    fixedFormatInformation: readFixedFormat(reader, instance),
    notes: readNotes(reader, instance),
    adjudications: readEach(reader, childLoops(instance, '2430'), readAdjudication),
  };
  const serviceDate = reader.period(findSegment(instance, 'DTP', '472'), 2);
  if (serviceDate !== undefined) line.serviceDate = serviceDate;
  const lineControlNumber = reader.text(ownNumber ?? findSegment(instance, 'REF', '6R'), 2);
  if (lineControlNumber !== undefined) line.lineControlNumber = lineControlNumber;
  if (service !== undefined) addServiceOptions(reader, service, line);
  const salesTaxCents = reader.amount(findSegment(instance, 'AMT', 'T'), 2);
  if (salesTaxCents !== undefined) line.salesTaxCents = salesTaxCents;
  const postageCents = reader.amount(findSegment(instance, 'AMT', 'F4'), 2);
  if (postageCents !== undefined) line.postageCents = postageCents;
  const purchasedService = readPurchasedService(reader, instance);
  if (purchasedService !== undefined) line.purchasedService = purchasedService;
  if (instance.firstInner !== undefined) addInnerLoops(reader, instance, line);
  return line;
}

const noProcedure: Procedure = { qualifier: '', code: '', modifiers: [] };

function addServiceOptions(reader: FieldReader, service: Segment, line: Mutable<ProfessionalServiceLine>): void {
  const placeOfService = reader.text(service, 5);
  if (placeOfService !== undefined) line.placeOfService = placeOfService;
  if (reader.text(service, 9) === 'Y') line.emergency = true;
  if (reader.text(service, 11) === 'Y') line.epsdt = true;
  if (reader.text(service, 12) === 'Y') line.familyPlanning = true;
  if (reader.text(service, 15) === '0') line.copayExempt = true;
}

function readPointers(segment: Segment): readonly number[] {
  if (!isPresent(segment, 7)) return nothing;
  const { source } = segment;
  const end = elementEnd(segment, 7);
  let pointers: number[] | undefined;
  for (let from = elementStart(segment, 7); from <= end; ) {
    const to = componentEnd(source, from, end);
    const pointer = to - from <= 2 ? quickWhole(source, from, to) : undefined;
    from = to + 1;
    if (pointer === undefined) continue;
    if (pointers === undefined) pointers = [pointer];
    else pointers.push(pointer);
  }
  return pointers ?? nothing;
}

function readAuthorizations(
  reader: FieldReader,
  instance: LoopInstance,
  qualifier: string,
): readonly LineAuthorization[] {
  const segments = findSegments(instance, 'REF', qualifier);
  return segments.length === 0 ? nothing : readAuthorizationsOf(reader, segments);
}

function readAuthorizationsOf(reader: FieldReader, segments: readonly Segment[]): LineAuthorization[] {
  return segments.flatMap((segment) => {
    const number = reader.text(segment, 2);
    return number === undefined ? [] : [{ number, ...compact({ payerId: reader.component(segment, 4, 2) }) }];
  });
}

function addInnerLoops(reader: FieldReader, instance: LoopInstance, line: Mutable<ProfessionalServiceLine>): void {
  const drug = readDrug(reader, childLoop(instance, '2410'));
  if (drug !== undefined) line.drug = drug;
  const renderingProvider = readProvider(reader, providerLoop(instance, '2420A', '82'));
  if (renderingProvider !== undefined) line.renderingProvider = renderingProvider;
  const facility = childLoop(instance, '2420C');
  if (facility !== undefined) line.serviceFacility = readFacility(reader, facility);
  const supervisingProvider = readProvider(reader, providerLoop(instance, '2420D', 'DQ'));
  if (supervisingProvider !== undefined) line.supervisingProvider = supervisingProvider;
  const orderingProvider = readOrderingProvider(reader, childLoop(instance, '2420E'));
  if (orderingProvider !== undefined) line.orderingProvider = orderingProvider;
  const referringProvider = readProvider(reader, providerLoop(instance, '2420F', 'DN'));
  if (referringProvider !== undefined) line.referringProvider = referringProvider;
  const primaryCareProvider = readProvider(reader, providerLoop(instance, '2420F', 'P3'));
  if (primaryCareProvider !== undefined) line.primaryCareProvider = primaryCareProvider;
}

function readOrderingProvider(reader: FieldReader, instance: LoopInstance | undefined): OrderingProvider | undefined {
  const provider = readProvider(reader, instance);
  if (instance === undefined || provider === undefined) return undefined;
  return {
    ...provider,
    ...compact({ address: readAddress(reader, instance), contact: readContacts(reader, instance)[0] }),
  };
}

function readPurchasedService(reader: FieldReader, instance: LoopInstance): PurchasedService | undefined {
  const segment = findSegment(instance, 'PS1');
  if (segment === undefined) return undefined;
  return {
    providerId: reader.text(segment, 1) ?? '',
    chargeCents: reader.amount(segment, 2) ?? zeroCents,
    ...compact({ provider: readProvider(reader, childLoop(instance, '2420B')) }),
  };
}

function readDrug(reader: FieldReader, instance: LoopInstance | undefined): Drug | undefined {
  if (instance === undefined) return undefined;
  const item = findSegment(instance, 'LIN');
  const pricing = findSegment(instance, 'CTP');
  return {
    identifier: { qualifier: reader.text(item, 2) ?? '', value: reader.text(item, 3) ?? '' },
    ...compact({
      quantity: reader.quantity(pricing, 4),
      unit: reader.component(pricing, 5, 1),
      prescriptionNumber: readReference(reader, instance, 'XZ'),
      linkNumber: readReference(reader, instance, 'VY'),
    }),
  };
}

function readAdjudication(reader: FieldReader, instance: LoopInstance): LineAdjudication {
  const segment = findSegment(instance, 'SVD');
  const bundled = reader.quantity(segment, 6);
  return {
    payerId: reader.text(segment, 1) ?? '',
    paidCents: reader.amount(segment, 2) ?? zeroCents,
    procedure: reader.procedure(segment, 3) ?? noProcedure,
    units: reader.quantity(segment, 5) ?? 0,
    adjustments: readPriorPayerAdjustments(reader, instance),
    ...compact({
      bundledIntoLine: bundled,
      adjudicatedOn: reader.period(findSegment(instance, 'DTP', '573'), 2)?.from,
      remainingPatientLiabilityCents: reader.amount(findSegment(instance, 'AMT', 'EAF'), 2),
    }),
  };
}
