import { describe, expect, test } from 'vitest';
import { demonstrationPractice } from '../../cli/demonstration/demonstration-practice.js';
import { claimStateQuery } from '../../workflows/messages.js';
import { eventually } from '../support/eventually.js';
import { expectBooksToHold } from '../support/expect-books-to-hold.js';
import type { WorkItemKind } from '../../domain/claim/work-item.js';
import { storyPayers } from '../builders/story-payers.js';
import type { StorySketch } from '../builders/story-visit.js';
import { storyWorld } from '../support/story-world.js';

/** The practice has no profile of its own for patients who pay themselves: the built-in one must do. */
const stories = storyWorld({ payers: storyPayers.filter((payer) => payer.code !== 'self-pay') });
const noConsent = { payer: 'ny-medicaid', telehealthConsent: false } as const;
const reason = 'as the record says';

describe.concurrent('what stops a claim before it is sent', () => {
  test('an edit stops a claim; after a correction it goes on and is paid', async () => {
    const claim = await stories.begin('blocked, corrected', noConsent);
    const item = await claim.parked('scrub_blocked');
    expect(item.cause).toContain('telehealth-consent-missing');
    expect(await claim.received()).toEqual([]);
    expect(await claim.correct({ telehealthConsent: true })).toMatchObject({ kind: 'carried_out' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid', submission_number: 1 });
    expect(await claim.items()).toMatchObject([{ id: item.id, resolution: `correct: ${reason}` }]);
  });

  test('an edit overridden by a person does not stop the claim again', async () => {
    const claim = await stories.begin('blocked, overridden', noConsent);
    await claim.parked('scrub_blocked');
    expect(await claim.command({ kind: 'override', editIds: ['telehealth-consent-mising'], reason })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('no edit has the id telehealth-consent-mising'),
    });
    await claim.command({ kind: 'override', editIds: ['telehealth-consent-missing'], reason });
    expect(await claim.closed()).toMatchObject({
      insurance_outcome: 'paid',
      overridden_edit_ids: ['telehealth-consent-missing'],
    });
  });

  test('a step tried again without a change stops at the same place under a new work item', async () => {
    const claim = await stories.begin('blocked, tried again', noConsent);
    const first = await claim.parked('scrub_blocked');
    await claim.command({ kind: 'retry_step', reason });
    await claim.until('it has stopped again', (row) => row.attention === 'biller');
    const second = await claim.parked('scrub_blocked');
    expect(second.id).not.toBe(first.id);
    await claim.command({ kind: 'void', reason: 'a test patient' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'void' });
    expect(await claim.balances()).toEqual({});
    expect(await claim.received()).toEqual([]);
  });

  test('a diagnosis nobody can code waits for a coder; with the right one the claim is paid', async () => {
    const claim = await stories.begin('coding question', { diagnoses: [{ system: 'snomed-ct', code: '239720000' }] });
    expect(await claim.parked('coding_question')).toMatchObject({ owner: 'coder' });
    await claim.correct({ diagnoses: [{ system: 'icd-10-cm', code: 'I10' }] });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid' });
  });

  test.each([
    ['is not active', 'SIMINA', 'not active'],
    ['is not known to the payer', 'SIMNOT', 'does not know this member'],
  ])('coverage that %s waits for a biller; with the right member id the claim is paid', async (name, member, cause) => {
    const claim = await stories.begin(`coverage ${name}`, { member });
    const item = await claim.parked('coverage_not_active');
    expect(item.cause).toContain(cause);
    await claim.correct({ memberId: `W${member.length}00${name.length}77` });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid' });
  });

  test('coverage that a person vouches for goes on; the payer’s denial then goes to the patient', async () => {
    const claim = await stories.begin('coverage overridden', { member: 'SIMINA', payer: 'unity-care' });
    await claim.parked('coverage_not_active');
    await claim.command({ kind: 'override', editIds: ['eligibility-inactive'], reason });
    const denied = await claim.parked('denied');
    expect(denied.cause).toContain('PR-27');
    await claim.command({ kind: 'bill_patient', reason });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'not_covered', patient_balance: 'open' });
    expect(await claim.balances()).toEqual({ revenue: -17_500, patient_receivable: 17_500 });
  });

  test('a payer nobody knows waits for a biller; with the right payer the claim is paid', async () => {
    const claim = await stories.begin('unknown payer', {
      coverages: [{ rank: 'primary', payerName: 'Nobody Knows', memberId: 'W4711', relationship: 'self' }],
    });
    await claim.parked('payer_unknown');
    expect(await claim.row()).toMatchObject({ payer_code: null });
    await claim.correct({ payerCode: 'summit-health' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid', payer_code: 'summit-health' });
  });

  const nobody = { rank: 'primary', payerName: 'Nobody', memberId: 'W4712', relationship: 'self' } as const;
  const withoutPayer: readonly (readonly [WorkItemKind, StorySketch])[] = [
    ['coverage_not_active', { member: 'SIMINA', payer: 'liberty-advantage' }],
    ['payer_unknown', { coverages: [nobody] }],
  ];
  test.each(withoutPayer)(
    'a visit billed to the patient at %s is coded, charged and theirs to pay',
    async (kind, sketch) => {
      const claim = await stories.begin(`billed before coding, ${kind}`, sketch);
      await claim.parked(kind);
      expect(await claim.command({ kind: 'bill_patient', reason })).toMatchObject({ kind: 'carried_out' });
      expect(await claim.closed()).toMatchObject({
        insurance_outcome: 'not_covered',
        patient_balance: 'open',
        payer_code: 'self-pay',
        patient_responsibility_cents: 17_500,
      });
      expect(await claim.balances()).toEqual({ revenue: -17_500, patient_receivable: 17_500 });
      expect(await claim.received()).toEqual([]);
    },
  );

  test('a line corrected to another code is charged by the fee schedule; a code without a fee is a question', async () => {
    const claim = await stories.begin('corrected code', noConsent);
    await claim.parked('scrub_blocked');
    await claim.correct({ telehealthConsent: true, lines: [{ lineNumber: 1, procedureCode: '99499' }] });
    expect((await claim.parked('coding_question')).cause).toContain('no charge for 99499');
    expect(await claim.command({ kind: 'bill_patient', reason })).toMatchObject({ kind: 'refused' });
    await claim.correct({ lines: [{ lineNumber: 1, procedureCode: '99212' }] });
    const closed = await claim.closed();
    const fee = demonstrationPractice.feeSchedule['99212'];
    expect(closed).toMatchObject({ insurance_outcome: 'paid', charge_cents: fee });
    expect(closed.coded?.lines).toMatchObject([{ procedureCode: '99212', chargeCents: fee }]);
    expect((await claim.balances()).revenue).toBe(-(fee ?? 0));
  });

  test('a visit without insurance becomes the patient’s balance and nothing is sent', async () => {
    const claim = await stories.begin('self-pay', { coverages: [] });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'not_covered', patient_balance: 'open' });
    expect(await claim.balances()).toEqual({ revenue: -17_500, patient_receivable: 17_500 });
    expect(await claim.received()).toEqual([]);
  });

  test('a claim on hold is not sent before it is released', async () => {
    const claim = await stories.begin('held', noConsent);
    await claim.parked('scrub_blocked');
    expect(await claim.command({ kind: 'hold', reason })).toMatchObject({ kind: 'carried_out' });
    expect(await claim.command({ kind: 'hold', reason })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('on hold already'),
    });
    await claim.correct({ telehealthConsent: true });
    await eventually('it waits for its release', async () => {
      return (await claim.handle().query(claimStateQuery)).waitsFor.kind === 'release_of_hold';
    });
    expect(await claim.sendings()).toEqual([]);
    await claim.command({ kind: 'release', reason });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid', on_hold: false });
  });
});

