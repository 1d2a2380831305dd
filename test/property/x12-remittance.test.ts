import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, negateCents, sumCents } from '../../domain/kernel/cents.js';
import { proveBalance } from '../../domain/x12/835/prove-balance.js';
import { readRemittanceAdvice } from '../../domain/x12/835/read-remittance-advice.js';
import type { ClaimAdjustment, RemittanceClaim } from '../../domain/x12/835/remittance-advice.js';
import { writeRemittanceAdvice } from '../../domain/x12/835/write-remittance-advice.js';
import { balancedRemittanceAdvices, remittanceAdvices } from '../builders/remittance-advices.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import { onlyTransactionSet } from '../support/x12-sample.js';

test('an advice written and read back is the same advice, with nothing to find', () => {
  fc.assert(
    fc.property(remittanceAdvices, (written) => {
      const set = onlyTransactionSet(writeRemittanceAdvice(written, testEnvelope));
      const { value, findings } = readRemittanceAdvice(set);
      expect({ value, findings }).toEqual({ value: written, findings: [] });
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('an advice made to balance balances, and one cent on the payment breaks only the equation of the transaction', () => {
  fc.assert(
    fc.property(balancedRemittanceAdvices, (balanced) => {
      expect(proveBalance(balanced).failed).toEqual([]);
      const { payment } = balanced;
      const off = { ...balanced, payment: { ...payment, amountCents: sumCents([payment.amountCents, cents(1)]) } };
      expect(proveBalance(off).failed.map(({ kind, differenceCents }) => [kind, differenceCents])).toEqual([
        ['transaction-paid', 1],
      ]);
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('the reversal of a balanced advice balances', () => {
  const reverse = (reasons: readonly ClaimAdjustment[]): ClaimAdjustment[] =>
    reasons.map((reason) => ({ ...reason, amountCents: negateCents(reason.amountCents) }));
  fc.assert(
    fc.property(balancedRemittanceAdvices, (balanced) => {
      const claims = balanced.claims.map(
        (one): RemittanceClaim => ({
          ...one,
          statusCode: '22',
          chargeCents: negateCents(one.chargeCents),
          paidCents: negateCents(one.paidCents),
          adjustments: reverse(one.adjustments),
          lines: one.lines.map((part) => ({
            ...part,
            chargeCents: negateCents(part.chargeCents),
            paidCents: negateCents(part.paidCents),
            adjustments: reverse(part.adjustments),
          })),
        }),
      );
      const paid = sumCents(claims.map((one) => one.paidCents));
      const reversed = {
        ...balanced,
        claims,
        providerAdjustments: [],
        payment: { ...balanced.payment, amountCents: paid },
      };
      expect(proveBalance(reversed).failed).toEqual([]);
    }),
    { numRuns: 50 },
  );
}, 60_000);
