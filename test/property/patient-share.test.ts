import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, sumCents } from '../../domain/kernel/cents.js';
import { estimatePatientShare } from '../../domain/patient-billing/estimate-patient-share.js';
import { anEligibility } from '../builders/rules.js';

const amount = fc.integer({ min: 0, max: 100_000 });
const maybe = fc.option(amount);

const inputs = fc.record({
  allowedCents: amount.map(cents),
  hasOtherCoverage: fc.boolean(),
  payerClass: fc.constantFrom('commercial' as const, 'medicare' as const, 'medicaid' as const),
  eligibility: fc
    .record({
      status: fc.constantFrom('active' as const, 'unknown' as const, 'inactive' as const),
      copayCents: maybe,
      coinsuranceBasisPoints: fc.option(fc.integer({ min: 0, max: 12_000 })),
      deductibleRemainingCents: maybe,
      deductibleBaseCents: maybe,
      outOfPocketRemainingCents: maybe,
      copayAfterDeductible: fc.boolean(),
    })
    .map(anEligibility),
});

test('what is expected lies between the least and the most, and none is more than the payer allows', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { lowCents, shareCents, highCents } = estimatePatientShare(input);
      expect([0, lowCents, shareCents, highCents, input.allowedCents]).toEqual(
        [0, lowCents, shareCents, highCents, input.allowedCents].toSorted((a, b) => a - b),
      );
    }),
  );
});

test('the arithmetic ends at what is expected, and no covered share is above what is left of the out-of-pocket maximum', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const estimate = estimatePatientShare(input);
      expect(estimate.arithmetic.at(-1)?.cents).toBe(estimate.shareCents);
      if (input.eligibility.status === 'inactive') return;
      const left = input.eligibility.outOfPocketRemainingCents ?? input.allowedCents;
      expect(estimate.highCents).toBeLessThanOrEqual(Math.max(left, 0));
      const parts = sumCents([estimate.deductibleCents, estimate.coinsuranceCents, estimate.copayCents]);
      if (!input.hasOtherCoverage) expect(estimate.shareCents).toBe(Math.min(parts, left));
    }),
  );
});
