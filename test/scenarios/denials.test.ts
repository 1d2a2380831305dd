import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '../../db/sql.js';
import { expectBooksToHold } from '../support/expect-books-to-hold.js';
import { storyWorld } from '../support/story-world.js';

const stories = storyWorld();
const chargeCents = 17_500;

describe.concurrent('what payers deny', () => {
  test('a wrong modifier is put right by rule, sent as a replacement and paid', async () => {
    const claim = await stories.begin('wrong modifier', {
      payer: 'il-medicaid',
      patientLocation: { setting: 'home', state: 'IL' },
    });
    const closed = await claim.closed();
    expect(closed).toMatchObject({ insurance_outcome: 'paid', cycle: 2, submission_number: 2 });
    expect(closed.coded?.lines[0]?.modifiers).toEqual(['GT']);
    expect(await claim.sendings()).toMatchObject([{ frequency_code: '1' }, { frequency_code: '7' }]);
    expect(await claim.received()).toMatchObject([{ frequency: '1' }, { frequency: '7' }]);
    expect((await claim.eventKinds()).filter((kind) => kind === 'corrected')).toHaveLength(1);
    expect(await claim.items()).toEqual([]);
    const corrected = closed.coded?.lines[0]?.procedureCode;
    const corrections = await stories.world.db.read(stories.world.practiceId, (query) =>
      query.rows(z.unknown(), sql`select data from claim_corrections where claim_id = ${claim.id}`),
    );
    expect(corrections).toEqual([
      { data: { lines: [{ lineNumber: 1, forProcedureCode: corrected, modifiers: ['GT'] }] } },
    ]);
  });

  test('a wrong place of service is put right by rule and paid', async () => {
    const claim = await stories.begin('wrong place', { payer: 'cobalt-mutual' });
    const closed = await claim.closed();
    expect(closed).toMatchObject({ insurance_outcome: 'paid', cycle: 2 });
    expect(closed.coded?.placeOfService).toBe('02');
    expect(await claim.items()).toEqual([]);
  });

  test('a denial waits for a person with its cause; written off, it closes and the book shows it', async () => {
    const claim = await stories.begin('denied, written off', { member: 'SIMDEN' });
    const item = await claim.parked('denied');
    expect(item.cause).toContain('CO-50');
    expect(item.findings.map(({ code }) => code)).toContain('contract-bars-billing-patient');
    expect(await claim.row()).toMatchObject({
      insurance_outcome: 'denied',
      attention: 'biller',
      stage: 'adjudication',
    });
    expect(await claim.balances()).toMatchObject({ insurance_receivable: chargeCents });
    expect(await claim.command({ kind: 'write_off', reason: 'not worth an appeal' })).toMatchObject({
      kind: 'carried_out',
    });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'written_off', attention: 'none' });
    expect(await claim.balances()).toEqual({ revenue: -chargeCents, write_off: chargeCents });
    expect(await claim.items()).toMatchObject([
      { resolved_by: 'user:biller', resolution: 'write_off: not worth an appeal' },
    ]);
  });

  test('a denial can be billed to the patient', async () => {
    const claim = await stories.begin('denied, billed', { member: 'SIMDEN', payer: 'unity-care' });
    await claim.parked('denied');
    await claim.command({ kind: 'bill_patient', reason: 'the patient agreed in advance' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'not_covered', patient_balance: 'open' });
    expect(await claim.balances()).toEqual({ revenue: -chargeCents, patient_receivable: chargeCents });
  });

  test('a denial sent again goes out once more as a replacement; denied again it can be voided', async () => {
    const claim = await stories.begin('denied, resubmitted', { member: 'SIMDEN', payer: 'liberty-advantage' });
    const first = await claim.parked('denied');
    await claim.command({ kind: 'resubmit', reason: 'the payer asked for it' });
    await claim.until('the second denial is there', (row) => row.cycle === 2 && row.attention !== 'none');
    const second = await claim.parked('denied');
    expect(second.id).not.toBe(first.id);
    expect(await claim.received()).toMatchObject([{ frequency: '1' }, { frequency: '7' }]);
    await claim.command({ kind: 'void', reason: 'billed in error' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'void' });
    expect(await claim.balances()).toEqual({});
  });

  test('a line denied beside a paid one leaves its money open until a person decides; paid money can not be voided', async () => {
    const claim = await stories.begin('partly denied', {
      member: 'SIMPAR',
      procedures: [{ code: '99214' }, { code: '90833' }],
      medicalDecisionMaking: 'moderate',
      totalMinutes: 55,
      diagnoses: [{ system: 'icd-10-cm', code: 'F41.1' }],
    });
    const item = await claim.parked('denied');
    expect(item.cause).toContain('CO-97');
    const parked = await claim.row();
    expect(parked).toMatchObject({ insurance_outcome: 'partially_paid' });
    expect(parked.paid_cents).toBeGreaterThan(0);
    // What is asked of a person is what is open, not what was charged.
    expect(item.amount_cents).toBe((await claim.balances()).insurance_receivable);
    expect(item.amount_cents).toBeLessThan(parked.charge_cents);
    const refusal = await claim.command({ kind: 'void', reason: 'billed in error' });
    expect(refusal).toMatchObject({ kind: 'refused', reason: expect.stringContaining('paid') });
    expect((await claim.parked('denied')).id).toBe(item.id);
    await claim.command({ kind: 'write_off', reason: 'bundled by contract' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'written_off', paid_cents: parked.paid_cents });
    expect((await claim.balances()).write_off).toBeGreaterThan(0);
  });
});

test('the books hold after these stories', async () => {
  await expectBooksToHold(stories.world);
});
