import { compact } from '../compact.js';
import type { QualifiedDate } from '../date-range.js';
import type { FieldReader } from '../field-reader.js';
import { findSegment, findSegments, firstSegment, type LoopInstance } from '../loop-instance.js';
import { readAddress, readContacts, readParty, readReferences, unnamedParty } from '../party-segments.js';
import { repetitions, type Segment } from '../segment.js';
import type { Benefit, BenefitDelivery, BenefitParty, EligibilityRejection } from './eligibility-response.js';

/** Reads loop 2110: an EB with all that belongs to it. */
export function readBenefit(reader: FieldReader, instance: LoopInstance): Benefit[] {
  const benefit = firstSegment(instance);
  if (benefit === undefined) return [];
  const read: Benefit = compact({
    informationCode: reader.text(benefit, 1) ?? '',
    coverageLevel: reader.text(benefit, 2),
    serviceTypeCodes: repetitions(benefit, 3).filter((code) => code !== ''),
    insuranceType: reader.text(benefit, 4),
    planName: reader.text(benefit, 5),
    timePeriod: reader.text(benefit, 6),
    amountCents: reader.amount(benefit, 7),
    percentFraction: reader.text(benefit, 8),
    quantityQualifier: reader.text(benefit, 9),
    quantity: reader.quantity(benefit, 10),
    authorizationRequired: authorization(reader.text(benefit, 11)),
    inNetwork: network(reader.text(benefit, 12)),
    procedure: reader.procedure(benefit, 13),
    placesOfService: placesOfService(reader, instance),
    dates: readDates(reader, instance),
    references: readReferences(reader, instance),
    messages: findSegments(instance, 'MSG').flatMap((segment) => reader.text(segment, 1) ?? []),
    rejections: readRejections(reader, instance),
    deliveries: findSegments(instance, 'HSD').map((segment) => readDelivery(reader, segment)),
    relatedParties: instance.loops.filter(({ id }) => id.startsWith('2120')).map((party) => readRelated(reader, party)),
  });
  return [read];
}

/** DTP segments of a loop; one that can't be read is reported and left out. */
export function readDates(reader: FieldReader, instance: LoopInstance): QualifiedDate[] {
  return findSegments(instance, 'DTP').flatMap((segment) => {
    const period = reader.period(segment, 2);
    return period === undefined ? [] : [{ qualifier: reader.text(segment, 1) ?? '', period }];
  });
}

/** AAA segments of a loop. */
export function readRejections(reader: FieldReader, instance: LoopInstance): EligibilityRejection[] {
  return findSegments(instance, 'AAA').map((segment) =>
    compact({
      requestValid: reader.text(segment, 1) === 'Y',
      reasonCode: reader.text(segment, 3) ?? '',
      followUpCode: reader.text(segment, 4),
    }),
  );
}

/** III*ZZ; other lists (diagnoses, injuries) don't limit a place. */
function placesOfService(reader: FieldReader, instance: LoopInstance): string[] {
  return instance.loops
    .filter(({ id }) => id.startsWith('2115'))
    .flatMap((loop) => {
      const segment = firstSegment(loop);
      return reader.text(segment, 1) === 'ZZ' ? (reader.text(segment, 2) ?? []) : [];
    });
}

function readDelivery(reader: FieldReader, segment: Segment): BenefitDelivery {
  return compact({
    quantityQualifier: reader.text(segment, 1),
    quantity: reader.quantity(segment, 2),
    measurementCode: reader.text(segment, 3),
    samplePeriods: reader.quantity(segment, 4),
    timePeriod: reader.text(segment, 5),
    periodCount: reader.quantity(segment, 6),
    frequencyCode: reader.text(segment, 7),
    patternTimeCode: reader.text(segment, 8),
  });
}

function readRelated(reader: FieldReader, instance: LoopInstance): BenefitParty {
  const name = firstSegment(instance);
  return compact({
    role: reader.text(name, 1) ?? '',
    party: readParty(reader, name) ?? unnamedParty,
    address: readAddress(reader, instance),
    contacts: readContacts(reader, instance),
    taxonomyCode: reader.text(findSegment(instance, 'PRV'), 3),
  });
}

function authorization(code: string | undefined): Benefit['authorizationRequired'] {
  if (code === 'Y') return 'yes';
  if (code === 'N') return 'no';
  return code === 'U' ? 'unknown' : undefined;
}

function network(code: string | undefined): Benefit['inNetwork'] {
  return code === 'W' ? 'not-applicable' : authorization(code);
}
