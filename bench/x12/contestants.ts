import { readProfessionalClaimBatch } from '../../domain/x12/837p/read-professional-claim-batch.js';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import { readRemittanceAdvice } from '../../domain/x12/835/read-remittance-advice.js';
import { writeRemittanceAdvice } from '../../domain/x12/835/write-remittance-advice.js';
import type { TransactionSet } from '../../domain/x12/interchange.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { SeparatorMasks } from '../../domain/x12/separator-masks.js';
import type { X12Finding } from '../../domain/x12/x12-finding.js';
import { benchEnvelope, claimBatch } from './claim-batch.js';
import { readWithNodeX12, readWithX12Parser } from './other-readers.js';
import { remittance } from './remittance.js';

/** A file of the comparison, as bytes, with what the floor does with it. */
export type Course = { readonly bytes: Buffer; readonly claims: number };

/** Something that takes part in the comparison: made ready once, then done over and over. */
export type Contestant = {
  readonly name: string;
  readonly file: '837P' | '835';
  readonly prepare: (course: Course) => () => unknown;
};

export function courseOf(file: Contestant['file'], claims: number): Course {
  const text =
    file === '837P'
      ? writeProfessionalClaimBatch(claimBatch(claims), benchEnvelope)
      : writeRemittanceAdvice(remittance(claims), benchEnvelope);
  return { bytes: Buffer.from(text, 'latin1'), claims };
}

/** The least that any reader must do: a text of each element. */
export function splitAll({ bytes }: Course): unknown {
  return bytes
    .toString('latin1')
    .split('~')
    .map((segment) => segment.split('*'));
}

export const contestants: readonly Contestant[] = [
  { name: 'bytes looked at once', file: '837P', prepare: (course) => () => lookAtBytes(course) },
  {
    name: 'teleclaim: envelopes and segments',
    file: '837P',
    prepare:
      ({ bytes }) =>
      () =>
        readInterchanges(bytes),
  },
  {
    name: 'teleclaim: typed, with findings and positions',
    file: '837P',
    prepare: (course) => () => readClaims(course),
  },
  {
    name: 'node-x12 1.7.1, untyped',
    file: '837P',
    prepare:
      ({ bytes }) =>
      () =>
        readWithNodeX12(bytes),
  },
  {
    name: 'x12-parser 1.3.0, segments as objects',
    file: '837P',
    prepare:
      ({ bytes }) =>
      () =>
        readWithX12Parser(bytes),
  },
  {
    name: 'teleclaim: write',
    file: '837P',
    prepare: ({ claims }) => {
      const batch = claimBatch(claims);
      return () => writeProfessionalClaimBatch(batch, benchEnvelope);
    },
  },
  {
    name: 'teleclaim: envelopes and segments',
    file: '835',
    prepare:
      ({ bytes }) =>
      () =>
        readInterchanges(bytes),
  },
  {
    name: 'teleclaim: typed, with findings and positions',
    file: '835',
    prepare: (course) => () => readPayments(course),
  },
  {
    name: 'node-x12 1.7.1, untyped',
    file: '835',
    prepare:
      ({ bytes }) =>
      () =>
        readWithNodeX12(bytes),
  },
  {
    name: 'x12-parser 1.3.0, segments as objects',
    file: '835',
    prepare:
      ({ bytes }) =>
      () =>
        readWithX12Parser(bytes),
  },
];

/** What the segment scanner does before anything else. */
function lookAtBytes({ bytes }: Course): number {
  const masks = new SeparatorMasks(bytes, 42, 126);
  while (masks.lookFrom(masks.end));
  return masks.end;
}

function readClaims({ bytes, claims }: Course): unknown {
  const reading = readProfessionalClaimBatch(onlyTransaction(bytes));
  assertClean(reading.value.billingProviders[0]?.claims.length === claims, reading.findings);
  return reading;
}

function readPayments({ bytes, claims }: Course): unknown {
  const reading = readRemittanceAdvice(onlyTransaction(bytes));
  assertClean(reading.value.claims.length === claims, reading.findings);
  return reading;
}

function onlyTransaction(bytes: Buffer): TransactionSet {
  const { interchanges, findings } = readInterchanges(bytes);
  const set = interchanges[0]?.groups[0]?.transactionSets[0];
  if (set === undefined || findings.length > 0) throw new Error('the file of the benchmark is not clean');
  return set;
}

function assertClean(isComplete: boolean, findings: readonly X12Finding[]): void {
  if (!isComplete || findings.length > 0) throw new Error('the file of the benchmark is not read as it was made');
}