describe.concurrent('what a person may not do', () => {
  test('a command that the work item does not allow is refused at once and leaves no trace', async () => {
    const claim = await stories.begin('refused', noConsent);
    const item = await claim.parked('scrub_blocked');
    const before = await claim.row();
    expect(await claim.command({ kind: 'resubmit', reason })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('this work item allows'),
    });
    expect(await claim.command({ kind: 'release', reason })).toMatchObject({
      kind: 'refused',
      reason: 'the claim is not on hold',
    });
    expect(await claim.command({ kind: 'correct', correctionId: 'cor_none', reason })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('no such correction'),
    });
    expect(await claim.row()).toEqual(before);
    expect((await claim.parked('scrub_blocked')).id).toBe(item.id);
    await claim.command({ kind: 'write_off', reason });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'written_off' });
  });

  test('a command repeated under its update id is carried out once', async () => {
    const claim = await stories.begin('repeated command', noConsent);
    await claim.parked('scrub_blocked');
    const command = { kind: 'hold', reason } as const;
    const answers = await Promise.all([claim.command(command, 'the-same'), claim.command(command, 'the-same')]);
    expect(answers[0]).toEqual(answers[1]);
    expect((await claim.eventKinds()).filter((kind) => kind === 'command_hold')).toHaveLength(1);
    await claim.command({ kind: 'void', reason });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'void' });
  });

  test('a claim that goes on by itself takes no correction, and one that was sent no hold', async () => {
    const claim = await stories.begin('sent');
    const number = (await claim.row()).patient_control_number;
    stories.mail.hold('835', number);
    await claim.until('it is accepted', (row) => row.stage === 'adjudication');
    expect(await claim.command({ kind: 'hold', reason })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('has been sent'),
    });
    expect(await claim.command({ kind: 'write_off', reason })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('goes on by itself'),
    });
    stories.mail.release('835', number);
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid' });
  });
});

test('the books hold after these stories', async () => {
  await expectBooksToHold(stories.world);
});
