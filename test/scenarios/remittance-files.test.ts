import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createPostRemittance } from '../../activities/post-remittance.js';
import { sql } from '../../db/sql.js';
import { decision, remittanceFile, reversalOf } from '../builders/story-remittance.js';
import { adjustment, providerAdjustment } from '../builders/x12-remittance.js';
import { eventually } from '../support/eventually.js';
import { expectBooksToHold } from '../support/expect-books-to-hold.js';
import { simulatorDesk } from '../support/simulator-desk.js';
import type { StoryClaim } from '../support/story-claim.js';
import { storyWorld } from '../support/story-world.js';

const stories = storyWorld();
const chargeCents = 17_500;

/** Puts a file into the mailbox as if the clearinghouse had. */
function drop(name: string, content: string): void {
  writeFileSync(join(stories.world.mailboxFolder, 'outbound', name), content);
}

const remittanceSchema = z.object({
  id: z.string(),
  state: z.string(),
  payment_cents: z.int(),
  posted_claims_cents: z.int(),
  suspense_cents: z.int(),
  provider_adjustment_cents: z.int(),
});

/** The remittance with this trace number, once it has come to rest. */
function restingRemittance(traceNumber: string): Promise<z.infer<typeof remittanceSchema>> {
  return remittanceIn(traceNumber, 'posted', 'suspense');
}

function remittanceIn(traceNumber: string, ...states: readonly string[]): Promise<z.infer<typeof remittanceSchema>> {
  const { db, practiceId } = stories.world;
  return eventually(
    `remittance ${traceNumber} is ${states.join(' or ')}`,
    async () => {
      const row = await db.read(practiceId, (query) =>
        query.maybeOne(
          remittanceSchema,
          sql`select id, state, payment_cents, posted_claims_cents, suspense_cents, provider_adjustment_cents
            from remittances where trace_number = ${traceNumber} and state = any(${states})`,
        ),
      );
      return row ?? undefined;
    },
    60_000,
  );
}

const itemSchema = z.object({ kind: z.string(), cause: z.string(), amount_cents: z.int() });

function itemsOf(column: 'remittance' | 'file', id: string): Promise<z.infer<typeof itemSchema>[]> {
  const about = column === 'remittance' ? sql`remittance_id = ${id}` : sql`inbound_file_id = ${id}`;
  return stories.world.db.read(stories.world.practiceId, (query) =>
    query.rows(itemSchema, sql`select kind, cause, amount_cents from work_items where ${about} order by id`),
  );
}

const fileSchema = z.object({ id: z.string(), state: z.string() });

/** A file of the mailbox, once it was read. */
function readFile(name: string): Promise<z.infer<typeof fileSchema>> {
  return eventually(
    `file ${name} was read`,
    async () => {
      const row = await stories.world.db.read(stories.world.practiceId, (query) =>
        query.maybeOne(fileSchema, sql`select id, state from inbound_files where name = ${name} and state <> 'stored'`),
      );
      return row ?? undefined;
    },
    60_000,
  );
}

/** A claim that was sent to a payer who says nothing by itself: what the story drops is all that comes. */
async function awaitingMoney(name: string): Promise<{ claim: StoryClaim; number: string }> {
  const claim = await stories.begin(name, { member: 'SIMSIL' });
  await claim.until('the clearinghouse has it', async () => (await claim.eventKinds()).includes('file_accepted'));
  return { claim, number: (await claim.row()).patient_control_number };
}

/** A claim of two lines, one paid and one denied, that waits for a biller. */
async function partlyPaid(name: string): Promise<{ claim: StoryClaim; number: string }> {
  const claim = await stories.begin(name, {
    member: 'SIMPAR',
    procedures: [{ code: '99214' }, { code: '90833' }],
    medicalDecisionMaking: 'moderate',
    totalMinutes: 55,
    diagnoses: [{ system: 'icd-10-cm', code: 'F41.1' }],
  });
  await claim.parked('denied');
  return { claim, number: (await claim.row()).patient_control_number };
}

