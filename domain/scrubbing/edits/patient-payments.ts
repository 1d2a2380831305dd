import { isQualifiedBeneficiary } from '../../coverage/is-qualified-beneficiary.js';
import { always, version5010 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import type { ScrubEdit } from '../scrub-edit.js';

/** A charge for one unit of a telehealth service above this, in cents, is a slip of the decimal point more often than not. */
const believedChargeCents = 500_000;

/** What patients paid, and charges that look wrong. */
export const patientPaymentEdits: readonly ScrubEdit[] = [
  {
    id: 'qualified-beneficiary-paid',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'SSA 1902(n)(3)(B), 1866(a)(1)(A): a Qualified Medicare Beneficiary owes no cost share',
    title: 'A Qualified Medicare Beneficiary paid nothing',
    needs: ['charges', 'eligibility'],
    payerClasses: ['medicare', 'medicare_advantage'],
    check: ({ visit, eligibility }) =>
      findWhen((visit.patientPaidCents ?? 0) > 0 && isQualifiedBeneficiary(eligibility), {
        message: 'the patient is a Qualified Medicare Beneficiary and paid something',
        location: 'visit.patientPaidCents',
        remedy: 'Pay it back and take it off the claim; Medicaid answers for the cost share.',
      }),
  },
  {
    id: 'medicaid-patient-paid',
    severity: 'warning',
    effectiveFrom: always,
    source: '42 CFR 447.15: Medicaid’s payment is payment in full, save a nominal copayment',
    title: 'A Medicaid patient paid no more than the copayment',
    needs: ['charges', 'eligibility'],
    payerClasses: ['medicaid'],
    check: ({ visit, eligibility }) =>
      findWhen((visit.patientPaidCents ?? 0) > (eligibility?.copayCents ?? 0), {
        message: 'a Medicaid patient paid more than the copayment that the payer answered',
        location: 'visit.patientPaidCents',
        remedy: 'Pay back what is over the copayment.',
      }),
  },
  {
    id: 'patient-paid-more-than-copayment',
    severity: 'warning',
    effectiveFrom: always,
    source: '271 loop 2110C EB01 B; the practice’s contract with the payer',
    title: 'The patient paid no more than the copayment where that is all',
    needs: ['charges', 'eligibility'],
    payerClasses: ['commercial', 'medicare_advantage'],
    check: ({ visit, eligibility }) => {
      if (eligibility === null || eligibility.copayCents === null || eligibility.inNetwork === 'no') return [];
      const copayIsAll = !eligibility.deductibleRemainingCents && !eligibility.coinsuranceBasisPoints;
      return findWhen(copayIsAll && (visit.patientPaidCents ?? 0) > eligibility.copayCents, {
        message: 'the patient paid more than the copayment, which is all that the plan leaves',
        location: 'visit.patientPaidCents',
        remedy: 'Check what else the patient owed; a credit may be due.',
      });
    },
  },
  {
    id: 'charge-not-believed',
    severity: 'warning',
    effectiveFrom: version5010,
    source: '837P loop 2400 SV102: the line’s charge',
    title: 'The charge of a unit is one of a telehealth service',
    needs: ['charges'],
    check: (input) =>
      findOnLines(
        input,
        (line) => line.chargeCents > believedChargeCents * line.units,
        (line) => ({
          field: 'chargeCents',
          message: `line ${line.lineNumber} charges more than $5,000 a unit`,
          remedy: 'Check the decimal point and the fee schedule.',
        }),
      ),
  },
  {
    id: 'charges-of-one-code-differ',
    severity: 'warning',
    effectiveFrom: always,
    source: 'the practice’s fee schedule; 42 CFR 405.502: the customary charge',
    title: 'One code has one charge a unit',
    needs: ['charges'],
    check: (input) =>
      findOnLines(
        input,
        (line) =>
          input.claim.lines.some(
            (other) =>
              other.lineNumber < line.lineNumber &&
              other.procedureCode === line.procedureCode &&
              other.chargeCents * line.units !== line.chargeCents * other.units,
          ),
        (line) => ({
          field: 'chargeCents',
          message: `${line.procedureCode} has two charges a unit on one claim`,
          remedy: 'Correct the charge, or keep it when a modifier makes the price.',
        }),
      ),
  },
];
