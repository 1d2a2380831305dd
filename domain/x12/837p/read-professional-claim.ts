import { zeroCents } from '../../kernel/cents.js';
import { CodeList } from '../code-list.js';
import { compact } from '../compact.js';
import type { FieldReader } from '../field-reader.js';
import { childLoop, childLoops, findSegment, findSegments, type LoopInstance } from '../loop-instance.js';
import type { Mutable } from '../mutable.js';
import { eachOf, nothing } from '../nothing.js';
import { readReference, readReferences } from '../party-segments.js';
import { component, isCode, type Segment } from '../segment.js';
import { claimDateQualifiers } from './claim-dates.js';
import type { Contract, Diagnosis, PatientCondition, ProfessionalClaim, RelatedCauses } from './professional-claim.js';
import { readOtherPayer } from './read-other-payer.js';
import { readServiceLine } from './read-service-line.js';
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

const namedReferences = ['9F', 'G1', 'F8', 'D9', 'EA'];
const claimDates = dateKinds(claimDateQualifiers);

/** Loop 2300 with everything in it. */
export function readClaim(
  reader: FieldReader,
  instance: LoopInstance,
  whose: Pick<ProfessionalClaim, 'subscriber' | 'payer' | 'patient'>,
): ProfessionalClaim {
  const segment = findSegment(instance, 'CLM');
  const claim: Mutable<ProfessionalClaim> = {
    subscriber: whose.subscriber,
    payer: whose.payer,
    patientControlNumber: reader.text(segment, 1) ?? '',
    chargeCents: reader.amount(segment, 2) ?? zeroCents,
    placeOfService: reader.component(segment, 5, 1) ?? '',
    frequency: reader.component(segment, 5, 3) ?? '',
    providerSignatureOnFile: reader.text(segment, 6) === 'Y',
    assignment: reader.text(segment, 7) ?? '',
    benefitsAssigned: reader.text(segment, 8) ?? '',
    releaseOfInformation: reader.text(segment, 9) ?? '',
    dates: readDates(reader, instance, claimDates),
    attachments: readAttachments(reader, instance),
    references: readReferences(reader, instance, namedReferences),
    fixedFormatInformation: readFixedFormat(reader, instance),
    conditions: readConditions(reader, instance),
    diagnoses: readDiagnoses(instance),
    conditionCodes: readConditionCodes(instance),
    otherPayers: eachOf(childLoops(instance, '2320'), (other) => readOtherPayer(reader, other)),
    lines: eachOf(childLoops(instance, '2400'), (line) => readServiceLine(reader, line)),
  };
  if (whose.patient !== undefined) claim.patient = whose.patient;
  if (segment !== undefined && segment.elementCount > 9) addClaimSegmentOptions(reader, segment, claim);
  addReferences(reader, instance, claim);
  addClaimProviders(reader, instance, claim);
  const contract = readContract(reader, findSegment(instance, 'CN1'));
  if (contract !== undefined) claim.contract = contract;
  const patientPaidCents = reader.amount(findSegment(instance, 'AMT', 'F5'), 2);
  if (patientPaidCents !== undefined) claim.patientPaidCents = patientPaidCents;
  const [note] = readNotes(reader, instance);
  if (note !== undefined) claim.note = note;
  return claim;
}

function addClaimSegmentOptions(reader: FieldReader, segment: Segment, claim: Mutable<ProfessionalClaim>): void {
  const patientSignatureSource = reader.text(segment, 10);
  if (patientSignatureSource !== undefined) claim.patientSignatureSource = patientSignatureSource;
  const relatedCauses = readRelatedCauses(reader, segment);
  if (relatedCauses !== undefined) claim.relatedCauses = relatedCauses;
  const specialProgram = reader.text(segment, 12);
  if (specialProgram !== undefined) claim.specialProgram = specialProgram;
  const delayReason = reader.text(segment, 20);
  if (delayReason !== undefined) claim.delayReason = delayReason;
}

