import { expect, test } from 'vitest';
import { savePayerVersion } from '../../db/payer-profiles.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { storyPayers } from '../builders/story-payers.js';
import { expectBooksToHold } from '../support/expect-books-to-hold.js';
import { storyWorld } from '../support/story-world.js';

/** The policy ends under claims that are with their payer: no version covers their date of service any more. */
const stories = storyWorld();
const reason = 'as the record says';

function save(code: string, span: { readonly effectiveFrom?: string; readonly effectiveTo?: string }) {
  const profile = storyPayers.find((payer) => payer.code === code);
  if (profile === undefined) throw new Error(`no payer ${code}`);
  const { db, practiceId, deps } = stories.world;
  const { effectiveFrom, effectiveTo } = span;
  const version = {
    ...profile,
    ...(effectiveFrom === undefined ? {} : { effectiveFrom: plainDate(effectiveFrom) }),
    ...(effectiveTo === undefined ? {} : { effectiveTo: plainDate(effectiveTo) }),
  };
  const by = { actor: 'user:manager', at: deps.clock.now() };
  return db.inPractice(practiceId, (tx) => savePayerVersion(tx, version, by));
}

const end = (code: string) => save(code, { effectiveTo: '2025-12-31' });

test('a denial by a payer without a version in force waits for a biller; with one loaded the same decision is judged', async () => {
  const claim = await stories.begin('denied, payer ended', { member: 'SIMDEN', payer: 'unity-care' });
  const number = (await claim.row()).patient_control_number;
  stories.mail.hold('835', number);
  await claim.until('the payer has accepted it', ({ stage }) => stage === 'adjudication');
  await end('unity-care');
  stories.mail.release('835', number);

  const item = await claim.parked('payer_unknown');
  expect(item).toMatchObject({ owner: 'biller', cause: expect.stringContaining('No version of the payer profile') });
  expect(await claim.row()).toMatchObject({ stage: 'adjudication' });
  expect((await claim.eventKinds()).filter((kind) => kind === 'remitted')).toHaveLength(1);

  await claim.command({ kind: 'retry_step', reason });
  await claim.until('it has been judged anew', async () => (await claim.items()).length === 2);
  const again = await claim.parked('payer_unknown');
  expect(again.id).not.toBe(item.id);

  await save('unity-care', { effectiveFrom: '2026-01-01' });
  await claim.command({ kind: 'retry_step', reason: 'the profile is there again' });
  await claim.parked('denied');
  await claim.command({ kind: 'write_off', reason });
  expect(await claim.closed()).toMatchObject({ insurance_outcome: 'written_off' });
});

test('what a payer without a version in force has paid is settled', async () => {
  const claim = await stories.begin('paid, payer ended', { payer: 'liberty-advantage' });
  const number = (await claim.row()).patient_control_number;
  stories.mail.hold('835', number);
  await claim.until('the payer has accepted it', ({ stage }) => stage === 'adjudication');
  await end('liberty-advantage');
  stories.mail.release('835', number);
  expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid' });
  expect(await claim.items()).toEqual([]);
});

test('the books hold after these stories', async () => {
  await expectBooksToHold(stories.world);
});
