import { compact } from '../compact.js';
import type { FieldReader } from '../field-reader.js';
import { childLoop, findSegment, type LoopInstance } from '../loop-instance.js';
import { readAddress, readParty, readReference, readReferences, unnamedParty } from '../party-segments.js';
import type { Segment } from '../segment.js';
import type { OtherPayer, OutpatientAdjudication } from './other-payer.js';
import { readPriorPayerAdjustments } from './prior-payer-adjustment.js';

/** Loops 2320, 2330A and 2330B. */
export function readOtherPayer(reader: FieldReader, instance: LoopInstance): OtherPayer {
  const information = findSegment(instance, 'SBR');
  const coverage = findSegment(instance, 'OI');
  return {
    payerResponsibility: reader.text(information, 1) ?? '',
    relationship: reader.text(information, 2) ?? '',
    adjustments: readPriorPayerAdjustments(reader, instance),
    benefitsAssigned: reader.text(coverage, 3) ?? '',
    releaseOfInformation: reader.text(coverage, 6) ?? '',
    ...readSubscriber(reader, childLoop(instance, '2330A')),
    ...readPayer(reader, childLoop(instance, '2330B')),
    ...compact({
      groupNumber: reader.text(information, 3),
      groupName: reader.text(information, 4),
      medicareSecondaryReason: reader.text(information, 5),
      filingIndicator: reader.text(information, 9),
      paidCents: reader.amount(findSegment(instance, 'AMT', 'D'), 2),
      nonCoveredCents: reader.amount(findSegment(instance, 'AMT', 'A8'), 2),
      remainingPatientLiabilityCents: reader.amount(findSegment(instance, 'AMT', 'EAF'), 2),
      patientSignatureSource: reader.text(coverage, 4),
      outpatientAdjudication: readOutpatient(reader, findSegment(instance, 'MOA')),
    }),
  };
}

type SubscriberFields = Pick<OtherPayer, 'subscriber' | 'subscriberAddress' | 'subscriberReferences'>;

function readSubscriber(reader: FieldReader, instance: LoopInstance | undefined): SubscriberFields {
  if (instance === undefined) return { subscriber: unnamedParty, subscriberReferences: [] };
  return {
    subscriber: readParty(reader, findSegment(instance, 'NM1')) ?? unnamedParty,
    subscriberReferences: readReferences(reader, instance),
    ...compact({ subscriberAddress: readAddress(reader, instance) }),
  };
}

type PayerFields = Pick<
  OtherPayer,
  'name' | 'identifier' | 'address' | 'adjudicatedOn' | 'claimControlNumber' | 'references'
>;

function readPayer(reader: FieldReader, instance: LoopInstance | undefined): PayerFields {
  if (instance === undefined) return { name: '', identifier: { qualifier: '', value: '' }, references: [] };
  const name = findSegment(instance, 'NM1');
  return {
    name: reader.text(name, 3) ?? '',
    identifier: { qualifier: reader.text(name, 8) ?? '', value: reader.text(name, 9) ?? '' },
    references: readReferences(reader, instance, ['F8']),
    ...compact({
      address: readAddress(reader, instance),
      adjudicatedOn: reader.period(findSegment(instance, 'DTP', '573'), 2)?.from,
      claimControlNumber: readReference(reader, instance, 'F8'),
    }),
  };
}

function readOutpatient(reader: FieldReader, segment: Segment | undefined): OutpatientAdjudication | undefined {
  if (segment === undefined) return undefined;
  return {
    remarkCodes: [3, 4, 5, 6, 7].flatMap((number) => reader.text(segment, number) ?? []),
    ...compact({
      reimbursementRate: reader.quantity(segment, 1),
      payableCents: reader.amount(segment, 2),
      endStageRenalDiseasePaidCents: reader.amount(segment, 8),
      nonpayableProfessionalCents: reader.amount(segment, 9),
    }),
  };
}
