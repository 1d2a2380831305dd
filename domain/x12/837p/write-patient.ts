import { addressSegments, referenceSegments } from '../party-segments.js';
import { nameSegment } from './name-segment.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { SegmentValues } from '../write-interchange.js';
import { dateValue, quantityValue } from '../write-values.js';
import type { DependentPatient, DestinationPayer, PatientFacts, Subscriber } from './professional-claim.js';

/** Loops 2000B after its HL, 2010BA and 2010BB. */
export function subscriberSegments(
  subscriber: Subscriber,
  payer: DestinationPayer,
  isPatient: boolean,
): SegmentValues[] {
  return [
    [
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
    ],
    ...patientFactsSegment(undefined, subscriber.patientFacts),
    nameSegment('IL', subscriber.party),
    ...addressSegments(subscriber.address),
    ...demographicSegment(subscriber.birthDate, subscriber.sex),
    ...referenceSegments(subscriber.references),
    nameSegment('PR', { kind: 'organization', name: payer.name, identifier: payer.identifier }),
    ...addressSegments(payer.address),
    ...referenceSegments(payer.references),
  ];
}

/** Loops 2000C after its HL, and 2010CA. */
export function patientSegments(patient: DependentPatient): SegmentValues[] {
  return [
    ...patientFactsSegment(patient.relationship, patient.facts),
    nameSegment('QC', patient.party),
    ...addressSegments(patient.address),
    ...demographicSegment(patient.birthDate, patient.sex),
    ...referenceSegments(patient.references),
  ];
}

function patientFactsSegment(relationship: string | undefined, facts: PatientFacts | undefined): SegmentValues[] {
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

function demographicSegment(birthDate: PlainDate | undefined, sex: string | undefined): SegmentValues[] {
  if (birthDate === undefined && sex === undefined) return [];
  return [['DMG', birthDate === undefined ? undefined : 'D8', dateValue(birthDate), sex]];
}