describe.concurrent('what an 835 can bring', () => {
  test('a remittance that does not balance goes to suspense whole, and its claims stay as they were', async () => {
    const { claim, number } = await awaitingMoney('unbalanced');
    const before = await claim.row();
    const paid = decision({ patientControlNumber: number, chargeCents, paidCents: 6_000 });
    drop('unbalanced.835', remittanceFile('UNBALANCED', [paid], { amountCents: 6_001 }));
    const remittance = await restingRemittance('UNBALANCED');
    expect(remittance).toMatchObject({ state: 'suspense', suspense_cents: 6_001, posted_claims_cents: 0 });
    expect(await itemsOf('remittance', remittance.id)).toMatchObject([
      { kind: 'remittance_out_of_balance', amount_cents: 6_001 },
    ]);
    expect(await claim.row()).toEqual(before);
    drop('balanced.835', remittanceFile('BALANCED', [paid]));
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid', paid_cents: 6_000 });
  });

  test('money for a claim that is not ours waits in suspense; the claims beside it are posted', async () => {
    const { claim, number } = await awaitingMoney('unmatched');
    const ours = decision({ patientControlNumber: number, chargeCents, paidCents: 7_000 });
    const theirs = decision({
      patientControlNumber: 'SOMEBODYELSE',
      chargeCents: 9_000,
      paidCents: 4_000,
      payerClaimControlNumber: 'THEIRS1',
    });
    drop('unmatched.835', remittanceFile('UNMATCHED', [ours, theirs]));
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid', paid_cents: 7_000 });
    const remittance = await restingRemittance('UNMATCHED');
    expect(remittance).toMatchObject({ state: 'posted', posted_claims_cents: 7_000, suspense_cents: 4_000 });
    expect(await itemsOf('remittance', remittance.id)).toMatchObject([
      { kind: 'remittance_unmatched', amount_cents: 4_000 },
    ]);
  });

  test('interest and a recovery between payments stand in their own accounts', async () => {
    const { claim, number } = await awaitingMoney('provider level');
    const paid = decision({ patientControlNumber: number, chargeCents, paidCents: 7_000 });
    const beside = [providerAdjustment('L6', -250), providerAdjustment('WO', 1_000)];
    drop('provider.835', remittanceFile('PROVIDER', [paid], { providerAdjustments: beside }));
    expect(await claim.closed()).toMatchObject({ paid_cents: 7_000 });
    expect(await restingRemittance('PROVIDER')).toMatchObject({ payment_cents: 6_250, provider_adjustment_cents: 750 });
    expect((await claim.balances()).payer_cash).toBe(7_000);
  });

  test('what is neither paid, adjusted nor the patient’s waits for a person', async () => {
    const { claim, number } = await awaitingMoney('residual');
    const odd = decision({
      patientControlNumber: number,
      chargeCents,
      paidCents: 7_000,
      adjustments: [adjustment('OA', '94', 500)],
    });
    drop('residual.835', remittanceFile('RESIDUAL', [odd]));
    expect((await claim.parked('residual_balance')).cause).toContain('$5.00');
    await claim.command({ kind: 'write_off', reason: 'too small to chase' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'written_off', paid_cents: 7_000 });
    expect(await claim.balances()).toMatchObject({ write_off: 500 });
  });

  test('a decision taken back without a new one makes the claim open again for a person', async () => {
    const { claim, number } = await partlyPaid('taken back');
    const { charge_cents, paid_cents, adjusted_cents, patient_responsibility_cents } = await claim.row();
    const denied = charge_cents - paid_cents - adjusted_cents - patient_responsibility_cents;
    const first = decision({
      patientControlNumber: number,
      chargeCents: charge_cents,
      paidCents: paid_cents,
      adjustments: [adjustment('PR', '3', patient_responsibility_cents), adjustment('CO', '97', denied)],
    });
    const recovery = [providerAdjustment('WO', -paid_cents)];
    drop('taken-back.835', remittanceFile('TAKENBACK', [reversalOf(first)], { providerAdjustments: recovery }));
    await claim.until('the reversal is in the books', (row) => row.paid_cents === 0);
    await claim.parked('payer_took_back');
    expect(await claim.balances()).toEqual({ insurance_receivable: charge_cents, revenue: -charge_cents });
    await claim.command({ kind: 'bill_patient', reason: 'the patient knows' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'not_covered' });
  });

  test('a decision taken back and made anew settles the claim by the new one', async () => {
    const { claim, number } = await partlyPaid('corrected by the payer');
    const { charge_cents, paid_cents, adjusted_cents, patient_responsibility_cents } = await claim.row();
    const denied = charge_cents - paid_cents - adjusted_cents - patient_responsibility_cents;
    const share = adjustment('PR', '3', patient_responsibility_cents);
    const before = decision({
      patientControlNumber: number,
      chargeCents: charge_cents,
      paidCents: paid_cents,
      adjustments: [share, adjustment('CO', '97', denied)],
    });
    const after = decision({
      patientControlNumber: number,
      chargeCents: charge_cents,
      paidCents: paid_cents + 2_000,
      adjustments: [share],
    });
    drop('corrected.835', remittanceFile('CORRECTED', [reversalOf(before), after]));
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid', paid_cents: paid_cents + 2_000 });
    expect(await claim.items()).toMatchObject([{ kind: 'denied', resolved_by: 'system:inbox' }]);
  });

  test('a remittance for a closed claim is posted and shown to a person', async () => {
    const claim = await stories.begin('late');
    const closed = await claim.closed();
    const { patient_control_number: number, paid_cents, patient_responsibility_cents } = closed;
    const share = adjustment('PR', '3', patient_responsibility_cents);
    const one = decision({ patientControlNumber: number, chargeCents, paidCents: paid_cents, adjustments: [share] });
    const more = decision({
      patientControlNumber: number,
      chargeCents,
      paidCents: paid_cents + 300,
      adjustments: [share],
    });
    drop('late.835', remittanceFile('LATE', [reversalOf(one), more]));
    await claim.until('the late money is in the books', (row) => row.paid_cents === paid_cents + 300);
    expect(await claim.row()).toMatchObject({ stage: 'closed' });
    expect(await claim.items()).toMatchObject([{ kind: 'late_remittance', resolved_at: null }]);
  });

  test('a remittance made anew for the same payment is not posted again, and a person is told', async () => {
    const { claim, number } = await awaitingMoney('made anew');
    const paid = decision({ patientControlNumber: number, chargeCents, paidCents: 6_500 });
    const file = remittanceFile('MADEANEW', [paid]);
    drop('made-anew.835', file);
    await claim.closed();
    const balances = await claim.balances();
    const anew = file.replace('ST*835*0001', 'ST*835*0777').replace('*0001~GE*', '*0777~GE*').replaceAll('~', '~\n');
    expect(anew).toContain('ST*835*0777');
    drop('made-anew-2.835', anew);
    const repeated = await remittanceIn('MADEANEW', 'repeated');
    expect(repeated).toMatchObject({ payment_cents: 6_500, posted_claims_cents: 0, suspense_cents: 0 });
    expect(await itemsOf('remittance', repeated.id)).toMatchObject([
      { kind: 'remittance_repeated', amount_cents: 6_500, cause: expect.stringContaining('was not posted') },
    ]);
    const { deps, practiceId } = stories.world;
    await createPostRemittance(deps)({ practiceId, remittanceId: repeated.id });
    expect(await claim.balances()).toEqual(balances);
    expect((await claim.eventKinds()).filter((kind) => kind === 'remitted')).toHaveLength(1);
  });

  test('a file that is no X12 becomes a work item and stops no other file', async () => {
    drop('broken.835', 'this is not a remittance');
    const file = await readFile('broken.835');
    expect(file.state).toBe('unreadable');
    expect(await itemsOf('file', file.id)).toMatchObject([{ kind: 'inbound_file_unreadable' }]);
  });

  test('bytes that no text may hold stop neither their own file nor another', async () => {
    const { claim, number } = await awaitingMoney('odd bytes');
    const theirs = {
      patientControlNumber: 'ODDBYTES',
      chargeCents: 9_000,
      paidCents: 4_000,
      payerClaimControlNumber: 'ODD1',
    };
    const odd = remittanceFile('ODDBYTES', [decision(theirs)])
      .replace('CLP*ODDBYTES', 'CLP*ODD\u0000BYTES')
      .replace('N1*PR*PAYER', 'N1*PR*PAY\u0000ER\u00ff');
    drop('odd-bytes.835', odd);
    drop('odd-bytes.277', 'ISA\u0000*00*\u0000\u0001');
    await readFile('odd-bytes.277');
    expect(await restingRemittance('ODDBYTES')).toMatchObject({ posted_claims_cents: 0 });
    drop(
      'after.835',
      remittanceFile('AFTER', [decision({ patientControlNumber: number, chargeCents, paidCents: 5_000 })]),
    );
    expect(await claim.closed()).toMatchObject({ paid_cents: 5_000 });
  });

  test('a file that comes back under its own name is not read again', async () => {
    const { claim, number } = await awaitingMoney('comes back');
    const paid = decision({ patientControlNumber: number, chargeCents, paidCents: 5_000 });
    drop('comes-back.835', remittanceFile('COMESBACK', [paid]));
    await claim.closed();
    const { mailboxFolder } = stories.world;
    const archived = join(mailboxFolder, 'outbound/archive/comes-back.835');
    const waiting = join(mailboxFolder, 'outbound/comes-back.835');
    await eventually('it was archived', () =>
      readdirSync(join(mailboxFolder, 'outbound/archive')).includes('comes-back.835'),
    );
    renameSync(archived, waiting);
    await eventually(
      'it was archived again',
      () => !readdirSync(join(mailboxFolder, 'outbound')).includes('comes-back.835'),
    );
    expect((await claim.balances()).payer_cash).toBe(5_000);
  });

  test('an answer that the clearinghouse delivers two times counts once', async () => {
    await simulatorDesk(stories.world).play({ kind: 'deliver_twice', times: 3 });
    const claim = await stories.begin('delivered twice', { payer: 'unity-care' });
    expect(await claim.closed()).toMatchObject({ insurance_outcome: 'paid' });
    const kinds = await claim.eventKinds();
    expect(kinds).toHaveLength(new Set(kinds).size);
  });
});

test('the books hold after these stories', async () => {
  await expectBooksToHold(stories.world);
});
