import { allBites, type Bites } from '../../kernel/bites.js';
import { assertNever } from '../../kernel/assert-never.js';
import { isSameValue } from '../is-same-value.js';
import { addressSegments, contactSegments, referenceSegments } from '../party-segments.js';
import { nameSegment } from './name-segment.js';
import type { Party } from '../party.js';
import {
  type Envelope,
  type OutboundTransactionSet,
  type SegmentValues,
  writeInterchangeBites,
} from '../write-interchange.js';
import { dateValue } from '../write-values.js';
import type { BillingProvider, BillingProviderClaims, ProfessionalClaimBatch } from './professional-claim-batch.js';
import type { ProfessionalClaim } from './professional-claim.js';
import { patientSegments, subscriberSegments } from './write-patient.js';
import { claimSegments } from './write-professional-claim.js';

/** Prints one file with the batch as its only transaction set (005010X222A1). */
export function writeProfessionalClaimBatch(batch: ProfessionalClaimBatch, envelope: Envelope): string {
  return allBites(writeProfessionalClaimBatchBites(batch, envelope));
}

/** The same, some hundred claims a bite. */
export function* writeProfessionalClaimBatchBites(batch: ProfessionalClaimBatch, envelope: Envelope): Bites<string> {
  const transactionSet = yield* claimTransactionBites(batch);
  return yield* writeInterchangeBites(envelope, { transactionSets: [transactionSet] });
}

/** The transaction set alone, for files of several. Neighbouring claims of one subscriber share their levels. */
export function professionalClaimTransaction(batch: ProfessionalClaimBatch): OutboundTransactionSet {
  return allBites(claimTransactionBites(batch));
}

function* claimTransactionBites(batch: ProfessionalClaimBatch): Bites<OutboundTransactionSet> {
  const levels = new LevelWriter();
  for (const provider of batch.billingProviders) yield* levels.billingProvider(provider);
  return {
    transactionId: '837',
    functionalId: 'HC',
    guideId: '005010X222A1',
    segments: [...headerSegments(batch), ...levels.segments],
  };
}

function headerSegments(batch: ProfessionalClaimBatch): SegmentValues[] {
  const { submitter, receiver } = batch;
  const kind = batch.kind === 'chargeable' ? 'CH' : 'RP';
  return [
    ['BHT', '0019', purposeCode(batch.purpose), batch.batchId, dateValue(batch.createdOn), batch.createdAt, kind],
    nameSegment('41', submitter.party),
    ...contactSegments(submitter.contacts),
    nameSegment('40', organization(receiver.name, '46', receiver.id)),
  ];
}

function purposeCode(purpose: ProfessionalClaimBatch['purpose']): string {
  switch (purpose) {
    case 'original':
      return '00';
    case 'reissue':
      return '18';
  }
  return assertNever(purpose);
}

function organization(name: string, qualifier: string, value: string): Party {
  return { kind: 'organization', name, identifier: { qualifier, value } };
}

/** Numbers the HL levels and decides which claims share one. */
class LevelWriter {
  readonly segments: SegmentValues[] = [];
  #level = 0;

  *billingProvider({ billingProvider, claims }: BillingProviderClaims): Bites<undefined> {
    const level = this.#open(undefined, '20', claims.length > 0);
    this.segments.push(...billingProviderSegments(billingProvider));
    let claimsInBite = 0;
    for (const run of runsOf(claims, isSameSubscriberLevel)) {
      this.#subscriber(level, run);
      claimsInBite += run.length;
      if (claimsInBite < claimsInBiteMin) continue;
      claimsInBite = 0;
      yield;
    }
    return undefined;
  }

  #subscriber(parent: string, claims: readonly ProfessionalClaim[]): void {
    const [first] = claims;
    if (first === undefined) return;
    const isPatient = first.patient === undefined;
    const level = this.#open(parent, '22', !isPatient);
    append(this.segments, subscriberSegments(first.subscriber, first.payer, isPatient));
    if (isPatient) for (const claim of claims) append(this.segments, claimSegments(claim));
    else for (const run of runsOf(claims, isSamePatient)) this.#patient(level, run);
  }

  #patient(parent: string, claims: readonly ProfessionalClaim[]): void {
    const patient = claims[0]?.patient;
    if (patient === undefined) return;
    this.#open(parent, '23', false);
    append(this.segments, patientSegments(patient));
    for (const claim of claims) append(this.segments, claimSegments(claim));
  }

  #open(parent: string | undefined, code: string, hasChildren: boolean): string {
    this.#level += 1;
    const number = String(this.#level);
    this.segments.push(['HL', number, parent, code, hasChildren ? '1' : '0']);
    return number;
  }
}

const claimsInBiteMin = 100;

/** Claims of one level number at most 100 (loop 2300). */
const claimsPerLevelMax = 100;

function runsOf(
  claims: readonly ProfessionalClaim[],
  belongTogether: (previous: ProfessionalClaim, next: ProfessionalClaim) => boolean,
): ProfessionalClaim[][] {
  const runs: ProfessionalClaim[][] = [];
  for (const claim of claims) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (
      run !== undefined &&
      previous !== undefined &&
      run.length < claimsPerLevelMax &&
      belongTogether(previous, claim)
    ) {
      run.push(claim);
    } else {
      runs.push([claim]);
    }
  }
  return runs;
}

/** SBR02 says whether the subscriber is the patient, so a level is for own claims or for those of dependents. */
function isSameSubscriberLevel(previous: ProfessionalClaim, next: ProfessionalClaim): boolean {
  if ((previous.patient === undefined) !== (next.patient === undefined)) return false;
  return isSameValue(previous.subscriber, next.subscriber) && isSameValue(previous.payer, next.payer);
}

function isSamePatient(previous: ProfessionalClaim, next: ProfessionalClaim): boolean {
  return isSameValue(previous.patient, next.patient);
}

function billingProviderSegments(provider: BillingProvider): SegmentValues[] {
  const { payToAddress, payToPlan, taxonomyCode, currencyCode } = provider;
  const segments: SegmentValues[] = [];
  if (taxonomyCode !== undefined) segments.push(['PRV', 'BI', 'PXC', taxonomyCode]);
  if (currencyCode !== undefined) segments.push(['CUR', '85', currencyCode]);
  segments.push(
    nameSegment('85', provider.party),
    ...addressSegments(provider.address),
    ...referenceSegments([provider.taxId, ...provider.references]),
    ...contactSegments(provider.contacts),
  );
  if (payToAddress !== undefined) {
    const kind = (provider.payToKind ?? 'organization') === 'person' ? '1' : '2';
    segments.push(['NM1', '87', kind], ...addressSegments(payToAddress));
  }
  if (payToPlan !== undefined) {
    const { name, identifier, address, references, taxId } = payToPlan;
    segments.push(
      nameSegment('PE', organization(name, identifier.qualifier, identifier.value)),
      ...addressSegments(address),
      ...referenceSegments([...references, { qualifier: 'EI', value: taxId }]),
    );
  }
  return segments;
}

/** Without spreading arguments: a claim of fifty lines has many segments. */
function append(target: SegmentValues[], segments: readonly SegmentValues[]): void {
  for (const segment of segments) target.push(segment);
}
