import { expect, test } from 'vitest';
import { cents } from '../../../domain/kernel/cents.js';
import { ledgerTransaction, transfer } from '../../../domain/ledger/ledger-transaction.js';

test('a transfer debits one account and credits the other', () => {
  const moved = transfer('write_off', { debit: 'write_off', credit: 'insurance_receivable', amountCents: cents(700) });
  expect(moved.entries).toEqual([
    { account: 'write_off', amountCents: 700 },
    { account: 'insurance_receivable', amountCents: -700 },
  ]);
});

test('entries that do not sum to zero make no transaction', () => {
  const entries = [
    { account: 'payer_cash', amountCents: cents(500) },
    { account: 'insurance_receivable', amountCents: cents(-499) },
  ] as const;
  expect(() => ledgerTransaction('remittance_payment', entries)).toThrow('off by 1 cents');
});

test('an account that does not move has no entry', () => {
  const nothing = transfer('charge', { debit: 'insurance_receivable', credit: 'revenue', amountCents: cents(0) });
  expect(nothing.entries).toEqual([]);
});
