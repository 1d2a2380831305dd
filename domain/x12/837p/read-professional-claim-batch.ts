import { compact } from '../compact.js';
import { FieldReader, mergeFindings } from '../field-reader.js';
import type { TransactionSet } from '../interchange.js';
import { childLoop, childLoops, findSegment, type LoopInstance } from '../loop-instance.js';
import {
  readAddress,
  readContacts,
  readParty,
  readReference,
  readReferences,
  unnamedParty,
} from '../party-segments.js';
import type { Identifier, Party } from '../party.js';
import { readLoops } from '../read-loops.js';
import type { X12Finding } from '../x12-finding.js';
import type {
  BillingProvider,
  BillingProviderClaims,
  PayToPlan,
  ProfessionalClaimBatch,
  Receiver,
} from './professional-claim-batch.js';
import { professionalClaimGuide } from './professional-claim-guide.js';
import type { ProfessionalClaim } from './professional-claim.js';
import { readDestinationPayer, readPatient, readSubscriber } from './read-patient.js';
import { readClaim } from './read-professional-claim.js';

/** A batch as far as it could be understood, with all that is wrong with it. */
export type ProfessionalClaimBatchReading = {
  readonly value: ProfessionalClaimBatch;
  /** What it was read from, for whoever asks where something stands. */
  readonly root: LoopInstance;
  readonly findings: readonly X12Finding[];
};

/** Reads an 837P: what is missing stands as an empty text, zero or an empty list, and is among the findings. */
export function readProfessionalClaimBatch(transactionSet: TransactionSet): ProfessionalClaimBatchReading {
  const { root, findings } = readLoops(professionalClaimGuide, transactionSet);
  const reader = new FieldReader(transactionSet);
  const value = professionalClaimBatchOf(reader, root);
  return { value, root, findings: mergeFindings(findings, reader.findings) };
}

/** The batch in the loops of an 837P; what can't be read goes to the findings of `reader`. */
export function professionalClaimBatchOf(reader: FieldReader, root: LoopInstance): ProfessionalClaimBatch {
  const billingProviders = childLoops(root, '2000A').map((level) => readLevel(reader, level));
  return { ...readHeader(reader, root), billingProviders };
}

function readHeader(reader: FieldReader, root: LoopInstance): Omit<ProfessionalClaimBatch, 'billingProviders'> {
  const beginning = findSegment(root, 'BHT');
  const submitter = childLoop(root, '1000A');
  return {
    batchId: reader.text(beginning, 3) ?? '',
    ...compact({ createdOn: reader.date(beginning, 4) }),
    createdAt: reader.text(beginning, 5) ?? '',
    purpose: reader.text(beginning, 2) === '18' ? 'reissue' : 'original',
    kind: reader.text(beginning, 6) === 'RP' ? 'encounter' : 'chargeable',
    submitter: {
      party: readParty(reader, submitter && findSegment(submitter, 'NM1')) ?? unnamedParty,
      contacts: submitter === undefined ? [] : readContacts(reader, submitter),
    },
    receiver: readReceiver(reader, childLoop(root, '1000B')),
  };
}

function readReceiver(reader: FieldReader, instance: LoopInstance | undefined): Receiver {
  const name = instance && findSegment(instance, 'NM1');
  return { name: reader.text(name, 3) ?? '', id: reader.text(name, 9) ?? '' };
}

function readLevel(reader: FieldReader, level: LoopInstance): BillingProviderClaims {
  const billingProvider = readBillingProvider(reader, level);
  const claims: ProfessionalClaim[] = [];
  for (const subscriber of childLoops(level, '2000B')) readSubscriberClaims(reader, subscriber, claims);
  return { billingProvider, claims };
}

function readBillingProvider(reader: FieldReader, level: LoopInstance): BillingProvider {
  const provider = childLoop(level, '2010AA');
  const payTo = childLoop(level, '2010AB');
  const plan = childLoop(level, '2010AC');
  const payToKind: Party['kind'] | undefined =
    reader.text(payTo && findSegment(payTo, 'NM1'), 2) === '1' ? 'person' : undefined;
  return {
    party: readParty(reader, provider && findSegment(provider, 'NM1')) ?? unnamedParty,
    address: (provider && readAddress(reader, provider)) ?? {},
    taxId: readTaxId(reader, provider),
    references: provider === undefined ? [] : readReferences(reader, provider, ['EI', 'SY']),
    contacts: provider === undefined ? [] : readContacts(reader, provider),
    ...compact({
      taxonomyCode: reader.text(findSegment(level, 'PRV'), 3),
      currencyCode: reader.text(findSegment(level, 'CUR'), 2),
      payToAddress: payTo && readAddress(reader, payTo),
      payToKind,
      payToPlan: plan && readPayToPlan(reader, plan),
    }),
  };
}

function readTaxId(reader: FieldReader, provider: LoopInstance | undefined): Identifier {
  const segment = provider && (findSegment(provider, 'REF', 'EI') ?? findSegment(provider, 'REF', 'SY'));
  return { qualifier: reader.text(segment, 1) ?? 'EI', value: reader.text(segment, 2) ?? '' };
}

function readPayToPlan(reader: FieldReader, plan: LoopInstance): PayToPlan {
  const name = findSegment(plan, 'NM1');
  return {
    name: reader.text(name, 3) ?? '',
    identifier: { qualifier: reader.text(name, 8) ?? '', value: reader.text(name, 9) ?? '' },
    address: readAddress(reader, plan) ?? {},
    taxId: readReference(reader, plan, 'EI') ?? '',
    references: readReferences(reader, plan, ['EI']),
  };
}

function readSubscriberClaims(reader: FieldReader, level: LoopInstance, claims: ProfessionalClaim[]): void {
  const subscriber = readSubscriber(reader, level);
  const payer = readDestinationPayer(reader, level);
  readClaims(reader, level, { subscriber, payer }, claims);
  for (let inner = level.firstInner; inner !== undefined; inner = inner.nextSibling) {
    if (inner.id !== '2000C') continue;
    readClaims(reader, inner, { subscriber, payer, patient: readPatient(reader, inner) }, claims);
  }
}

function readClaims(
  reader: FieldReader,
  level: LoopInstance,
  whose: Pick<ProfessionalClaim, 'subscriber' | 'payer' | 'patient'>,
  claims: ProfessionalClaim[],
): void {
  for (let inner = level.firstInner; inner !== undefined; inner = inner.nextSibling) {
    if (inner.id === '2300') claims.push(readClaim(reader, inner, whose));
  }
}
