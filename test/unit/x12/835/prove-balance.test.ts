import { describe, expect, test } from 'vitest';
import { cents } from '../../../../domain/kernel/cents.js';
import type { BalanceEquationKind } from '../../../../domain/x12/835/balance-equation.js';
import { proveBalance } from '../../../../domain/x12/835/prove-balance.js';
import { readRemittanceAdvice } from '../../../../domain/x12/835/read-remittance-advice.js';
import { remittanceAdviceGuide } from '../../../../domain/x12/835/remittance-advice-guide.js';
import { remittancePlaces } from '../../../../domain/x12/835/remittance-places.js';
import { writeRemittanceAdvice } from '../../../../domain/x12/835/write-remittance-advice.js';
import { readLoops } from '../../../../domain/x12/read-loops.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import {
  adjustment,
  providerAdjustment,
  remittanceAdvice,
  remittanceClaim,
  remittanceLine,
} from '../../../builders/x12-remittance.js';
import { describeSamples } from '../../../support/shared-samples.js';
import { onlyTransactionSet, sampleTransactionSet } from '../../../support/x12-sample.js';

const failedKinds = (advice: Parameters<typeof proveBalance>[0]): BalanceEquationKind[] =>
  proveBalance(advice).failed.map((equation) => equation.kind);

describeSamples('the samples', () => {
  test.each(['835-managed-care.835', '835-medicare-part-a.835', '835-secondary-payment.835'])(
    'every equation of %s holds, the advisory one included',
    (name) => {
      const proof = proveBalance(readRemittanceAdvice(sampleTransactionSet(name)).value);
      expect(proof.equations.filter((equation) => !equation.holds)).toEqual([]);
      expect(proof.balances).toBe(true);
    },
  );
});

describe('a line', () => {
  test('whose charge less adjustments is not what was paid fails with both figures', () => {
    const line = remittanceLine(10_000, 6_000, [adjustment('CO', '45', 3_000)]);
    const [equation] = proveBalance(remittanceAdvice([remittanceClaim(10_000, 6_000, { lines: [line] })])).failed;
    expect(equation).toEqual({
      kind: 'line-paid',
      level: 'line',
      claimIndex: 0,
      lineIndex: 0,
      leftCents: 6_000,
      rightCents: 7_000,
      terms: [
        { name: 'line-charge', cents: 10_000, count: 1 },
        { name: 'line-adjustments', code: 'CO', cents: -3_000, count: 1 },
      ],
      differenceCents: -1_000,
      holds: false,
      advisory: false,
    });
  });

  test('may be paid more than charged through a negative adjustment', () => {
    const line = remittanceLine(10_000, 10_500, [adjustment('CO', '94', -500)]);
    expect(failedKinds(remittanceAdvice([remittanceClaim(10_000, 10_500, { lines: [line] })]))).toEqual([]);
  });
});

describe('a claim', () => {
  test('counts adjustments of the claim and of its lines', () => {
    const line = remittanceLine(10_000, 8_000, [adjustment('PR', '2', 2_000)]);
    const claim = remittanceClaim(10_000, 7_500, { lines: [line], adjustments: [adjustment('CO', '253', 500)] });
    expect(failedKinds(remittanceAdvice([claim]))).toEqual([]);
  });

  test('whose lines do not sum to its charge fails although it balances by itself', () => {
    const line = remittanceLine(9_000, 9_000, []);
    const claim = remittanceClaim(10_000, 10_000, { lines: [line] });
    expect(failedKinds(remittanceAdvice([claim]))).toEqual([
      'claim-charge-is-line-charges',
      'claim-paid-is-line-payments',
    ]);
  });

  test('without lines is proved by its own adjustments', () => {
    const good = remittanceClaim(10_000, 0, { adjustments: [adjustment('CO', '29', 10_000)] });
    expect(failedKinds(remittanceAdvice([good]))).toEqual([]);
    expect(failedKinds(remittanceAdvice([remittanceClaim(10_000, 0)]))).toEqual(['claim-paid']);
  });

  test('with an amount that could not be read never balances, though its zeros agree', () => {
    const claim = remittanceClaim(0, 0, { unreadableAmounts: ['charge (CLP03)'] });
    const proof = proveBalance(remittanceAdvice([claim]));
    expect(proof.failed).toEqual([]);
    expect(proof.balances).toBe(false);
    expect(proof.unbalancedClaims).toEqual([0]);
    expect(proof.unreadableAmounts).toEqual(['charge (CLP03)']);
  });

  test('whose patient responsibility differs from its PR adjustments is warned of, not refused', () => {
    const claim = remittanceClaim(10_000, 8_000, {
      adjustments: [adjustment('PR', '3', 2_000)],
      patientResponsibilityCents: cents(1_000),
    });
    const proof = proveBalance(remittanceAdvice([claim]));
    const advisory = proof.equations.filter((equation) => equation.advisory);
    expect(advisory).toMatchObject([{ kind: 'claim-patient-responsibility', differenceCents: -1_000, holds: false }]);
    expect(proof.balances).toBe(true);
  });
});

