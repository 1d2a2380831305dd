import { append } from '../append.js';
import { addressSegments, referenceSegments } from '../party-segments.js';
import { nameSegment } from './name-segment.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { SegmentValues } from '../segment-values.js';
import { dateValue, quantityValue } from '../write-values.js';
import type { DependentPatient, DestinationPayer, PatientFacts, Subscriber } from './professional-claim.js';

/** Adds loops 2000B after its HL, 2010BA and 2010BB. */
export function addSubscriber(
  segments: SegmentValues[],
  subscriber: Subscriber,
  payer: DestinationPayer,
  isPatient: boolean,
): void {
  segments.push([
    'SBR',
    subscriber.payerResponsibility,
    isPatient ? '18' : undefined,
    subscriber.groupNumber,
    subscriber.groupName,
    subscriber.medicareSecondaryReason,
    undefined,
    undefined,
    undefined,
    subscriber.filingIndicator,
  ]);
  append(segments, patientFactsSegment(undefined, subscriber.patientFacts));
  segments.push(nameSegment('IL', subscriber.party));
  append(segments, addressSegments(subscriber.address));
  addDemographics(segments, subscriber.birthDate, subscriber.sex);
  append(segments, referenceSegments(subscriber.references));
  segments.push(nameSegment('PR', { kind: 'organization', name: payer.name, identifier: payer.identifier }));
  append(segments, addressSegments(payer.address));
  append(segments, referenceSegments(payer.references));
}

/** Adds loops 2000C after its HL, and 2010CA. */
export function addPatient(segments: SegmentValues[], patient: DependentPatient): void {
  append(segments, patientFactsSegment(patient.relationship, patient.facts));
  segments.push(nameSegment('QC', patient.party));
  append(segments, addressSegments(patient.address));
  addDemographics(segments, patient.birthDate, patient.sex);
  append(segments, referenceSegments(patient.references));
}

function patientFactsSegment(relationship: string | undefined, facts: PatientFacts | undefined): SegmentValues[] {
  if (relationship === undefined && facts === undefined) return [];
  const { deathDate, weightPounds, pregnant } = facts ?? {};
  if (relationship === undefined && deathDate === undefined && weightPounds === undefined && pregnant !== true)
    return [];
  return [
    [
      'PAT',
      relationship,
      undefined,
      undefined,
      undefined,
      deathDate === undefined ? undefined : 'D8',
      dateValue(deathDate),
      weightPounds === undefined ? undefined : '01',
      quantityValue(weightPounds),
      pregnant === true ? 'Y' : undefined,
    ],
  ];
}

function addDemographics(segments: SegmentValues[], birthDate: PlainDate | undefined, sex: string | undefined): void {
  if (birthDate === undefined && sex === undefined) return;
  segments.push(['DMG', birthDate === undefined ? undefined : 'D8', dateValue(birthDate), sex]);
}
