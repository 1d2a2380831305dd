import { allBites, type Bites } from '../../kernel/bites.js';
import { assertNever } from '../../kernel/assert-never.js';
import { isSameValue } from '../is-same-value.js';
import { addressSegments, contactSegments, referenceSegments } from '../party-segments.js';
import { nameSegment } from './name-segment.js';
import type { Party } from '../party.js';
import type { SegmentValues } from '../segment-values.js';
import { type Envelope, type OutboundTransactionSet, writeInterchangeBites } from '../write-interchange.js';
import { dateValue } from '../write-values.js';
import type { BillingProvider, BillingProviderClaims, ProfessionalClaimBatch } from './professional-claim-batch.js';
import type { ProfessionalClaim } from './professional-claim.js';
import { addPatient, addSubscriber } from './write-patient.js';
import { addClaim } from './write-professional-claim.js';

/** Prints one file with the batch as its only transaction set (005010X222A1). */
export function writeProfessionalClaimBatch(batch: ProfessionalClaimBatch, envelope: Envelope): string {
  return allBites(writeProfessionalClaimBatchBites(batch, envelope));
}

/** The same, some claims a bite. */
export function writeProfessionalClaimBatchBites(batch: ProfessionalClaimBatch, envelope: Envelope): Bites<string> {
  return writeInterchangeBites(envelope, { transactionSets: [{ ...heading, runs: segmentRuns(batch) }] });
}

/** The transaction set alone, for files of several. Neighbouring claims of one subscriber share their levels. */
export function professionalClaimTransaction(batch: ProfessionalClaimBatch): OutboundTransactionSet {
  return { ...heading, segments: [...segmentRuns(batch)].flat() };
}

const heading = { transactionId: '837', functionalId: 'HC', guideId: '005010X222A1' } as const;

/** Work is left between runs: some more segments than these, since the claims of a subscriber stay together. */
const segmentsInRunMin = 1_000;

function* segmentRuns(batch: ProfessionalClaimBatch): Generator<readonly SegmentValues[], undefined, undefined> {
  const levels = new LevelWriter(headerSegments(batch));
  for (const provider of batch.billingProviders) {
    const { claims } = provider;
    const level = levels.billingProvider(provider);
    for (let from = 0; from < claims.length; ) {
      const to = endOfRun(claims, from, claims.length, isSameSubscriberLevel);
      levels.subscriber(level, claims, from, to);
      from = to;
      if (levels.segments.length >= segmentsInRunMin) yield levels.take();
    }
  }
  yield levels.take();
  return undefined;
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

/** Numbers the HL levels, and collects their segments until they are taken. */
class LevelWriter {
  #level = 0;

  constructor(public segments: SegmentValues[]) {}

  take(): readonly SegmentValues[] {
    const { segments } = this;
    this.segments = [];
    return segments;
  }

  /** Opens the level of a billing provider; its number. */
  billingProvider({ billingProvider, claims }: BillingProviderClaims): string {
    const level = this.#open(undefined, '20', claims.length > 0);
    addBillingProvider(this.segments, billingProvider);
    return level;
  }

  /** The claims from one place until before another, all of one subscriber. */
  subscriber(parent: string, claims: readonly ProfessionalClaim[], from: number, to: number): void {
    const first = claims[from];
    if (first === undefined) return;
    const isPatient = first.patient === undefined;
    const level = this.#open(parent, '22', !isPatient);
    addSubscriber(this.segments, first.subscriber, first.payer, isPatient);
    if (isPatient) return this.#claims(claims, from, to);
    for (let begin = from; begin < to; ) {
      const end = endOfRun(claims, begin, to, isSamePatient);
      this.#patient(level, claims, begin, end);
      begin = end;
    }
  }

  #patient(parent: string, claims: readonly ProfessionalClaim[], from: number, to: number): void {
    const patient = claims[from]?.patient;
    if (patient === undefined) return;
    this.#open(parent, '23', false);
    addPatient(this.segments, patient);
    this.#claims(claims, from, to);
  }

  #claims(claims: readonly ProfessionalClaim[], from: number, to: number): void {
    for (let index = from; index < to; index += 1) {
      const claim = claims[index];
      if (claim !== undefined) addClaim(this.segments, claim);
    }
  }

  #open(parent: string | undefined, code: string, hasChildren: boolean): string {
    this.#level += 1;
    const number = String(this.#level);
    this.segments.push(['HL', number, parent, code, hasChildren ? '1' : '0']);
    return number;
  }
}

/** Claims of one level number at most 100 (loop 2300). */
const claimsPerLevelMax = 100;

/** The place behind the claims that belong together with the one at `from`, each with the one before it. */
function endOfRun(
  claims: readonly ProfessionalClaim[],
  from: number,
  limit: number,
  belongTogether: (previous: ProfessionalClaim, next: ProfessionalClaim) => boolean,
): number {
  const last = Math.min(limit, from + claimsPerLevelMax);
  let previous = claims[from];
  for (let index = from + 1; index < last; index += 1) {
    const next = claims[index];
    if (previous === undefined || next === undefined || !belongTogether(previous, next)) return index;
    previous = next;
  }
  return last;
}

/** SBR02 says whether the subscriber is the patient, so a level is for own claims or for those of dependents. */
function isSameSubscriberLevel(previous: ProfessionalClaim, next: ProfessionalClaim): boolean {
  if ((previous.patient === undefined) !== (next.patient === undefined)) return false;
  return isSameValue(previous.subscriber, next.subscriber) && isSameValue(previous.payer, next.payer);
}

function isSamePatient(previous: ProfessionalClaim, next: ProfessionalClaim): boolean {
  return isSameValue(previous.patient, next.patient);
}

function addBillingProvider(segments: SegmentValues[], provider: BillingProvider): void {
  const { payToAddress, payToPlan, taxonomyCode, currencyCode } = provider;
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
}
