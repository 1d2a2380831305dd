import { compact } from '../compact.js';
import type { FieldReader } from '../field-reader.js';
import { childLoop, findSegment, type LoopInstance } from '../loop-instance.js';
import type { Mutable } from '../mutable.js';
import { nothing } from '../nothing.js';
import { readAddress, readParty, readReferences, unnamedParty } from '../party-segments.js';
import type { Segment } from '../segment.js';
import type { DependentPatient, DestinationPayer, PatientFacts, Subscriber } from './professional-claim.js';

/** Loops 2000B and 2010BA. */
export function readSubscriber(reader: FieldReader, level: LoopInstance): Subscriber {
  const information = findSegment(level, 'SBR');
  const instance = childLoop(level, '2010BA');
  const subscriber: Mutable<Subscriber> = {
    payerResponsibility: reader.text(information, 1) ?? '',
    party: readParty(reader, instance && findSegment(instance, 'NM1')) ?? unnamedParty,
    references: instance === undefined ? nothing : readReferences(reader, instance),
  };
  const groupNumber = reader.text(information, 3);
  if (groupNumber !== undefined) subscriber.groupNumber = groupNumber;
  const groupName = reader.text(information, 4);
  if (groupName !== undefined) subscriber.groupName = groupName;
  const medicareSecondaryReason = reader.text(information, 5);
  if (medicareSecondaryReason !== undefined) subscriber.medicareSecondaryReason = medicareSecondaryReason;
  const filingIndicator = reader.text(information, 9);
  if (filingIndicator !== undefined) subscriber.filingIndicator = filingIndicator;
  const address = instance && readAddress(reader, instance);
  if (address !== undefined) subscriber.address = address;
  const demographics = instance && findSegment(instance, 'DMG');
  const birthDate = reader.date(demographics, 2);
  if (birthDate !== undefined) subscriber.birthDate = birthDate;
  const sex = reader.text(demographics, 3);
  if (sex !== undefined) subscriber.sex = sex;
  const patientFacts = readPatientFacts(reader, findSegment(level, 'PAT'));
  if (patientFacts !== undefined) subscriber.patientFacts = patientFacts;
  return subscriber;
}

/** Loop 2010BB. */
export function readDestinationPayer(reader: FieldReader, level: LoopInstance): DestinationPayer {
  const instance = childLoop(level, '2010BB');
  const name = instance && findSegment(instance, 'NM1');
  const payer: Mutable<DestinationPayer> = {
    name: reader.text(name, 3) ?? '',
    identifier: { qualifier: reader.text(name, 8) ?? '', value: reader.text(name, 9) ?? '' },
    references: instance === undefined ? nothing : readReferences(reader, instance),
  };
  const address = instance && readAddress(reader, instance);
  if (address !== undefined) payer.address = address;
  return payer;
}

/** Loops 2000C and 2010CA. */
export function readPatient(reader: FieldReader, level: LoopInstance): DependentPatient {
  const information = findSegment(level, 'PAT');
  const instance = childLoop(level, '2010CA');
  const demographics = instance && findSegment(instance, 'DMG');
  return {
    relationship: reader.text(information, 1) ?? '',
    party: readParty(reader, instance && findSegment(instance, 'NM1')) ?? unnamedParty,
    address: (instance && readAddress(reader, instance)) ?? {},
    references: instance === undefined ? nothing : readReferences(reader, instance),
    ...compact({
      birthDate: reader.date(demographics, 2),
      sex: reader.text(demographics, 3),
      facts: readPatientFacts(reader, information),
    }),
  };
}

function readPatientFacts(reader: FieldReader, segment: Segment | undefined): PatientFacts | undefined {
  if (segment === undefined) return undefined;
  const facts = compact({
    deathDate: reader.date(segment, 6),
    weightPounds: reader.quantity(segment, 8),
    pregnant: reader.text(segment, 9) === 'Y' ? true : undefined,
  });
  return Object.keys(facts).length === 0 ? undefined : facts;
}
