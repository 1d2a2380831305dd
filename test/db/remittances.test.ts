import { expect, test } from 'vitest';
import { newId } from '../../db/new-id.js';
import { storeInboundFile } from '../../db/inbound-files.js';
import { insertRemittance, markRemittancePosted, type RemittanceInput } from '../../db/remittances.js';
import { cents } from '../../domain/kernel/cents.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { databaseNow, practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();

async function remittance(overrides: Partial<RemittanceInput> = {}): Promise<{ id: string; inserted: boolean }> {
  const inboundFileId = newId('inboundFile');
  const id = newId('remittance');
  const inserted = await house.db.inPractice(house.practiceId, async (tx) => {
    await storeInboundFile(tx, { id: inboundFileId, name: `${id}.835`, content: Buffer.from(id), at: databaseNow });
    return insertRemittance(tx, {
      id,
      inboundFileId,
      ordinal: 1,
      contentSha256: id,
      payerName: 'PAYER',
      traceNumber: 'EFT1',
      originatorId: '1123456789',
      paymentCents: cents(10_000),
      paymentDate: plainDate('2026-03-20'),
      state: 'proved',
      proof: {},
      ...overrides,
    });
  });
  return { id, inserted };
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
  const { id } = await remittance();
  await expect(rest(id, 9_000, 900, 0)).rejects.toThrow('remittances_check');
  await expect(rest(id, 9_000, 2_000, 999)).rejects.toThrow('remittances_check');
  await rest(id, 9_000, 2_000, 1_000);
});

test('the same 835 is kept once, whatever file it comes in', async () => {
  expect(await remittance({ contentSha256: 'the same', traceNumber: 'EFT7' })).toMatchObject({ inserted: true });
  expect(await remittance({ contentSha256: 'the same', traceNumber: 'EFT7' })).toMatchObject({ inserted: false });
});

test('two payments with one trace number but other content are both kept', async () => {
  expect(await remittance({ contentSha256: 'a', traceNumber: 'EFT8' })).toMatchObject({ inserted: true });
  expect(await remittance({ contentSha256: 'b', traceNumber: 'EFT8' })).toMatchObject({ inserted: true });
});
