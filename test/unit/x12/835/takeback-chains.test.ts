import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairReversals } from '../../../../domain/x12/835/pair-reversals.js';
import { takebackChains } from '../../../../domain/x12/835/takeback-chains.js';
import { providerAdjustment, remittanceAdvice, remittanceClaim } from '../../../builders/x12-remittance.js';

const chainsOf = (...advices: readonly (readonly ReturnType<typeof providerAdjustment>[])[]) =>
  takebackChains(advices.map((adjustments) => remittanceAdvice([], adjustments))).map(
    ({ reference, state, outstandingCents, entries }) => [reference, state, outstandingCents, entries.length],
  );

describe('takebacks of one reference', () => {
  test('moved out of a payment stay outstanding until a later payment is lowered', () => {
    const deferred = [providerAdjustment('WO', -3_750)];
    expect(chainsOf(deferred)).toEqual([['ICN1', 'outstanding', 3_750, 1]]);
    expect(chainsOf(deferred, [providerAdjustment('WO', 3_750)])).toEqual([['ICN1', 'settled', 0, 2]]);
    expect(chainsOf(deferred, [providerAdjustment('WO', 1_000)])).toEqual([['ICN1', 'outstanding', 2_750, 2]]);
  });

  test('may be forwarded as a balance and recovered as an overpayment', () => {
    const chain = chainsOf([providerAdjustment('FB', -5_000)], [], [providerAdjustment('WO', 5_000)]);
    expect(chain).toEqual([['ICN1', 'settled', 0, 2]]);
  });

  test('are settled by a refund that is acknowledged beside their recovery', () => {
    const cleared = [providerAdjustment('WO', 4_000), providerAdjustment('72', -4_000)];
    expect(chainsOf(cleared)).toEqual([['ICN1', 'settled', 0, 2]]);
    expect(chainsOf([providerAdjustment('WO', -4_000)], cleared)).toEqual([['ICN1', 'settled', 0, 3]]);
    expect(chainsOf([providerAdjustment('72', -4_000)])).toEqual([['ICN1', 'refund-without-recovery', 0, 1]]);
  });

  test('that were never moved out are told from those that were', () => {
    expect(chainsOf([providerAdjustment('WO', 4_000)])).toEqual([['ICN1', 'taken-without-deferral', 0, 1]]);
  });

  test('are told apart by provider and reference, however the reference is spaced and cased', () => {
    const advices = [[providerAdjustment('WO', -1_000, 'icn 1')], [providerAdjustment('WO', 1_000, 'ICN1')]];
    expect(chainsOf(...advices, [providerAdjustment('WO', -2_000, 'ICN2')])).toEqual([
      ['ICN1', 'settled', 0, 2],
      ['ICN2', 'outstanding', 2_000, 1],
    ]);
  });

  test('without a reference belong to nothing', () => {
    const { reference: _, ...nameless } = providerAdjustment('WO', -1_000);
    expect(chainsOf([nameless], [{ ...nameless, amountCents: providerAdjustment('WO', 1_000).amountCents }])).toEqual([
      [undefined, 'outstanding', 1_000, 1],
      [undefined, 'taken-without-deferral', 0, 1],
    ]);
  });

  test('other provider adjustments are none', () => {
    expect(chainsOf([providerAdjustment('L6', -42), providerAdjustment('CS', 100)])).toEqual([]);
  });

  test('lose no cent: what is moved out is taken, or outstanding, whatever the order of the remittances', () => {
    const amounts = fc.array(fc.integer({ min: -9_999, max: 9_999 }), { maxLength: 12 });
    fc.assert(
      fc.property(amounts, (list) => {
        const [chain] = takebackChains(list.map((amount) => remittanceAdvice([], [providerAdjustment('WO', amount)])));
        if (chain === undefined) return list.length === 0;
        const sum = list.reduce((total, amount) => total + amount, 0);
        return chain.takenCents - chain.deferredCents === sum && chain.outstandingCents === Math.max(-sum, 0);
      }),
    );
  });
});

describe('a reversal', () => {
  const original = remittanceClaim(10_000, 8_000);
  const back = remittanceClaim(-10_000, -8_000, { statusCode: '22' });
  const correction = remittanceClaim(10_000, 5_000, { payerClaimControlNumber: 'ICN2' });
  const other = remittanceClaim(9_000, 9_000, { patientControlNumber: 'OTHER' });

  test('goes with its original and its correction, and says what both move', () => {
    expect(pairReversals([original, other, back, other, correction])).toEqual([
      { reversalIndex: 2, originalIndex: 0, correctionIndex: 4, netCents: -3_000 },
    ]);
  });

  test('stands alone when both came in other remittances', () => {
    expect(pairReversals([other, back])).toEqual([{ reversalIndex: 1, netCents: -8_000 }]);
  });

  test('of a payer’s other claim number takes back nothing of this one', () => {
    const another = remittanceClaim(-10_000, -8_000, { statusCode: '22', payerClaimControlNumber: 'ICN7' });
    expect(pairReversals([original, another])).toEqual([{ reversalIndex: 1, netCents: -8_000 }]);
  });

  test('and another of the same claim each have a correction of their own', () => {
    expect(pairReversals([back, correction, back, correction]).map((pair) => pair.correctionIndex)).toEqual([1, 3]);
  });
});
