import { always, version5010 } from '../edit-dates.js';
import { findOnLines, findWhen } from '../edit-findings.js';
import type { ScrubEdit } from '../scrub-edit.js';

/** What is charged. */
export const moneyEdits: readonly ScrubEdit[] = [
  {
    id: 'charge-zero',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2400 SV102: the line’s charge',
    title: 'Each line has a charge',
    needs: ['charges'],
    check: (input) =>
      findOnLines(
        input,
        (line) => line.chargeCents === 0,
        (line) => ({
          field: 'chargeCents',
          message: `line ${line.lineNumber} has no charge`,
          remedy: 'Enter the charge, or add the code to the fee schedule.',
        }),
      ),
  },
  {
    id: 'charge-differs-from-fee-schedule',
    severity: 'warning',
    effectiveFrom: always,
    source: 'the practice’s fee schedule',
    title: 'Charges follow the fee schedule',
    needs: ['practice', 'charges'],
    check: (input) => {
      const fees = input.practice.feeSchedule;
      return findOnLines(
        input,
        (line) => {
          const fee = Object.hasOwn(fees, line.procedureCode) ? fees[line.procedureCode] : undefined;
          return fee !== undefined && fee * line.units !== line.chargeCents;
        },
        (line) => ({
          field: 'chargeCents',
          message: `the charge of line ${line.lineNumber} is not the fee schedule’s times the units`,
          remedy: 'Correct the charge, or keep it if it was meant.',
        }),
      );
    },
  },
  {
    id: 'patient-paid-more-than-charge',
    severity: 'warning',
    effectiveFrom: version5010,
    source: '837P loop 2300 AMT*F5: what the patient paid toward the claim',
    title: 'The patient paid no more than the charge',
    needs: ['charges'],
    check: ({ visit, claim }) => {
      const charge = claim.lines.reduce((total, line) => total + line.chargeCents, 0);
      return findWhen((visit.patientPaidCents ?? 0) > charge, {
        message: 'the patient paid more than the claim charges',
        location: 'visit.patientPaidCents',
        remedy: 'Check the payment; a credit may be due to the patient.',
      });
    },
  },
];
