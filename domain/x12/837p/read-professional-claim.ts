import { zeroCents } from '../../kernel/cents.js';
import { compact } from '../compact.js';
import type { DateRange } from '../date-range.js';
import type { FieldReader } from '../field-reader.js';
import { childLoops, findSegment, findSegments, type LoopInstance } from '../loop-instance.js';
import {
  readAddress,
  readContacts,
  readParty,
  readReference,
  readReferences,
  unnamedParty,
} from '../party-segments.js';
import { repeatedComponents, type Segment } from '../segment.js';
import { claimDateQualifiers } from './claim-dates.js';
import type {
  Attachment,
  ClaimNote,
  ClaimProvider,
  Contract,
  Diagnosis,
  ProfessionalClaim,
  RelatedCauses,
  ServiceFacility,
} from './professional-claim.js';
import { readOtherPayer } from './read-other-payer.js';
import { readServiceLine } from './read-service-line.js';

const namedReferences = ['9F', 'G1', 'F8', 'D9', 'EA'];

/** Loop 2300 with everything in it. */
export function readClaim(
  reader: FieldReader,
  instance: LoopInstance,
  whose: Pick<ProfessionalClaim, 'subscriber' | 'payer' | 'patient'>,
): ProfessionalClaim {
  const segment = findSegment(instance, 'CLM');
  return {
    ...whose,
    ...readClaimSegment(reader, segment),
    dates: readDates(reader, instance, claimDateQualifiers),
    attachments: readAttachments(reader, instance),
    references: readReferences(reader, instance, namedReferences),
    fixedFormatInformation: readFixedFormat(reader, instance),
    conditions: findSegments(instance, 'CRC').map((condition) => ({
      category: reader.text(condition, 1) ?? '',
      applies: reader.text(condition, 2) === 'Y',
      indicators: texts(reader, condition, [3, 4, 5, 6, 7]),
    })),
    diagnoses: readDiagnoses(instance),
    conditionCodes: healthCodes(instance, ['BG']).map(({ code }) => code),
    ...readClaimProviders(reader, instance),
    otherPayers: childLoops(instance, '2320').map((other) => readOtherPayer(reader, other)),
    lines: childLoops(instance, '2400').map((line) => readServiceLine(reader, line)),
    ...compact({
      contract: readContract(reader, findSegment(instance, 'CN1')),
      patientPaidCents: reader.amount(findSegment(instance, 'AMT', 'F5'), 2),
      referralNumber: readReference(reader, instance, '9F'),
      priorAuthorizationNumber: readReference(reader, instance, 'G1'),
      payerClaimControlNumber: readReference(reader, instance, 'F8'),
      clearinghouseClaimId: readReference(reader, instance, 'D9'),
      medicalRecordNumber: readReference(reader, instance, 'EA'),
      note: readNotes(reader, instance)[0],
    }),
  };
}

type ClaimSegmentFields = Pick<
  ProfessionalClaim,
  | 'patientControlNumber'
  | 'chargeCents'
  | 'placeOfService'
  | 'frequency'
  | 'providerSignatureOnFile'
  | 'assignment'
  | 'benefitsAssigned'
  | 'releaseOfInformation'
  | 'patientSignatureSource'
  | 'relatedCauses'
  | 'specialProgram'
  | 'delayReason'
>;

function readClaimSegment(reader: FieldReader, segment: Segment | undefined): ClaimSegmentFields {
  return {
    patientControlNumber: reader.text(segment, 1) ?? '',
    chargeCents: reader.amount(segment, 2) ?? zeroCents,
    placeOfService: reader.component(segment, 5, 1) ?? '',
    frequency: reader.component(segment, 5, 3) ?? '',
    providerSignatureOnFile: reader.text(segment, 6) === 'Y',
    assignment: reader.text(segment, 7) ?? '',
    benefitsAssigned: reader.text(segment, 8) ?? '',
    releaseOfInformation: reader.text(segment, 9) ?? '',
    ...compact({
      patientSignatureSource: reader.text(segment, 10),
      relatedCauses: readRelatedCauses(reader, segment),
      specialProgram: reader.text(segment, 12),
      delayReason: reader.text(segment, 20),
    }),
  };
}

function readRelatedCauses(reader: FieldReader, segment: Segment | undefined): RelatedCauses | undefined {
  if (reader.text(segment, 11) === undefined) return undefined;
  const causes = [1, 2, 3].flatMap((part) => reader.component(segment, 11, part) ?? []);
  return {
    causes,
    ...compact({ state: reader.component(segment, 11, 4), countryCode: reader.component(segment, 11, 5) }),
  };
}

