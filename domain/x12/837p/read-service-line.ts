import { zeroCents } from '../../kernel/cents.js';
import { compact } from '../compact.js';
import type { FieldReader } from '../field-reader.js';
import { childLoop, childLoops, findSegment, findSegments, type LoopInstance } from '../loop-instance.js';
import { readAddress, readContacts, readReference, readReferences } from '../party-segments.js';
import type { Procedure } from '../procedure.js';
import { components, type Segment } from '../segment.js';
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
  providerLoop,
  readAttachments,
  readDates,
  readFacility,
  readFixedFormat,
  readNotes,
  readProvider,
} from './read-shared-parts.js';

const namedReferences = ['G1', '9F', '6R'];

/** Loop 2400 with everything in it. */
export function readServiceLine(reader: FieldReader, instance: LoopInstance): ProfessionalServiceLine {
  const service = findSegment(instance, 'SV1');
  return {
    ...readService(reader, service),
    attachments: readAttachments(reader, instance),
    dates: readDates(reader, instance, lineDateQualifiers),
    priorAuthorizations: readAuthorizations(reader, instance, 'G1'),
    referrals: readAuthorizations(reader, instance, '9F'),
    references: readReferences(reader, instance, namedReferences),
    fixedFormatInformation: readFixedFormat(reader, instance),
    notes: readNotes(reader, instance),
    adjudications: childLoops(instance, '2430').map((adjudication) => readAdjudication(reader, adjudication)),
    ...readLineProviders(reader, instance),
    ...compact({
      serviceDate: reader.period(findSegment(instance, 'DTP', '472'), 2),
      lineControlNumber: readReference(reader, instance, '6R'),
      salesTaxCents: reader.amount(findSegment(instance, 'AMT', 'T'), 2),
      postageCents: reader.amount(findSegment(instance, 'AMT', 'F4'), 2),
      drug: readDrug(reader, childLoop(instance, '2410')),
      purchasedService: readPurchasedService(reader, instance),
    }),
  };
}

const noProcedure: Procedure = { qualifier: '', code: '', modifiers: [] };

function readService(reader: FieldReader, segment: Segment | undefined) {
  return {
    procedure: reader.procedure(segment, 1) ?? noProcedure,
    chargeCents: reader.amount(segment, 2) ?? zeroCents,
    unitBasis: reader.text(segment, 3) ?? '',
    units: reader.quantity(segment, 4) ?? 0,
    diagnosisPointers: segment === undefined ? [] : readPointers(segment),
    ...compact({
      placeOfService: reader.text(segment, 5),
      emergency: isYes(reader, segment, 9),
      epsdt: isYes(reader, segment, 11),
      familyPlanning: isYes(reader, segment, 12),
      copayExempt: reader.text(segment, 15) === '0' ? true : undefined,
    }),
  };
}

function readPointers(segment: Segment): number[] {
  return components(segment, 7).flatMap((pointer) => (/^\d{1,2}$/.test(pointer) ? [Number(pointer)] : []));
}

function isYes(reader: FieldReader, segment: Segment | undefined, number: number): true | undefined {
  return reader.text(segment, number) === 'Y' ? true : undefined;
}

function readAuthorizations(reader: FieldReader, instance: LoopInstance, qualifier: string): LineAuthorization[] {
  return findSegments(instance, 'REF', qualifier).flatMap((segment) => {
    const number = reader.text(segment, 2);
    return number === undefined ? [] : [{ number, ...compact({ payerId: reader.component(segment, 4, 2) }) }];
  });
}

function readLineProviders(reader: FieldReader, instance: LoopInstance) {
  const facility = childLoop(instance, '2420C');
  return compact({
    renderingProvider: readProvider(reader, providerLoop(instance, '2420A', '82')),
    serviceFacility: facility === undefined ? undefined : readFacility(reader, facility),
    supervisingProvider: readProvider(reader, providerLoop(instance, '2420D', 'DQ')),
    orderingProvider: readOrderingProvider(reader, childLoop(instance, '2420E')),
    referringProvider: readProvider(reader, providerLoop(instance, '2420F', 'DN')),
    primaryCareProvider: readProvider(reader, providerLoop(instance, '2420F', 'P3')),
  });
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
