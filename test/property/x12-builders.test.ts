import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../domain/kernel/finding.js';
import type { Result } from '../../domain/kernel/result.js';
import { buildEligibilityInquiry } from '../../domain/x12/270/build-eligibility-inquiry.js';
import { readEligibilityInquiry } from '../../domain/x12/270/read-eligibility-inquiry.js';
import { writeEligibilityInquiry } from '../../domain/x12/270/write-eligibility-inquiry.js';
import { buildEligibilityResponse } from '../../domain/x12/271/build-eligibility-response.js';
import { readEligibilityResponse } from '../../domain/x12/271/read-eligibility-response.js';
import { writeEligibilityResponse } from '../../domain/x12/271/write-eligibility-response.js';
import { buildClaimStatusInquiry } from '../../domain/x12/276/build-claim-status-inquiry.js';
import { readClaimStatusInquiry } from '../../domain/x12/276/read-claim-status-inquiry.js';
import { writeClaimStatusInquiry } from '../../domain/x12/276/write-claim-status-inquiry.js';
import { buildClaimStatusResponse } from '../../domain/x12/277/build-claim-status-response.js';
import { readClaimStatusResponse } from '../../domain/x12/277/read-claim-status-response.js';
import { writeClaimStatusResponse } from '../../domain/x12/277/write-claim-status-response.js';
import { buildClaimAcknowledgement } from '../../domain/x12/277ca/build-claim-acknowledgement.js';
import { readClaimAcknowledgement } from '../../domain/x12/277ca/read-claim-acknowledgement.js';
import { writeClaimAcknowledgement } from '../../domain/x12/277ca/write-claim-acknowledgement.js';
import { buildRemittanceAdvice } from '../../domain/x12/835/build-remittance-advice.js';
import { readRemittanceAdvice } from '../../domain/x12/835/read-remittance-advice.js';
import { writeRemittanceAdvice } from '../../domain/x12/835/write-remittance-advice.js';
import { buildProfessionalClaimBatch } from '../../domain/x12/837p/build-professional-claim-batch.js';
import { readProfessionalClaimBatch } from '../../domain/x12/837p/read-professional-claim-batch.js';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import { buildImplementationAcknowledgement } from '../../domain/x12/999/build-implementation-acknowledgement.js';
import { readImplementationAcknowledgement } from '../../domain/x12/999/read-implementation-acknowledgement.js';
import { writeImplementationAcknowledgement } from '../../domain/x12/999/write-implementation-acknowledgement.js';
import type { TransactionSet } from '../../domain/x12/interchange.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { buildInterchangeAcknowledgement } from '../../domain/x12/ta1/build-interchange-acknowledgement.js';
import { readInterchangeAcknowledgement } from '../../domain/x12/ta1/read-interchange-acknowledgement.js';
import { writeInterchangeAcknowledgement } from '../../domain/x12/ta1/write-interchange-acknowledgement.js';
import type { Envelope } from '../../domain/x12/write-interchange.js';
import type { X12Finding } from '../../domain/x12/x12-finding.js';
import { changed } from '../builders/changed-models.js';
import { eligibilityInquiries, eligibilityResponses } from '../builders/eligibility-transactions.js';
import { implementationAcknowledgements } from '../builders/implementation-acknowledgements.js';
import { interchangeAcknowledgements } from '../builders/interchange-acknowledgements.js';
import { professionalClaimBatches } from '../builders/professional-claim-batches.js';
import { remittanceAdvices } from '../builders/remittance-advices.js';
import { claimAcknowledgements, claimStatusInquiries, claimStatusResponses } from '../builders/status-transactions.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import { onlyTransactionSet } from '../support/x12-sample.js';

type Reading = { readonly value: unknown; readonly findings: readonly X12Finding[] };

