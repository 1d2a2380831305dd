import { cents } from '../../../../domain/kernel/cents.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { OtherClaim } from '../../../../domain/scrubbing/scrub-edit.js';
import { aClaim, aLine, aPayer, aVisit } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

function sentOn(date: string): EditExample['fails'] {
  return { today: plainDate(date), payer: aPayer('cobalt-mutual') };
}

function beside(other: Partial<OtherClaim>): EditExample['fails'] {
  const { dateOfService, clinician } = aVisit();
  const same = { claimId: 'clm_1', dateOfService, clinicianNpi: clinician.npi, procedureCodes: ['99213'] };
  return { otherClaims: [{ ...same, precedence: 'gone', ...other }] };
}

function charged(amount: number, units = 1): EditExample['fails'] {
  return { claim: aClaim({ lines: [aLine({ chargeCents: cents(amount), units })] }) };
}

const fee = aLine().chargeCents;

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
};

export const duplicateExamples: EditExamples = {
  'duplicate-claim': [
    { fails: beside({}), passes: beside({ dateOfService: plainDate('2026-03-09') }) },
    { fails: beside({}), passes: beside({ clinicianNpi: '1999999992' }) },
    { fails: beside({}), passes: beside({ procedureCodes: ['90834'] }) },
    { fails: beside({ precedence: 'ahead' }), passes: beside({ precedence: 'behind' }) },
    { fails: beside({}), passes: { ...beside({}), claim: aClaim({ lines: [aLine({ modifiers: ['76', '95'] })] }) } },
  ],
  'second-visit-same-day': [
    { fails: beside({ procedureCodes: ['90834'] }), passes: beside({ procedureCodes: ['99213'] }) },
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
};
