import { expect, test } from 'vitest';
import { newId } from '../../db/new-id.js';
import { storeInboundFile } from '../../db/inbound-files.js';
import { insertRemittance, markRemittancePosted, type RemittanceInput } from '../../db/remittances.js';
import { cents } from '../../domain/kernel/cents.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { databaseNow, practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();

async function remittance(
  overrides: Partial<RemittanceInput> = {},
): Promise<{ id: string; taken: 'kept' | 'repeated' | 'same' }> {
  const inboundFileId = newId('inboundFile');
  const id = newId('remittance');
  const taken = await house.db.inPractice(house.practiceId, async (tx) => {
    await storeInboundFile(tx, { id: inboundFileId, name: `${id}.835`, content: Buffer.from(id), at: databaseNow });
    return insertRemittance(tx, {
      id,
      inboundFileId,
      ordinal: 1,
      contentSha256: id,
      payerName: 'PAYER',
      payerCode: null,
      traceNumber: 'EFT1',
      originatorId: '1123456789',
      paymentCents: cents(10_000),
      paymentDate: plainDate('2026-03-20'),
      state: 'proved',
      proof: {},
      ...overrides,
    });
  });
  return { id, taken };
}

function rest(id: string, posted: number, suspense: number, provider: number): Promise<void> {
  return house.db.inPractice(house.practiceId, (tx) =>
    markRemittancePosted(tx, id, {
      state: 'posted',
      postedClaimsCents: cents(posted),
      suspenseCents: cents(suspense),
      providerAdjustmentCents: cents(provider),
      at: databaseNow,
    }),
  );
}

test('a payment whose parts are not the whole can not be called posted', async () => {
  const { id } = await remittance({ traceNumber: 'EFT6' });
  await expect(rest(id, 9_000, 900, 0)).rejects.toThrow('remittances_check');
  await expect(rest(id, 9_000, 2_000, 999)).rejects.toThrow('remittances_check');
  await rest(id, 9_000, 2_000, 1_000);
});

test('the same 835 is kept once, whatever file it comes in', async () => {
  expect(await remittance({ contentSha256: 'the same', traceNumber: 'EFT7' })).toMatchObject({ taken: 'kept' });
  expect(await remittance({ contentSha256: 'the same', traceNumber: 'EFT7' })).toMatchObject({ taken: 'same' });
});

test('an 835 with other content under a trace number that is here is kept as repeated and never waits to be posted', async () => {
  expect(await remittance({ contentSha256: 'a', traceNumber: 'EFT8' })).toMatchObject({ taken: 'kept' });
  const { id, taken } = await remittance({ contentSha256: 'b', traceNumber: 'EFT8' });
  expect(taken).toBe('repeated');
  expect(await house.asOwner('select state from remittances where id = $1', [id])).toEqual([{ state: 'repeated' }]);
  expect(await remittance({ contentSha256: 'b', traceNumber: 'EFT8' })).toMatchObject({ taken: 'same' });
});

test('another payer’s payment may have the same trace number, and one without a trace number repeats none', async () => {
  expect(await remittance({ traceNumber: 'EFT9' })).toMatchObject({ taken: 'kept' });
  expect(await remittance({ traceNumber: 'EFT9', originatorId: '1999999999' })).toMatchObject({ taken: 'kept' });
  expect(await remittance({ traceNumber: '' })).toMatchObject({ taken: 'kept' });
  expect(await remittance({ traceNumber: '' })).toMatchObject({ taken: 'kept' });
});

test('of two renderings of one payment read at the same moment only one is to be posted', async () => {
  const both = await Promise.all([remittance({ traceNumber: 'EFT10' }), remittance({ traceNumber: 'EFT10' })]);
  expect(both.map(({ taken }) => taken).toSorted()).toEqual(['kept', 'repeated']);
});