/** What each transaction must hold to: its arbitrary, its builder, and printing and reading of what the builder gives. */
type Transaction = {
  readonly models: fc.Arbitrary<unknown>;
  readonly build: (input: unknown) => Result<unknown, readonly Finding[]>;
  /** Undefined when the builder refuses the input. */
  readonly readBack: (input: unknown) => Reading | undefined;
};

function transaction<Model>(
  models: fc.Arbitrary<Model>,
  build: (input: unknown) => Result<Model, readonly Finding[]>,
  write: (value: Model, envelope: Envelope) => string,
  read: (text: string) => Reading,
): Transaction {
  const readBack = (input: unknown): Reading | undefined => {
    const built = build(input);
    return built.ok ? read(write(built.value, testEnvelope)) : undefined;
  };
  return { models, build, readBack };
}

const setReader = (read: (set: TransactionSet) => Reading) => (text: string) => {
  const { value, findings } = read(onlyTransactionSet(text));
  return { value, findings: [...readInterchanges(text).findings, ...findings] };
};

function readOnlyAcknowledgement(text: string): Reading {
  const { interchanges, findings } = readInterchanges(text);
  return { value: interchanges[0]?.acknowledgements.map(readInterchangeAcknowledgement)[0], findings };
}

const transactions: readonly (readonly [string, Transaction])[] = [
  [
    '837P',
    transaction(
      professionalClaimBatches(1, 2),
      buildProfessionalClaimBatch,
      writeProfessionalClaimBatch,
      setReader(readProfessionalClaimBatch),
    ),
  ],
  [
    '835',
    transaction(remittanceAdvices, buildRemittanceAdvice, writeRemittanceAdvice, setReader(readRemittanceAdvice)),
  ],
  [
    '999',
    transaction(
      implementationAcknowledgements,
      buildImplementationAcknowledgement,
      writeImplementationAcknowledgement,
      setReader(readImplementationAcknowledgement),
    ),
  ],
  [
    'TA1',
    transaction(
      interchangeAcknowledgements,
      buildInterchangeAcknowledgement,
      writeInterchangeAcknowledgement,
      readOnlyAcknowledgement,
    ),
  ],
  [
    '277CA',
    transaction(
      claimAcknowledgements,
      buildClaimAcknowledgement,
      writeClaimAcknowledgement,
      setReader(readClaimAcknowledgement),
    ),
  ],
  [
    '276',
    transaction(
      claimStatusInquiries,
      buildClaimStatusInquiry,
      writeClaimStatusInquiry,
      setReader(readClaimStatusInquiry),
    ),
  ],
  [
    '277',
    transaction(
      claimStatusResponses,
      buildClaimStatusResponse,
      writeClaimStatusResponse,
      setReader(readClaimStatusResponse),
    ),
  ],
  [
    '270',
    transaction(
      eligibilityInquiries,
      buildEligibilityInquiry,
      writeEligibilityInquiry,
      setReader(readEligibilityInquiry),
    ),
  ],
  [
    '271',
    transaction(
      eligibilityResponses,
      buildEligibilityResponse,
      writeEligibilityResponse,
      setReader(readEligibilityResponse),
    ),
  ],
];

describe.each(transactions)('%s', (_, { models, build, readBack }) => {
  test('the builder takes every model the guide allows, as it is', () => {
    fc.assert(
      fc.property(models, (model) => {
        expect(build(structuredClone(model))).toEqual({ ok: true, value: model });
      }),
      { numRuns: 60 },
    );
  });

  test('what the builder gives, whatever came in, is printed and read back the same, with nothing to find', () => {
    let accepted = 0;
    fc.assert(
      fc.property(changed(models), (input) => {
        const built = build(input);
        if (!built.ok) {
          expect(built.error.length).toBeGreaterThan(0);
          return;
        }
        accepted += 1;
        expect(readBack(input)).toEqual({ value: built.value, findings: [] });
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  test('the builder gives findings for anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const built = build(input);
        expect(built.ok ? [] : built.error.map(({ severity }) => severity)).toContain('error');
      }),
      { numRuns: 200 },
    );
  });
});
