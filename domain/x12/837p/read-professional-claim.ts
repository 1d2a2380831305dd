import { zeroCents } from '../../kernel/cents.js';
import { compact } from '../compact.js';
import type { FieldReader } from '../field-reader.js';
import { childLoops, findSegment, findSegments, type LoopInstance } from '../loop-instance.js';
import { readReference, readReferences } from '../party-segments.js';
import { repeatedComponents, type Segment } from '../segment.js';
import { claimDateQualifiers } from './claim-dates.js';
import type { Contract, Diagnosis, ProfessionalClaim, RelatedCauses } from './professional-claim.js';
import { readOtherPayer } from './read-other-payer.js';
import { readServiceLine } from './read-service-line.js';
import {
  providerLoop,
  readAttachments,
  readDates,
  readFacility,
  readFixedFormat,
  readNotes,
  readProvider,
} from './read-shared-parts.js';

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