describe('a transaction', () => {
  test('pays the claims less the provider adjustments, several of either sign', () => {
    const claim = remittanceClaim(10_000, 10_000);
    const moved = [providerAdjustment('WO', 3_000), providerAdjustment('72', -3_000), providerAdjustment('L6', -42)];
    expect(failedKinds(remittanceAdvice([claim], moved, 10_042))).toEqual([]);
    expect(failedKinds(remittanceAdvice([claim], moved, 10_000))).toEqual(['transaction-paid']);
  });

  test('with provider adjustments and no claims is provable', () => {
    expect(failedKinds(remittanceAdvice([], [providerAdjustment('L6', -500)], 500))).toEqual([]);
  });

  test('that pays nothing balances', () => {
    const denied = remittanceClaim(10_000, 0, { statusCode: '4', adjustments: [adjustment('CO', '4', 10_000)] });
    expect(failedKinds(remittanceAdvice([denied], [], 0))).toEqual([]);
  });

  test('of a reversal and its correction balances, below zero too', () => {
    const reversal = remittanceClaim(-10_000, -8_000, {
      statusCode: '22',
      adjustments: [adjustment('CO', '45', -2_000)],
    });
    const correction = remittanceClaim(10_000, 5_000, {
      adjustments: [adjustment('CO', '45', 4_000), adjustment('PR', '1', 1_000)],
      patientResponsibilityCents: cents(1_000),
    });
    expect(failedKinds(remittanceAdvice([reversal, correction], [], -3_000))).toEqual([]);
    const carriedForward = [providerAdjustment('FB', -3_000)];
    expect(failedKinds(remittanceAdvice([reversal, correction], carriedForward, 0))).toEqual([]);
  });

  test('of absurd amounts fails and does not throw', () => {
    const huge = remittanceClaim(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    expect(failedKinds(remittanceAdvice([huge, huge], [], 0))).toEqual(['transaction-paid']);
  });

  test('names the claims that fail, the good ones left out', () => {
    const good = remittanceClaim(10_000, 10_000);
    const bad = remittanceClaim(10_000, 9_000);
    expect(proveBalance(remittanceAdvice([good, bad, good])).unbalancedClaims).toEqual([1]);
  });
});

describe('an equation', () => {
  const line = remittanceLine(10_000, 8_000, [adjustment('PR', '2', 1_500), adjustment('CO', '45', 500)]);
  const claim = remittanceClaim(10_000, 7_500, { lines: [line], adjustments: [adjustment('CO', '253', 500)] });
  const moved = [providerAdjustment('WO', 3_000), providerAdjustment('L6', -42), providerAdjustment('WO', 1_000)];
  const advice = remittanceAdvice([claim, claim], moved);

  test('says what each summand is, adjustments by their group, provider adjustments by their reason', () => {
    const termsOf = (kind: BalanceEquationKind) =>
      proveBalance(advice)
        .equations.find((equation) => equation.kind === kind)
        ?.terms.map(({ name, code, cents: amount, count }) => [name, code, amount, count]);
    expect(termsOf('claim-paid')).toEqual([
      ['claim-charge', undefined, 10_000, 1],
      ['claim-adjustments', 'CO', -500, 1],
      ['line-adjustments', 'PR', -1_500, 1],
      ['line-adjustments', 'CO', -500, 1],
    ]);
    expect(termsOf('transaction-paid')).toEqual([
      ['claim-payments', undefined, 15_000, 2],
      ['provider-adjustments', 'WO', -4_000, 2],
      ['provider-adjustments', 'L6', 42, 1],
    ]);
  });

  test('has a right side that is the sum of its summands', () => {
    for (const { rightCents, terms } of proveBalance(advice).equations) {
      expect(terms.reduce((sum, term) => sum + term.cents, 0)).toBe(rightCents);
    }
  });

  test('names the segment that states its left side, where the loops are given', () => {
    const set = onlyTransactionSet(writeRemittanceAdvice(advice, testEnvelope));
    const { root } = readLoops(remittanceAdviceGuide, set);
    const places = proveBalance(advice, remittancePlaces(root)).equations.map(({ segmentPosition = 0, level }) => [
      level,
      set.segments.at(segmentPosition - 1)?.id,
    ]);
    expect(new Set(places.map((place) => place.join(' ')))).toEqual(
      new Set(['line SVC', 'claim CLP', 'transaction BPR']),
    );
    expect(places.length).toBe(2 * 5 + 1);
  });
});

describe('a reversal', () => {
  const original = remittanceClaim(10_000, 8_000, { adjustments: [adjustment('PR', '1', 2_000)] });
  const back = remittanceClaim(-10_000, -8_000, { statusCode: '22', adjustments: [adjustment('PR', '1', -2_000)] });

  test('is proved against its original where the advice holds both, for information', () => {
    const proof = proveBalance(remittanceAdvice([original, { ...back, paidCents: cents(-7_000) }]));
    expect(proof.reversals).toEqual([{ reversalIndex: 1, originalIndex: 0, netCents: -7_000 }]);
    expect(proof.equations.find(({ kind }) => kind === 'reversal-negates-original')).toMatchObject({
      claimIndex: 1,
      leftCents: -7_000,
      rightCents: -8_000,
      holds: false,
      advisory: true,
    });
  });

  test('need not repeat the patient’s responsibility', () => {
    const kinds = proveBalance(remittanceAdvice([back])).equations.map(({ kind }) => kind);
    expect(kinds).toEqual(['claim-paid', 'transaction-paid']);
  });
});
