import { expect, test } from 'vitest';
import { claimBalance, type PostingInput, postToLedger } from '../../db/ledger.js';
import { cents } from '../../domain/kernel/cents.js';
import { transfer } from '../../domain/ledger/ledger-transaction.js';
import { databaseNow, practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();

function posting(claimId: string, key: string, amount = 12_500): PostingInput {
  return {
    transaction: transfer('charge', { debit: 'insurance_receivable', credit: 'revenue', amountCents: cents(amount) }),
    key,
    claimId,
    source: `claim:${claimId}`,
    actor: 'system:test',
    at: databaseNow,
  };
}

const post = (...postings: PostingInput[]) => house.db.inPractice(house.practiceId, (tx) => postToLedger(tx, postings));
const receivable = (claimId: string) =>
  house.db.inPractice(house.practiceId, (tx) => claimBalance(tx, claimId, 'insurance_receivable'));

test('a movement posted again under its key, or two times at once, is in the book once', async () => {
  const claimId = await house.claim('posted again');
  await Promise.all([post(posting(claimId, 'same')), post(posting(claimId, 'same')), post(posting(claimId, 'same'))]);
  await post(posting(claimId, 'same'));
  expect(await receivable(claimId)).toBe(12_500);
});

test('a batch posts what is new and leaves what is there', async () => {
  const claimId = await house.claim('batch');
  await post(posting(claimId, 'batch:1', 100));
  await post(posting(claimId, 'batch:1', 100), posting(claimId, 'batch:2', 20), posting(claimId, 'batch:3', 3));
  expect(await receivable(claimId)).toBe(123);
});

test('an account without a movement stands at zero', async () => {
  expect(await receivable(await house.claim('untouched'))).toBe(0);
});

test('a transaction that does not sum to zero does not commit', async () => {
  const claimId = await house.claim('unbalanced');
  const unbalanced = {
    ...posting(claimId, 'off'),
    transaction: {
      kind: 'charge' as const,
      entries: [
        { account: 'insurance_receivable' as const, amountCents: cents(500) },
        { account: 'revenue' as const, amountCents: cents(-499) },
      ],
    },
  };
  await expect(post(posting(claimId, 'good'), unbalanced)).rejects.toThrow('is off by 1 cents');
  expect(await receivable(claimId)).toBe(0);
});

test('an account that is not of the book is refused', async () => {
  const insert = house.asOwner(
    `insert into ledger_entries (transaction_id, line, practice_id, account, amount_cents) values ('none', 1, $1, 'petty_cash', 1)`,
    [house.practiceId],
  );
  await expect(insert).rejects.toThrow('ledger_entries_account_check');
});

test.each(['ledger_transactions', 'ledger_entries', 'claim_events'])(
  '%s can be changed or deleted by nobody',
  async (table) => {
    const claimId = await house.claim(`append-only ${table}`);
    await post(posting(claimId, `append-only ${table}`));
    await expect(
      house.asOwner(`update ${table} set practice_id = practice_id where claim_id = $1`, [claimId]),
    ).rejects.toThrow('append-only');
    await expect(house.asOwner(`delete from ${table} where claim_id = $1`, [claimId])).rejects.toThrow('append-only');
  },
);
