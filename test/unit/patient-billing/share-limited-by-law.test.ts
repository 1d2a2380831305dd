import { expect, it } from 'vitest';
import type { EligibilityVerdict } from '../../../domain/coverage/eligibility-verdict.js';
import { cents } from '../../../domain/kernel/cents.js';
import type { PayerClass } from '../../../domain/payer/payer-profile.js';
import { estimatePatientShare } from '../../../domain/patient-billing/estimate-patient-share.js';
import { anEligibility } from '../../builders/rules.js';

const plan = { copayCents: null, coinsuranceBasisPoints: 2000, deductibleRemainingCents: 5000 } as const;
const qmb = { ...plan, planName: 'QMB - Qualified Medicare Beneficiary' };

it.each<[string, PayerClass, Partial<EligibilityVerdict>, readonly number[]]>([
  ['Medicare leaves a Qualified Medicare Beneficiary nothing', 'medicare', qmb, [0, 0, 0]],
  ['nor does a Medicare Advantage plan', 'medicare_advantage', { ...qmb, copayCents: 2500 }, [0, 0, 0]],
  ['a plan of another payer that is called so is its own', 'commercial', qmb, [6000, 6000, 6000]],
  ['Medicare leaves others their cost share', 'medicare', plan, [6000, 6000, 6000]],
  ['Medicaid pays in full', 'medicaid', plan, [0, 0, 0]],
  ['save the copay that it answered', 'medicaid', { ...plan, copayCents: 300 }, [300, 300, 300]],
  ['which is never more than the visit', 'medicaid', { copayCents: 20_000 }, [10_000, 10_000, 10_000]],
  ['what is not covered is no cost share', 'medicare', { ...qmb, status: 'inactive' }, [10_000, 10_000, 10_000]],
])('%s', (_, payerClass, eligibility, expected) => {
  const estimate = estimatePatientShare({
    allowedCents: cents(10_000),
    eligibility: anEligibility(eligibility),
    payerClass,
    hasOtherCoverage: false,
  });
  expect([estimate.lowCents, estimate.shareCents, estimate.highCents]).toEqual(expected);
});

it('gives the reason and the law in arithmetic and trace', () => {
  const input = { allowedCents: cents(10_000), eligibility: anEligibility(qmb), hasOtherCoverage: false };
  const { arithmetic, trace } = estimatePatientShare({ ...input, payerClass: 'medicare' });
  expect(arithmetic.at(-1)).toEqual({ what: 'a Qualified Medicare Beneficiary owes no cost share', cents: 0 });
  expect(trace).toMatchObject([{ effectCents: 0, source: expect.stringContaining('SSA 1902') }]);
});
