import { describe, expect, it } from 'vitest';
import { type ContractRate, contractRateSchema } from '../../../domain/contract/contract-rate.js';
import { expectedAllowed } from '../../../domain/contract/expected-allowed.js';
import { cents } from '../../../domain/kernel/cents.js';
import { aClaim, aLine } from '../../builders/rules.js';

function rate(overrides: Partial<Record<keyof ContractRate, unknown>> = {}): ContractRate {
  return contractRateSchema.parse({
    payerCode: 'summit-health',
    procedureCode: '99213',
    allowedCents: 9_000,
    from: '2025-01-01',
    ...overrides,
  });
}

const claim = aClaim({ placeOfService: '10', lines: [aLine({ procedureCode: '99213', modifiers: ['95'] })] });

describe('what a payer is expected to allow', () => {
  it('is the rate of the code on the day of service, times units', () => {
    const old = rate({ allowedCents: 8_000, to: '2025-12-31' });
    const now = rate({ from: '2026-01-01' });
    expect(expectedAllowed(claim, [old, now, rate({ from: '2028-01-01', allowedCents: 1 })]).allowedCents).toBe(9_000);
    const two = aClaim({ ...claim, lines: [aLine({ procedureCode: '99213', units: 2, chargeCents: cents(99_900) })] });
    expect(expectedAllowed(two, [now]).allowedCents).toBe(18_000);
  });

  it('is no more than what is charged', () => {
    const cheap = aClaim({ ...claim, lines: [aLine({ procedureCode: '99213', chargeCents: cents(5_000) })] });
    expect(expectedAllowed(cheap, [rate()]).allowedCents).toBe(5_000);
  });

  it('takes the rate that names the line’s modifier before one of the place, and that before a plain one', () => {
    const [plain, ofPlace, ofModifier] = [
      rate(),
      rate({ placeOfService: '10', allowedCents: 8_500 }),
      rate({ modifier: '95', allowedCents: 8_000 }),
    ];
    expect(expectedAllowed(claim, [plain, ofPlace, ofModifier]).allowedCents).toBe(8_000);
    expect(expectedAllowed(claim, [plain, ofPlace]).allowedCents).toBe(8_500);
    const others = [rate({ modifier: '93', allowedCents: 1 }), rate({ placeOfService: '02', allowedCents: 2 })];
    expect(expectedAllowed(claim, [...others, plain]).allowedCents).toBe(9_000);
  });

  it('is unknown as a whole when one line has no rate, and the trace names that line', () => {
    const two = aClaim({ ...claim, lines: [...claim.lines, aLine({ lineNumber: 2, procedureCode: '90833' })] });
    const { allowedCents, trace } = expectedAllowed(two, [rate()]);
    expect(allowedCents).toBeNull();
    expect(trace.map(({ decision }) => decision)).toEqual([
      '99213-95: $90.00 allowed',
      expect.stringMatching(/^90833.*: the contract has no rate for it on this day$/),
    ]);
  });
});
