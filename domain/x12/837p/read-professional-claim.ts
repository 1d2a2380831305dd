import { zeroCents } from '../../kernel/cents.js';
import { CodeList } from '../code-list.js';
import { compact } from '../compact.js';
import type { FieldReader } from '../field-reader.js';
import { childLoops, findSegment, findSegments, type LoopInstance, nextSegmentIndex } from '../loop-instance.js';
import type { Mutable } from '../mutable.js';
import { nothing } from '../nothing.js';
import { onlyReference, readReference, readReferences } from '../party-segments.js';
import { readEach } from '../read-each.js';
import { component, isCode, type Segment } from '../segment.js';
import { claimDateQualifiers } from './claim-dates.js';
import type { Contract, Diagnosis, PatientCondition, ProfessionalClaim, RelatedCauses } from './professional-claim.js';
import { readOtherPayer } from './read-other-payer.js';
import { readServiceLine } from './read-service-line.js';
import {
  dateKinds,
  isNamedAs,
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
  const ownNumber = onlyReference(instance, 'D9');
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
    references: ownNumber === undefined ? readReferences(reader, instance, namedReferences) : nothing,
    fixedFormatInformation: readFixedFormat(reader, instance),
    conditions: readConditions(reader, instance),
    diagnoses: readDiagnoses(instance),
    conditionCodes: readConditionCodes(instance),
    otherPayers: readEach(reader, childLoops(instance, '2320'), readOtherPayer),
    lines: readEach(reader, childLoops(instance, '2400'), readServiceLine),
  };
  if (whose.patient !== undefined) claim.patient = whose.patient;
  if (segment !== undefined && segment.elementCount > 9) addClaimSegmentOptions(reader, segment, claim);
  if (ownNumber === undefined) addReferences(reader, instance, claim);
  const clearinghouseClaimId = reader.text(ownNumber ?? findSegment(instance, 'REF', 'D9'), 2);
  if (clearinghouseClaimId !== undefined) claim.clearinghouseClaimId = clearinghouseClaimId;
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
  const medicalRecordNumber = readReference(reader, instance, 'EA');
  if (medicalRecordNumber !== undefined) claim.medicalRecordNumber = medicalRecordNumber;
}

/** Loops 2310A to 2310D, of which most claims have one at most: each is looked at once. */
function addClaimProviders(reader: FieldReader, instance: LoopInstance, claim: Mutable<ProfessionalClaim>): void {
  for (let loop = instance.firstInner; loop !== undefined; loop = loop.nextSibling) {
    if (loop.id === '2310C') claim.serviceFacility ??= readFacility(reader, loop);
    const place = providerPlace(loop);
    if (place === undefined || claim[place] !== undefined) continue;
    const provider = readProvider(reader, loop);
    if (provider !== undefined) claim[place] = provider;
  }
}

function providerPlace(loop: LoopInstance): ClaimProviderPlace | undefined {
  switch (loop.id) {
    case '2310A':
      return isNamedAs(loop, 'DN') ? 'referringProvider' : isNamedAs(loop, 'P3') ? 'primaryCareProvider' : undefined;
    case '2310B':
      return isNamedAs(loop, '82') ? 'renderingProvider' : undefined;
    case '2310D':
      return isNamedAs(loop, 'DQ') ? 'supervisingProvider' : undefined;
    default:
      return undefined;
  }
}

type ClaimProviderPlace = 'referringProvider' | 'primaryCareProvider' | 'renderingProvider' | 'supervisingProvider';

function readConditions(reader: FieldReader, instance: LoopInstance): readonly PatientCondition[] {
  return readEach(reader, findSegments(instance, 'CRC'), readCondition);
}

function readCondition(reader: FieldReader, condition: Segment): PatientCondition {
  return {
    category: reader.text(condition, 1) ?? '',
    applies: reader.text(condition, 2) === 'Y',
    indicators: texts(reader, condition, [3, 4, 5, 6, 7]),
  };
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

const diagnosisQualifiers = new CodeList(['ABK', 'ABF', 'BK', 'BF']);
const icd10Qualifiers = new CodeList(['ABK', 'ABF']);
const conditionQualifiers = new CodeList(['BG']);

/** The diagnoses of all HI segments, in order. */
function readDiagnoses(instance: LoopInstance): readonly Diagnosis[] {
  let diagnoses: Diagnosis[] | undefined;
  for (let index = nextSegmentIndex(instance, 'HI', 0); index !== -1; ) {
    const segment = instance.segmentAt(index);
    index = nextSegmentIndex(instance, 'HI', index + 1);
    if (segment === undefined) continue;
    for (let number = 1; number <= segment.elementCount; number += 1) {
      if (!isCode(segment, number, 1, diagnosisQualifiers)) continue;
      const code = component(segment, number, 2);
      if (code === '') continue;
      const codeSet = isCode(segment, number, 1, icd10Qualifiers) ? 'ICD-10-CM' : 'ICD-9-CM';
      if (diagnoses === undefined) diagnoses = [{ codeSet, code }];
      else diagnoses.push({ codeSet, code });
    }
  }
  return diagnoses ?? nothing;
}

function readConditionCodes(instance: LoopInstance): readonly string[] {
  let codes: string[] | undefined;
  for (let index = nextSegmentIndex(instance, 'HI', 0); index !== -1; ) {
    const segment = instance.segmentAt(index);
    index = nextSegmentIndex(instance, 'HI', index + 1);
    if (segment === undefined) continue;
    for (let number = 1; number <= segment.elementCount; number += 1) {
      const code = isCode(segment, number, 1, conditionQualifiers) ? component(segment, number, 2) : '';
      if (code === '') continue;
      codes ??= [];
      codes.push(code);
    }
  }
  return codes ?? nothing;
}

function texts(reader: FieldReader, segment: Segment, numbers: readonly number[]): string[] {
  return numbers.flatMap((number) => reader.text(segment, number) ?? []);
}
