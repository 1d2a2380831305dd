import { describe, expect, test } from 'vitest';
import { replaceContractRates } from '../../db/contract-rates.js';
import { cents } from '../../domain/kernel/cents.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { databaseNow } from '../support/practice-database.js';
import { expectBooksToHold } from '../support/expect-books-to-hold.js';
import { historyOf, payloadSizes } from '../support/history.js';
import { storyWorld } from '../support/story-world.js';

const stories = storyWorld();

describe.concurrent('what payers pay', () => {
  test('a clean claim goes from the visit to the closed book by itself', async () => {
    const claim = await stories.begin('clean');
    const closed = await claim.closed();
    expect(closed).toMatchObject({ insurance_outcome: 'paid', attention: 'none', cycle: 1, submission_number: 1 });
    expect(await claim.eventKinds()).toEqual([
      'received',
      'eligibility_begun',
      'coverage_verified',
      'coded',
      'scrubbed',
      'queued',
      'submitted',
      'file_accepted',
      'accepted',
      'remitted',
      'settled',
      'patient_balance_opened',
      'closed',
    ]);
    expect(await claim.items()).toEqual([]);
    expect(await claim.received()).toMatchObject([{ frequency: '1', chargeCents: 17_500, disposition: 'accepted' }]);
  });

  test('a clean paid claim takes at most 45 history events, each payload at most 2 KB', async () => {
    const claim = await stories.begin('small history');
    await claim.closed();
    await claim.handle().result();
    const history = await historyOf(claim);
    expect(history.length).toBeLessThanOrEqual(45);
    expect(Math.max(...payloadSizes(history))).toBeLessThanOrEqual(2_048);
    expect(payloadSizes(history).length).toBeGreaterThan(5);
  });

  test('by contract and 271 the patient’s share is told before the claim is sent, and the remittance comes to it', async () => {
    const rate = { payerCode: 'unity-care', procedureCode: '99213', from: plainDate('2025-01-01') };
    // What this payer allows stays below the charge, so that its copay alone decides.
    const contract = [{ ...rate, allowedCents: cents(9_000) }];
    await stories.world.db.inPractice(stories.world.practiceId, (tx) =>
      replaceContractRates(tx, 'unity-care', contract, { at: databaseNow, by: 'user:test', dryRun: false }),
    );
    const claim = await stories.begin('share told', { payer: 'unity-care' });
    const closed = await claim.closed();
    const scrubbed = (await claim.events()).find(({ kind }) => kind === 'scrubbed');
    expect(scrubbed?.data).toMatchObject({
      patientShare: { shareCents: closed.patient_responsibility_cents, confidence: 'high' },
    });
    expect(closed.patient_responsibility_cents).toBeGreaterThan(0);
  });

  test('what the plan leaves to the patient becomes the patient’s balance', async () => {
    const claim = await stories.begin('deductible', { member: 'SIMDED' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid', patient_balance: 'open' });
    const balances = await claim.balances();
    expect(balances.patient_receivable).toBeGreaterThanOrEqual(6_000);
    expect(balances.insurance_receivable).toBeUndefined();
    expect((await claim.row()).patient_responsibility_cents).toBe(balances.patient_receivable);
  });

  test('what the patient paid at the visit is taken off what they owe', async () => {
    const claim = await stories.begin('copay paid', { member: 'SIMDED', patientPaidCents: 2_000 });
    const closed = await claim.closed();
    const balances = await claim.balances();
    expect(balances.patient_cash).toBe(2_000);
    expect(balances.patient_receivable).toBeGreaterThanOrEqual(4_000);
    expect(closed).toMatchObject({
      insurance_outcome: 'paid',
      patient_balance: 'open',
      patient_responsibility_cents: (balances.patient_receivable ?? 0) + 2_000,
    });
  });

  test('what the patient paid too much is owed back to them', async () => {
    const claim = await stories.begin('paid too much', { patientPaidCents: 17_500 });
    const closed = await claim.closed();
    const balances = await claim.balances();
    expect(closed).toMatchObject({ insurance_outcome: 'paid', patient_balance: 'none' });
    expect(balances.patient_cash).toBe(17_500);
    expect(balances.patient_receivable).toBeUndefined();
    expect(balances.refund_payable).toBe(closed.patient_responsibility_cents - 17_500);
    expect(balances.refund_payable).toBeLessThan(0);
    expect((await claim.events()).find((event) => event.kind === 'patient_credit')?.summary).toContain('refunded');
  });

  test('a patient without insurance who paid at the visit owes nothing more', async () => {
    const claim = await stories.begin('self-pay, paid', { coverages: [], patientPaidCents: 17_500 });
    expect(await claim.closed()).toMatchObject({
      insurance_outcome: 'not_covered',
      patient_balance: 'settled',
      patient_responsibility_cents: 17_500,
    });
    expect(await claim.balances()).toEqual({ revenue: -17_500, patient_cash: 17_500 });
  });

  test('a remittance delivered two times is posted one time', async () => {
    const claim = await stories.begin('paid twice', { member: 'SIMDUP', payer: 'unity-care' });
    const { paid_cents } = await claim.closed();
    await stories.filesBecome('835', 'duplicate', 1);
    expect((await claim.balances()).payer_cash).toBe(paid_cents);
    expect((await claim.eventKinds()).filter((kind) => kind === 'remitted')).toHaveLength(1);
  });

  test('a remittance that overtakes the acknowledgement closes the claim; the late acceptance is only noted', async () => {
    const claim = await stories.begin('paid early', { member: 'SIMEAR', payer: 'liberty-advantage' });
    const number = (await claim.row()).patient_control_number;
    stories.mail.hold('277', number);
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid' });
    stories.mail.release('277', number);
    await claim.until('the late acceptance is on record', (row) => row.event_count >= 13);
    const kinds = await claim.eventKinds();
    expect(kinds.slice(kinds.indexOf('remitted'))).toEqual([
      'remitted',
      'settled',
      'patient_balance_opened',
      'closed',
      'accepted',
    ]);
    expect(await claim.row()).toMatchObject({ stage: 'closed', insurance_outcome: 'paid' });
    expect(await claim.items()).toEqual([]);
  });
});

test('the books hold after these stories', async () => {
  await expectBooksToHold(stories.world);
});
