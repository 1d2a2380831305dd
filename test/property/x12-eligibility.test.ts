import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEligibilityInquiry } from '../../domain/x12/270/read-eligibility-inquiry.js';
import { writeEligibilityInquiry } from '../../domain/x12/270/write-eligibility-inquiry.js';
import { readEligibilityResponse } from '../../domain/x12/271/read-eligibility-response.js';
import { writeEligibilityResponse } from '../../domain/x12/271/write-eligibility-response.js';
import { eligibilityInquiries, eligibilityResponses } from '../builders/eligibility-transactions.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import { onlyTransactionSet } from '../support/x12-sample.js';

test('eligibility inquiries written and read back are the same, with nothing to find', () => {
  fc.assert(
    fc.property(eligibilityInquiries, (written) => {
      const set = onlyTransactionSet(writeEligibilityInquiry(written, testEnvelope));
      expect({ ...readEligibilityInquiry(set), root: undefined }).toEqual({ value: written, findings: [] });
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('eligibility answers written and read back are the same, with nothing to find', () => {
  fc.assert(
    fc.property(eligibilityResponses, (written) => {
      const set = onlyTransactionSet(writeEligibilityResponse(written, testEnvelope));
      expect({ ...readEligibilityResponse(set), root: undefined }).toEqual({ value: written, findings: [] });
    }),
    { numRuns: 100 },
  );
}, 60_000);
