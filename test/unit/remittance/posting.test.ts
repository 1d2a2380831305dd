import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, sumCents } from '../../../domain/kernel/cents.js';
import {
  postClaim,
  postingAmounts,
  postProviderAdjustments,
  postUnmatchedClaim,
  postUnprovenPayment,
} from '../../../domain/remittance/posting.js';
import { decision, reversalOf } from '../../builders/story-remittance.js';
import { adjustment, providerAdjustment, remittanceClaim, remittanceLine } from '../../builders/x12-remittance.js';

const claim = (adjustments: Parameters<typeof decision>[0]['adjustments'] = []) =>
  decision({ patientControlNumber: 'PCN1', chargeCents: 17_500, paidCents: 6_000, adjustments: adjustments ?? [] });

describe('a claim of an 835', () => {
  test('goes to cash, contract and patient, and leaves insurance by the sum of them', () => {
    expect(postClaim(claim([adjustment('PR', '3', 2_500)]))).toEqual({
      kind: 'remittance_payment',
      entries: [
        { account: 'payer_cash', amountCents: 6_000 },
        { account: 'contractual_adjustment', amountCents: 9_000 },
        { account: 'patient_receivable', amountCents: 2_500 },
        { account: 'insurance_receivable', amountCents: -17_500 },
      ],
    });
  });

  test.each([
    ['CO', '45', 'contractualCents'],
    ['CO', '253', 'contractualCents'],
    ['PI', '131', 'contractualCents'],
    ['PR', '1', 'patientCents'],
    ['PR', '2', 'patientCents'],
    ['PR', '66', 'patientCents'],
    ['CO', '50', 'undecidedCents'],
    ['CO', '4', 'undecidedCents'],
    ['PR', '27', 'undecidedCents'],
    ['OA', '23', 'undecidedCents'],
    ['PR', '45', 'undecidedCents'],
  ] as const)('%s %s counts as %s', (group, reason, expected) => {
    const amounts = postingAmounts(
      remittanceClaim(1_000, 0, { lines: [remittanceLine(1_000, 0, [adjustment(group, reason, 1_000)])] }),
    );
    expect(amounts).toEqual({
      paidCents: 0,
      contractualCents: 0,
      patientCents: 0,
      undecidedCents: 0,
      [expected]: 1_000,
    });
  });

  test('what is denied stays receivable: nothing is posted for a claim denied in full', () => {
    const denied = remittanceClaim(1_000, 0, {
      statusCode: '4',
      lines: [remittanceLine(1_000, 0, [adjustment('CO', '50', 1_000)])],
    });
    expect(postClaim(denied)).toBeNull();
  });

  test('adjustments of the claim and of its lines count alike', () => {
    const amounts = postingAmounts(
      remittanceClaim(1_000, 400, {
        adjustments: [adjustment('CO', '45', 100)],
        lines: [remittanceLine(1_000, 400, [adjustment('CO', '45', 300), adjustment('PR', '3', 200)])],
      }),
    );
    expect(amounts).toMatchObject({ contractualCents: 400, patientCents: 200 });
  });

  test('taken back, it posts the same amounts the other way', () => {
    fc.assert(
      fc.property(fc.nat(17_500), fc.nat(5_000), (paidCents, share) => {
        const paid = decision({
          patientControlNumber: 'PCN1',
          chargeCents: 22_500,
          paidCents,
          adjustments: share === 0 ? [] : [adjustment('PR', '2', share)],
        });
        const there = postClaim(paid)?.entries ?? [];
        const back = postClaim(reversalOf(paid));
        expect(back?.kind).toBe('remittance_reversal');
        expect(back?.entries).toEqual(there.map((entry) => ({ ...entry, amountCents: cents(-entry.amountCents) })));
      }),
    );
  });
});

test('money that matches no claim, or does not prove, waits in suspense', () => {
  const entries = [
    { account: 'payer_cash', amountCents: 800 },
    { account: 'suspense', amountCents: -800 },
  ];
  expect(postUnmatchedClaim(cents(800))).toEqual({ kind: 'suspense', entries });
  expect(postUnprovenPayment(cents(800))).toEqual({ kind: 'suspense', entries });
  expect(postUnmatchedClaim(cents(0))).toBeNull();
});

test('a provider-level adjustment lowers the cash by its amount; interest has its own account', () => {
  const posted = postProviderAdjustments([providerAdjustment('L6', -250), providerAdjustment('WO', 1_000)]);
  expect(posted?.entries).toEqual([
    { account: 'interest', amountCents: -250 },
    { account: 'payer_offset', amountCents: 1_000 },
    { account: 'payer_cash', amountCents: -750 },
  ]);
  expect(postProviderAdjustments([])).toBeNull();
});

test('whatever a payer adjusts, every posting sums to zero', () => {
  const groups = fc.constantFrom('CO' as const, 'PR' as const, 'OA' as const, 'PI' as const);
  const adjustments = fc.array(
    fc.tuple(groups, fc.constantFrom('45', '1', '3', '50', '253', '97'), fc.integer({ min: -90_000, max: 90_000 })),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.integer({ min: -90_000, max: 90_000 }), adjustments, (paid, given) => {
      const list = given.map(([group, reason, amount]) => adjustment(group, reason, amount));
      const posted = postClaim(remittanceClaim(90_000, paid, { lines: [remittanceLine(90_000, paid, list)] }));
      expect(sumCents((posted?.entries ?? []).map((entry) => entry.amountCents))).toBe(0);
    }),
  );
});
