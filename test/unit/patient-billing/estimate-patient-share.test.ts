import { describe, expect, it } from 'vitest';
import type { EligibilityVerdict } from '../../../domain/coverage/eligibility-verdict.js';
import { cents } from '../../../domain/kernel/cents.js';
import { estimatePatientShare } from '../../../domain/patient-billing/estimate-patient-share.js';
import { anEligibility } from '../../builders/rules.js';

function share(allowed: number, eligibility: Partial<EligibilityVerdict>) {
  const estimate = estimatePatientShare({
    allowedCents: cents(allowed),
    eligibility: anEligibility(eligibility),
    payerClass: 'commercial',
    hasOtherCoverage: false,
  });
  return [estimate.shareCents, estimate.confidence];
}

describe('estimatePatientShare', () => {
  it.each<[string, number, Partial<EligibilityVerdict>, number, string]>([
    ['a copay stands alone', 10_000, { copayCents: 2500, coinsuranceBasisPoints: 2000 }, 2500, 'high'],
    ['a copay is never more than the visit', 2000, { copayCents: 2500 }, 2000, 'high'],
    [
      'coinsurance after what is left of the deductible',
      10_000,
      { deductibleRemainingCents: 4000, coinsuranceBasisPoints: 2000 },
      5200,
      'high',
    ],
    [
      'a deductible larger than the visit',
      10_000,
      { deductibleRemainingCents: 40_000, coinsuranceBasisPoints: 2000 },
      10_000,
      'high',
    ],
    [
      'coinsurance rounds half a cent up',
      125,
      { deductibleRemainingCents: 0, coinsuranceBasisPoints: 2000 },
      25,
      'high',
    ],
    ['coinsurance rounds at the cent', 133, { deductibleRemainingCents: 0, coinsuranceBasisPoints: 5000 }, 67, 'high'],
    ['a copay of zero is no charge', 10_000, { copayCents: 0 }, 0, 'medium'],
    ['coinsurance without a deductible told', 10_000, { coinsuranceBasisPoints: 2000 }, 2000, 'medium'],
    ['nothing told', 10_000, {}, 0, 'low'],
    ['coverage unknown', 10_000, { status: 'unknown', copayCents: 2500 }, 2500, 'low'],
    ['coverage inactive', 10_000, { status: 'inactive', copayCents: 2500 }, 10_000, 'medium'],
    ['telehealth not covered', 10_000, { telehealthBenefit: 'not_covered' }, 10_000, 'medium'],
    [
      'a whole deductible without what is left of it',
      10_000,
      { coinsuranceBasisPoints: 2000, deductibleBaseCents: 50_000 },
      2000,
      'low',
    ],
  ])('%s', (_, allowed, eligibility, expected, confidence) => {
    expect(share(allowed, eligibility)).toEqual([expected, confidence]);
  });

  it('takes coinsurance that is told beside a copay as one of the ways it may come', () => {
    const eligibility = anEligibility({ copayCents: 1000, coinsuranceBasisPoints: 5000, deductibleRemainingCents: 0 });
    const input = { allowedCents: cents(10_000), eligibility, hasOtherCoverage: false };
    const estimate = estimatePatientShare({ ...input, payerClass: 'commercial' });
    expect([estimate.lowCents, estimate.shareCents, estimate.highCents]).toEqual([1000, 1000, 5000]);
  });

  it('is less sure when another payer follows', () => {
    expect(
      estimatePatientShare({
        allowedCents: cents(10_000),
        eligibility: anEligibility({ copayCents: 1000 }),
        payerClass: 'commercial',
        hasOtherCoverage: true,
      }).confidence,
    ).toBe('medium');
  });

  it('marks what another payer may still lower', () => {
    const input = { allowedCents: cents(10_000), eligibility: anEligibility(), hasOtherCoverage: true };
    expect(estimatePatientShare({ ...input, payerClass: 'commercial' }).afterOtherCoverage).toBe(true);
  });
});