function readClaimProviders(reader: FieldReader, instance: LoopInstance): Partial<ProfessionalClaim> {
  const facility = childLoops(instance, '2310C')[0];
  return compact({
    referringProvider: readProvider(reader, providerLoop(instance, '2310A', 'DN')),
    primaryCareProvider: readProvider(reader, providerLoop(instance, '2310A', 'P3')),
    renderingProvider: readProvider(reader, providerLoop(instance, '2310B', '82')),
    serviceFacility: facility === undefined ? undefined : readFacility(reader, facility),
    supervisingProvider: readProvider(reader, providerLoop(instance, '2310D', 'DQ')),
  });
}

/** The provider's loop of that id whose NM1 has that entity code. */
export function providerLoop(instance: LoopInstance, id: string, entity: string): LoopInstance | undefined {
  return childLoops(instance, id).find((child) => findSegment(child, 'NM1', entity) !== undefined);
}

export function readProvider(reader: FieldReader, instance: LoopInstance | undefined): ClaimProvider | undefined {
  if (instance === undefined) return undefined;
  return {
    party: readParty(reader, findSegment(instance, 'NM1')) ?? unnamedParty,
    references: readReferences(reader, instance),
    ...compact({ taxonomyCode: reader.text(findSegment(instance, 'PRV'), 3) }),
  };
}

export function readFacility(reader: FieldReader, instance: LoopInstance): ServiceFacility {
  return {
    party: readParty(reader, findSegment(instance, 'NM1')) ?? unnamedParty,
    address: readAddress(reader, instance) ?? {},
    references: readReferences(reader, instance),
    ...compact({ contact: readContacts(reader, instance)[0] }),
  };
}

/** Dates by what happened then; a DTP the table does not know is left to the findings. */
export function readDates<Kind extends string>(
  reader: FieldReader,
  instance: LoopInstance,
  qualifiers: Readonly<Record<Kind, string>>,
): Partial<Record<Kind, DateRange>> {
  const dates: Partial<Record<Kind, DateRange>> = {};
  for (const kind in qualifiers) {
    const period = reader.period(findSegment(instance, 'DTP', qualifiers[kind]), 2);
    if (period !== undefined) dates[kind] = period;
  }
  return dates;
}

export function readAttachments(reader: FieldReader, instance: LoopInstance): Attachment[] {
  return findSegments(instance, 'PWK').map((segment) => ({
    reportType: reader.text(segment, 1) ?? '',
    transmission: reader.text(segment, 2) ?? '',
    ...compact({ controlNumber: reader.text(segment, 6) }),
  }));
}

export function readFixedFormat(reader: FieldReader, instance: LoopInstance): string[] {
  return findSegments(instance, 'K3').flatMap((segment) => reader.text(segment, 1) ?? []);
}

export function readNotes(reader: FieldReader, instance: LoopInstance): ClaimNote[] {
  return findSegments(instance, 'NTE').map((segment) => ({
    code: reader.text(segment, 1) ?? '',
    text: reader.text(segment, 2) ?? '',
  }));
}

function readContract(reader: FieldReader, segment: Segment | undefined): Contract | undefined {
  if (segment === undefined) return undefined;
  return {
    typeCode: reader.text(segment, 1) ?? '',
    ...compact({
      amountCents: reader.amount(segment, 2),
      percentage: reader.quantity(segment, 3),
      code: reader.text(segment, 4),
      termsDiscountPercentage: reader.quantity(segment, 5),
      version: reader.text(segment, 6),
    }),
  };
}

function readDiagnoses(instance: LoopInstance): Diagnosis[] {
  return healthCodes(instance, ['ABK', 'ABF', 'BK', 'BF']).map(({ qualifier, code }) => ({
    codeSet: qualifier.startsWith('A') ? 'ICD-10-CM' : 'ICD-9-CM',
    code,
  }));
}

/** The codes of HI segments that begin with one of the qualifiers, in order. */
function healthCodes(instance: LoopInstance, qualifiers: readonly string[]): { qualifier: string; code: string }[] {
  return findSegments(instance, 'HI').flatMap((segment) =>
    Array.from({ length: segment.elementCount }, (_, index) => repeatedComponents(segment, index + 1)[0] ?? []).flatMap(
      ([qualifier = '', code = '']) => (qualifiers.includes(qualifier) && code !== '' ? [{ qualifier, code }] : []),
    ),
  );
}

function texts(reader: FieldReader, segment: Segment, numbers: readonly number[]): string[] {
  return numbers.flatMap((number) => reader.text(segment, number) ?? []);
}
