import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClaimStatusInquiry } from '../../domain/x12/276/read-claim-status-inquiry.js';
import { writeClaimStatusInquiry } from '../../domain/x12/276/write-claim-status-inquiry.js';
import { readClaimStatusResponse } from '../../domain/x12/277/read-claim-status-response.js';
import { writeClaimStatusResponse } from '../../domain/x12/277/write-claim-status-response.js';
import { readClaimAcknowledgement } from '../../domain/x12/277ca/read-claim-acknowledgement.js';
import { writeClaimAcknowledgement } from '../../domain/x12/277ca/write-claim-acknowledgement.js';
import { claimAcknowledgements, claimStatusInquiries, claimStatusResponses } from '../builders/status-transactions.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import { onlyTransactionSet } from '../support/x12-sample.js';

test('a claim acknowledgement written and read back is the same, with nothing to find', () => {
  fc.assert(
    fc.property(claimAcknowledgements, (written) => {
      const set = onlyTransactionSet(writeClaimAcknowledgement(written, testEnvelope));
      expect({ ...readClaimAcknowledgement(set), root: undefined }).toEqual({ value: written, findings: [] });
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('claim status inquiries written and read back are the same, with nothing to find', () => {
  fc.assert(
    fc.property(claimStatusInquiries, (written) => {
      const set = onlyTransactionSet(writeClaimStatusInquiry(written, testEnvelope));
      expect({ ...readClaimStatusInquiry(set), root: undefined }).toEqual({ value: written, findings: [] });
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('claim status answers written and read back are the same, with nothing to find', () => {
  fc.assert(
    fc.property(claimStatusResponses, (written) => {
      const reading = readClaimStatusResponse(onlyTransactionSet(writeClaimStatusResponse(written, testEnvelope)));
      expect({ ...reading, root: undefined }).toEqual({ value: written, findings: [] });
    }),
    { numRuns: 100 },
  );
}, 60_000);
