import { addDays, plainDate } from '../../../../domain/kernel/plain-date.js';
import type { OtherClaim } from '../../../../domain/scrubbing/scrub-edit.js';
import { aClaim, aLine, aVisit, otherLines } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

const { clinician, dateOfService } = aVisit();
const colleague = '1999999992';

/** A claim that bills a code beside another claim of the patient, so many days from it. */
function near(own: string, other: string, days: number, more: Partial<OtherClaim> = {}): EditExample['fails'] {
  return {
    claim: aClaim({ lines: [aLine({ procedureCode: own })] }),
    otherClaims: [
      {
        claimId: 'clm_1',
        dateOfService: addDays(dateOfService, days),
        clinicianNpi: clinician.npi,
        lines: otherLines(other),
        diagnoses: ['I10'],
        precedence: 'gone',
        ...more,
      },
    ],
  };
}

/** The same, the other claim on a day of the calendar; ours is of 2026-03-10. */
function on(own: string, other: string, date: string, more: Partial<OtherClaim> = {}): EditExample['fails'] {
  return near(own, other, 0, { dateOfService: plainDate(date), ...more });
}

export const otherDayExamples: EditExamples = {
  'check-in-after-related-visit': [
    { fails: near('98016', '99213', -7), passes: near('98016', '99213', -8) },
    { fails: near('98016', '99213', 0), passes: near('98016', '99213', 1) },
    { fails: near('98016', '98005', -3), passes: near('98016', '90834', -3) },
    { fails: near('G2010', '99213', -1), passes: near('G2010', '99213', -1, { clinicianNpi: colleague }) },
    {
      fails: near('98016', '99213', -1, { diagnoses: ['Z000', 'I10'] }),
      passes: near('98016', '99213', -1, { diagnoses: ['J069'] }),
    },
    { fails: near('98016', '99213', -1, { precedence: 'behind' }), passes: near('99213', '99213', -1) },
  ],
  'check-in-before-related-visit': [
    { fails: near('98016', '99213', 1), passes: near('98016', '99213', 2) },
    { fails: near('98016', '99213', 1), passes: near('98016', '99213', 0) },
    { fails: near('98016', '99213', 1), passes: near('98016', '99213', 1, { diagnoses: [] }) },
  ],
  'check-in-near-other-visit': [
    {
      fails: near('98016', '99213', -2, { diagnoses: ['J069'] }),
      passes: near('98016', '99213', -2),
    },
    {
      fails: near('98016', '99213', 1, { clinicianNpi: colleague }),
      passes: near('98016', '99213', 2, { clinicianNpi: colleague }),
    },
  ],
  'digital-visit-near-related-visit': [
    { fails: near('99421', '99213', -7), passes: near('99421', '99213', -8) },
    { fails: near('99421', '99213', 7), passes: near('99421', '99213', 8) },
    { fails: near('98970', '99213', 3), passes: near('98970', '99213', 3, { diagnoses: ['J069'] }) },
  ],
  'visit-after-billed-contact': [
    { fails: near('99213', '98016', -1), passes: near('99213', '98016', -2) },
    { fails: near('99213', '99421', -7), passes: near('99213', '99421', -8) },
    { fails: near('99213', '98016', -1), passes: near('99213', '98016', -1, { precedence: 'ahead' }) },
    { fails: near('99213', '99421', -2), passes: near('99213', '99421', -2, { diagnoses: ['J069'] }) },
  ],
  'digital-visit-once-in-seven-days': [
    { fails: near('99421', '99422', -6), passes: near('99421', '99422', -7) },
    { fails: near('98970', '98972', 6), passes: near('98970', '99423', 6) },
    { fails: near('99421', '99421', 2), passes: near('99421', '99421', 2, { precedence: 'behind' }) },
  ],
  'device-supply-once-in-thirty-days': [
    { fails: near('99454', '99454', -29), passes: near('99454', '99454', -30) },
    { fails: near('99445', '99454', 10), passes: near('99445', '99457', 10) },
    { fails: near('98977', '98985', -10), passes: near('98977', '98986', -10) },
    { fails: near('99091', '99091', -29), passes: near('99091', '99454', -29) },
    { fails: near('99454', '99454', 0, { clinicianNpi: colleague }), passes: near('99454', '99454', 0) },
    { fails: near('99454', '99445', 0), passes: near('99454', '99445', 0, { precedence: 'behind' }) },
  ],
  'management-once-a-month': [
    { fails: on('99457', '99470', '2026-03-31'), passes: on('99457', '99470', '2026-02-28') },
    { fails: on('98980', '98979', '2026-03-01'), passes: on('98980', '99457', '2026-03-01') },
    { fails: on('99490', '99490', '2026-03-01'), passes: on('99490', '99484', '2026-03-01') },
    { fails: on('99490', '99491', '2026-03-01'), passes: on('99490', '99491', '2026-02-28') },
    { fails: on('99487', '99490', '2026-03-10'), passes: on('99490', '99490', '2026-03-10') },
    {
      fails: on('99490', 'G0556', '2026-03-31', { clinicianNpi: colleague }),
      passes: on('99490', 'G0556', '2026-04-01'),
    },
    {
      fails: on('99426', '99490', '2026-03-01'),
      passes: on('99426', '99490', '2026-03-01', { clinicianNpi: colleague }),
    },
    {
      fails: on('99424', '99424', '2026-03-01', { clinicianNpi: colleague }),
      passes: on('99424', '99424', '2026-03-01', { clinicianNpi: colleague, precedence: 'behind' }),
    },
    {
      fails: on('99484', '99492', '2026-03-09'),
      passes: on('99484', '99492', '2026-03-09', { clinicianNpi: colleague }),
    },
    { fails: on('99493', '99492', '2026-03-09'), passes: on('99493', '99492', '2026-04-01') },
    { fails: on('G0556', 'G0557', '2026-03-09'), passes: on('G0556', 'G0557', '2026-03-09', { precedence: 'behind' }) },
  ],
  'risk-assessment-once-in-six-months': [
    { fails: on('G0136', 'G0136', '2025-09-11'), passes: on('G0136', 'G0136', '2025-09-10') },
    { fails: on('G0136', 'G0136', '2026-09-09'), passes: on('G0136', 'G0136', '2026-09-10') },
  ],
  'physiologic-and-therapeutic-in-one-month': [
    { fails: on('99457', '98976', '2026-03-31'), passes: on('99457', '98976', '2026-02-28') },
    { fails: on('98980', '99454', '2026-03-01'), passes: on('98980', '98977', '2026-03-01') },
    { fails: on('98980', '99454', '2026-03-01'), passes: on('98980', '99454', '2026-03-01', { precedence: 'behind' }) },
  ],
  'monitoring-of-other-clinician': [
    {
      fails: near('99457', '99454', 0, { clinicianNpi: colleague }),
      passes: near('99457', '99454', 0),
    },
    {
      fails: near('99457', '98980', -29, { clinicianNpi: colleague }),
      passes: near('99457', '98980', -30, { clinicianNpi: colleague }),
    },
    {
      fails: near('99457', '98980', 1, { clinicianNpi: colleague }),
      passes: near('99457', '98980', 1, { clinicianNpi: colleague, precedence: 'behind' }),
    },
  ],
};