function readRelatedCauses(reader: FieldReader, segment: Segment): RelatedCauses | undefined {
  if (reader.text(segment, 11) === undefined) return undefined;
  const causes = [1, 2, 3].flatMap((part) => reader.component(segment, 11, part) ?? []);
  return {
    causes,
    ...compact({ state: reader.component(segment, 11, 4), countryCode: reader.component(segment, 11, 5) }),
  };
}

function addReferences(reader: FieldReader, instance: LoopInstance, claim: Mutable<ProfessionalClaim>): void {
  if (findSegment(instance, 'REF') === undefined) return;
  const referralNumber = readReference(reader, instance, '9F');
  if (referralNumber !== undefined) claim.referralNumber = referralNumber;
  const priorAuthorizationNumber = readReference(reader, instance, 'G1');
  if (priorAuthorizationNumber !== undefined) claim.priorAuthorizationNumber = priorAuthorizationNumber;
  const payerClaimControlNumber = readReference(reader, instance, 'F8');
  if (payerClaimControlNumber !== undefined) claim.payerClaimControlNumber = payerClaimControlNumber;
  const clearinghouseClaimId = readReference(reader, instance, 'D9');
  if (clearinghouseClaimId !== undefined) claim.clearinghouseClaimId = clearinghouseClaimId;
  const medicalRecordNumber = readReference(reader, instance, 'EA');
  if (medicalRecordNumber !== undefined) claim.medicalRecordNumber = medicalRecordNumber;
}

function addClaimProviders(reader: FieldReader, instance: LoopInstance, claim: Mutable<ProfessionalClaim>): void {
  const referringProvider = readProvider(reader, providerLoop(instance, '2310A', 'DN'));
  if (referringProvider !== undefined) claim.referringProvider = referringProvider;
  const primaryCareProvider = readProvider(reader, providerLoop(instance, '2310A', 'P3'));
  if (primaryCareProvider !== undefined) claim.primaryCareProvider = primaryCareProvider;
  const renderingProvider = readProvider(reader, providerLoop(instance, '2310B', '82'));
  if (renderingProvider !== undefined) claim.renderingProvider = renderingProvider;
  const facility = childLoop(instance, '2310C');
  if (facility !== undefined) claim.serviceFacility = readFacility(reader, facility);
  const supervisingProvider = readProvider(reader, providerLoop(instance, '2310D', 'DQ'));
  if (supervisingProvider !== undefined) claim.supervisingProvider = supervisingProvider;
}

function readConditions(reader: FieldReader, instance: LoopInstance): readonly PatientCondition[] {
  return eachOf(findSegments(instance, 'CRC'), (condition) => ({
    category: reader.text(condition, 1) ?? '',
    applies: reader.text(condition, 2) === 'Y',
    indicators: texts(reader, condition, [3, 4, 5, 6, 7]),
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

function readDiagnoses(instance: LoopInstance): readonly Diagnosis[] {
  return eachOf(healthCodes(instance, diagnosisQualifiers), ({ qualifier, code }) => ({
    codeSet: qualifier.startsWith('A') ? 'ICD-10-CM' : 'ICD-9-CM',
    code,
  }));
}

function readConditionCodes(instance: LoopInstance): readonly string[] {
  return eachOf(healthCodes(instance, conditionQualifiers), ({ code }) => code);
}

const diagnosisQualifiers = new CodeList(['ABK', 'ABF', 'BK', 'BF']);
const conditionQualifiers = new CodeList(['BG']);

/** The codes of HI segments that begin with one of the qualifiers, in order. */
function healthCodes(instance: LoopInstance, qualifiers: CodeList): readonly { qualifier: string; code: string }[] {
  let codes: { qualifier: string; code: string }[] | undefined;
  for (const segment of findSegments(instance, 'HI')) {
    for (let number = 1; number <= segment.elementCount; number += 1) {
      if (!isCode(segment, number, 1, qualifiers)) continue;
      const code = component(segment, number, 2);
      if (code === '') continue;
      codes ??= [];
      codes.push({ qualifier: component(segment, number, 1), code });
    }
  }
  return codes ?? nothing;
}

function texts(reader: FieldReader, segment: Segment, numbers: readonly number[]): string[] {
  return numbers.flatMap((number) => reader.text(segment, number) ?? []);
}
