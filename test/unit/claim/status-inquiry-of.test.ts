import { expect, test } from 'vitest';
import { type StatusQuestionInput, statusInquiryOf } from '../../../domain/claim/status-inquiry-of.js';
import { cents } from '../../../domain/kernel/cents.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { aPayer, aPractice, aVisit } from '../../builders/rules.js';

const question = (overrides: Partial<StatusQuestionInput> = {}): StatusQuestionInput => ({
  visit: aVisit(),
  payer: aPayer(),
  practice: aPractice(),
  patientControlNumber: 'PCN1',
  clearinghouseClaimNumber: 'PCN1S1',
  payerClaimControlNumber: null,
  chargeCents: cents(12_500),
  reference: 'Q7',
  createdDate: plainDate('2026-03-20'),
  createdTime: '1015',
  ...overrides,
});

test('the question names every number by which the payer may know the claim', () => {
  const [asked] = statusInquiryOf(question({ payerClaimControlNumber: 'ICN1' })).inquiries;
  expect(asked).toMatchObject({
    traceNumber: 'Q7',
    patientControlNumber: 'PCN1',
    clearinghouseClaimNumber: 'PCN1S1',
    payerClaimControlNumber: 'ICN1',
    chargeCents: 12_500,
    servicePeriod: { from: '2026-03-10', to: '2026-03-10' },
  });
  expect(statusInquiryOf(question()).inquiries[0]).not.toHaveProperty('payerClaimControlNumber');
});

test('a dependent is asked about beneath the subscriber', () => {
  const [coverage] = aVisit().coverages;
  if (coverage === undefined) throw new Error('the visit has a coverage');
  const subscriber = { firstName: 'Cy', lastName: 'Fields', birthDate: '1950-01-01', sex: 'M' as const };
  const visit = aVisit({ coverages: [{ ...coverage, relationship: 'child', subscriber }] });
  const [asked] = statusInquiryOf(question({ visit })).inquiries;
  expect(asked).toMatchObject({
    subscriber: { party: { firstName: 'Cy' } },
    dependent: { party: { firstName: 'Ada' } },
  });
  expect(statusInquiryOf(question()).inquiries[0]).not.toHaveProperty('dependent');
});

test('nobody can be asked about a claim without coverage', () => {
  expect(() => statusInquiryOf(question({ visit: aVisit({ coverages: [] }) }))).toThrow('never sent');
});
