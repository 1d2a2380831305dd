import { expect, test } from 'vitest';
import { type ClaimStatus, claimHeadline, insuranceOutcomeSchema } from '../../../domain/claim/claim-status.js';
import { claimStages } from '../../../domain/claim/claim-stage.js';

const paid: ClaimStatus = {
  stage: 'closed',
  insuranceOutcome: 'paid',
  attention: 'none',
  patientBalance: 'none',
  onHold: false,
};

test('a closed claim says how it ended and what the patient owes', () => {
  expect(claimHeadline(paid)).toBe('Paid');
  expect(claimHeadline({ ...paid, patientBalance: 'open' })).toBe('Paid, patient balance open');
  expect(claimHeadline({ ...paid, insuranceOutcome: 'void', onHold: true })).toBe('Void');
});

test('an open claim says first that it is on hold, then who must act, then where it is', () => {
  const open: ClaimStatus = { ...paid, stage: 'scrubbing', insuranceOutcome: 'pending' };
  expect(claimHeadline(open)).toBe('Checking');
  expect(claimHeadline({ ...open, attention: 'coder' })).toBe('Needs a coder');
  expect(claimHeadline({ ...open, attention: 'coder', onHold: true })).toBe('On hold');
});

test('every combination has a headline of its own words', () => {
  for (const stage of claimStages) {
    for (const insuranceOutcome of insuranceOutcomeSchema.options) {
      expect(claimHeadline({ ...paid, stage, insuranceOutcome })).toMatch(/^[A-Z]/);
    }
  }
});
