import { cents } from '../../../../domain/kernel/cents.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { OtherClaim } from '../../../../domain/scrubbing/scrub-edit.js';
import { aClaim, aLine, aPayer, aVisit, anEligibility, otherLines } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

function sentOn(date: string): EditExample['fails'] {
  return { today: plainDate(date), payer: aPayer('cobalt-mutual') };
}

function beside(other: Partial<OtherClaim>): EditExample['fails'] {
  const { dateOfService, clinician } = aVisit();
  const same = {
    claimId: 'clm_1',
    dateOfService,
    clinicianNpi: clinician.npi,
    lines: otherLines('99213'),
    diagnoses: ['I10'],
  };
  return { otherClaims: [{ ...same, precedence: 'gone', ...other }] };
}

function paid(
  patientPaidCents: number,
  payerCode: string,
  eligibility: Parameters<typeof anEligibility>[0] = {},
): EditExample['fails'] {
  return {
    visit: aVisit({ patientPaidCents }),
    payer: aPayer(payerCode),
    eligibility: anEligibility(eligibility),
  };
}

function charged(amount: number, units = 1): EditExample['fails'] {
  return { claim: aClaim({ lines: [aLine({ chargeCents: cents(amount), units })] }) };
}

const fee = aLine().chargeCents;

const countedFromService = {
  payer: aPayer('summit-health', { correctedClaimLimitFrom: 'date_of_service', correctedClaimLimitDays: 180 }),
};

export const filingExamples: EditExamples = {
  'service-in-future': [{ fails: { today: plainDate('2026-03-09') }, passes: { today: plainDate('2026-03-10') } }],
  'line-date-differs': [
    {
      fails: { claim: aClaim({ lines: [aLine({ dateOfService: plainDate('2026-03-09') })] }) },
      passes: { claim: aClaim({ lines: [aLine()] }) },
    },
  ],
  'filing-limit-passed': [
    { fails: sentOn('2026-06-09'), passes: sentOn('2026-06-08') },
    { fails: sentOn('2026-06-09'), passes: { ...sentOn('2026-06-09'), frequencyCode: '7' } },
    { fails: sentOn('2028-06-09'), passes: { ...sentOn('2028-06-09'), payer: aPayer('self-pay') } },
  ],
  'filing-limit-near': [
    { fails: sentOn('2026-05-29'), passes: sentOn('2026-05-28') },
    { fails: sentOn('2026-06-08'), passes: sentOn('2026-06-09') },
  ],
  'replacement-without-payer-number': [
    { fails: { frequencyCode: '7' }, passes: { frequencyCode: '7', payerClaimControlNumber: 'ICN1' } },
    { fails: { frequencyCode: '8' }, passes: { frequencyCode: '1' } },
  ],
  'replacement-not-taken': [
    {
      fails: { frequencyCode: '7', payer: aPayer('medicare') },
      passes: { frequencyCode: '1', payer: aPayer('medicare') },
    },
    { fails: { frequencyCode: '8', payer: aPayer('medicare') }, passes: { frequencyCode: '8' } },
  ],
  'correction-window-passed': [
    {
      fails: { ...sentOn('2026-12-06'), frequencyCode: '7' },
      passes: { ...sentOn('2026-12-05'), frequencyCode: '7' },
    },
    { fails: { ...sentOn('2026-12-06'), frequencyCode: '8' }, passes: sentOn('2026-12-06') },
    {
      fails: { ...sentOn('2026-09-07'), ...countedFromService, frequencyCode: '7' },
      passes: { ...sentOn('2026-09-06'), ...countedFromService, frequencyCode: '7' },
    },
  ],
  'medicaid-federal-filing-limit': [
    {
      fails: { ...sentOn('2027-03-11'), payer: aPayer('ca-medicaid') },
      passes: { ...sentOn('2027-03-10'), payer: aPayer('ca-medicaid') },
    },
    { fails: { ...sentOn('2027-03-11'), payer: aPayer('ca-medicaid') }, passes: sentOn('2027-03-11') },
  ],
};

export const duplicateExamples: EditExamples = {
  'duplicate-claim': [
    { fails: beside({}), passes: beside({ dateOfService: plainDate('2026-03-09') }) },
    { fails: beside({}), passes: beside({ clinicianNpi: '1999999992' }) },
    { fails: beside({}), passes: beside({ lines: otherLines('90834') }) },
    { fails: beside({ precedence: 'ahead' }), passes: beside({ precedence: 'behind' }) },
    { fails: beside({}), passes: { ...beside({}), claim: aClaim({ lines: [aLine({ modifiers: ['76', '95'] })] }) } },
    {
      fails: { ...beside({}), claim: aClaim({ lines: [aLine({ modifiers: ['25', '95'] })] }) },
      passes: { ...beside({}), claim: aClaim({ lines: [aLine({ modifiers: ['59', '95'] })] }) },
    },
  ],
  'second-visit-same-day': [
    { fails: beside({ lines: otherLines('90834') }), passes: beside({ lines: otherLines('99213') }) },
  ],
  'visit-of-other-clinician-same-day': [
    { fails: beside({ clinicianNpi: '1999999992' }), passes: beside({}) },
    {
      fails: beside({ clinicianNpi: '1999999992' }),
      passes: beside({ clinicianNpi: '1999999992', lines: otherLines('90834') }),
    },
  ],
};

export const moneyExamples: EditExamples = {
  'charge-zero': [{ fails: charged(0), passes: charged(1) }],
  'charge-differs-from-fee-schedule': [
    { fails: charged(fee + 1), passes: charged(fee) },
    { fails: charged(fee, 2), passes: charged(fee * 2, 2) },
  ],
  'patient-paid-more-than-charge': [
    { fails: { visit: aVisit({ patientPaidCents: fee + 1 }) }, passes: { visit: aVisit({ patientPaidCents: fee }) } },
  ],
  'qualified-beneficiary-paid': [
    {
      fails: paid(100, 'medicare', { planName: 'QMB' }),
      passes: paid(0, 'medicare', { planName: 'QMB' }),
    },
    {
      fails: paid(100, 'medicare', { planName: 'Qualified Medicare Beneficiary' }),
      passes: paid(100, 'medicare', { planName: 'Part B' }),
    },
  ],
  'medicaid-patient-paid': [
    {
      fails: paid(401, 'ny-medicaid', { copayCents: 400 }),
      passes: paid(400, 'ny-medicaid', { copayCents: 400 }),
    },
  ],
  'patient-paid-more-than-copayment': [
    {
      fails: paid(2501, 'summit-health', { copayCents: 2500 }),
      passes: paid(2500, 'summit-health', { copayCents: 2500 }),
    },
    {
      fails: paid(2501, 'summit-health', { copayCents: 2500 }),
      passes: paid(2501, 'summit-health', { copayCents: 2500, deductibleRemainingCents: 10_000 }),
    },
  ],
  'charge-not-believed': [{ fails: charged(500_001), passes: charged(500_000) }],
  'charges-of-one-code-differ': [
    {
      fails: { claim: aClaim({ lines: [aLine(), aLine({ lineNumber: 2, chargeCents: cents(fee + 1) })] }) },
      passes: { claim: aClaim({ lines: [aLine(), aLine({ lineNumber: 2, units: 2, chargeCents: cents(fee * 2) })] }) },
    },
  ],
};
