import { always, version5010 } from '../edit-dates.js';
import { findWhen } from '../edit-findings.js';
import type { ScrubEdit } from '../scrub-edit.js';

/** Other programs of Medicaid, and what sources write for no insurance: nothing that would pay first. */
const paysNothingBefore = /medicaid|medi-cal|no.?insurance|self.?pay|uninsured/i;

/** In which order payers pay. */
export const coordinationOfBenefitsEdits: readonly ScrubEdit[] = [
  {
    id: 'coverage-rank-left-out',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2320 SBR01: ranks follow one another',
    title: 'No rank of coverage is left out',
    needs: ['coverage'],
    check: ({ visit: { coverages } }) => {
      const ranks = coverages.map((coverage) => coverage.rank);
      return findWhen(ranks.includes('tertiary') && !ranks.includes('secondary'), {
        message: 'there is a third coverage and no second one',
        location: 'visit.coverages',
        remedy: 'Make it the second, or add the second.',
      });
    },
  },
  {
    id: 'coverage-listed-twice',
    severity: 'blocking',
    effectiveFrom: version5010,
    source: '837P loop 2320: another payer; CARC 22',
    title: 'No coverage stands under two ranks',
    needs: ['coverage'],
    check: ({ visit: { coverages } }) => {
      const repeated = coverages.some((coverage, index) =>
        coverages.some(
          (other, otherIndex) =>
            otherIndex < index && other.memberId === coverage.memberId && other.payerName === coverage.payerName,
        ),
      );
      return findWhen(repeated, {
        message: 'the same coverage stands under two ranks',
        location: 'visit.coverages',
        remedy: 'Take the second one off; the payer would get a claim as if another had paid.',
      });
    },
  },
  {
    id: 'coverage-dates-reversed',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'the coverage’s own dates',
    title: 'Coverages begin before they end',
    needs: ['coverage'],
    check: ({ visit: { coverages } }) =>
      findWhen(
        coverages.some(({ from, to }) => from !== undefined && to !== undefined && from > to),
        {
          message: 'a coverage ends before it begins',
          location: 'visit.coverages',
          remedy: 'Correct its dates.',
        },
      ),
  },
  {
    id: 'medicaid-pays-last',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'SSA 1902(a)(25); 42 CFR 433.138, 433.139: Medicaid pays after all others',
    title: 'Medicaid is not first when there is another coverage',
    needs: ['coverage'],
    payerClasses: ['medicaid'],
    check: ({ visit: { coverages } }) =>
      findWhen(
        coverages.some((coverage) => coverage.rank !== 'primary' && !paysNothingBefore.test(coverage.payerName)),
        {
          message: 'Medicaid stands first although the patient has another coverage, which must pay before it',
          location: 'visit.coverages',
          remedy: 'Put the other coverage first and send Medicaid what it leaves.',
        },
      ),
  },
  {
    id: 'medicare-before-group-plan',
    severity: 'warning',
    effectiveFrom: always,
    source: 'SSA 1862(b); 42 CFR 411.172, 411.206: Medicare is second to many group health plans',
    title: 'It is known why Medicare is first beside a group plan',
    needs: ['coverage'],
    payerClasses: ['medicare'],
    check: ({ visit: { coverages } }) =>
      findWhen(
        coverages.some((coverage) => coverage.rank !== 'primary' && coverage.groupNumber !== undefined),
        {
          message: 'Medicare stands first beside a plan with a group number, which may have to pay before it',
          location: 'visit.coverages',
          remedy: 'Ask the Medicare Secondary Payer questions: does the patient or the spouse still work?',
        },
      ),
  },
  {
    id: 'supplement-without-medicare',
    severity: 'warning',
    effectiveFrom: always,
    source: '42 CFR 403.205: a Medicare supplement pays what Medicare leaves',
    title: 'A Medicare supplement is not first',
    needs: ['coverage'],
    payerClasses: ['commercial'],
    check: ({ visit: { coverages } }) =>
      findWhen(
        coverages.some(
          ({ rank, payerName }) => rank === 'primary' && /medigap|medicare (supplement|supp\b)/i.test(payerName),
        ),
        {
          message: 'a Medicare supplement stands first; it pays only what Medicare leaves',
          location: 'visit.coverages[primary]',
          remedy: 'Put Medicare first.',
        },
      ),
  },
  {
    id: 'eligibility-begins-after-visit',
    severity: 'blocking',
    effectiveFrom: always,
    source: '271 loop 2110C DTP: plan begin; CARC 26',
    title: 'The payer’s begin of coverage is not after the visit',
    needs: ['eligibility'],
    check: ({ eligibility, visit }) => {
      const from = eligibility?.coverageFrom ?? null;
      return findWhen(from !== null && from > visit.dateOfService, {
        message: 'the payer answered that the coverage begins after the date of service',
        location: 'eligibility.coverageFrom',
        remedy: 'Find the coverage in force on the date of service, or bill the patient.',
      });
    },
  },
  {
    id: 'self-pay-beside-coverage',
    severity: 'warning',
    effectiveFrom: always,
    source: '45 CFR 164.522(a)(1)(vi); 45 CFR 149.610(b)(1)(i): ask whether the patient wants a claim filed',
    title: 'A patient who pays alone has no coverage on record',
    needs: ['coverage'],
    payerClasses: ['self_pay'],
    check: ({ visit }) =>
      findWhen(visit.coverages.length > 0, {
        message: 'the visit is billed to the patient although the record names a coverage',
        location: 'visit.coverages',
        remedy: 'Keep the patient’s wish that nothing is filed, or bill the coverage.',
      }),
  },
];
