import { describe, expect, test } from 'vitest';
import { createCarryOutCommand } from '../../activities/carry-out-command.js';
import type { CommandOutcome } from '../../activities/claim-activities.js';
import { storeCorrection } from '../../db/claim-corrections.js';
import { lockClaim } from '../../db/claim-steps.js';
import { postToLedger } from '../../db/ledger.js';
import { newId } from '../../db/new-id.js';
import type { ClaimCorrection } from '../../domain/claim/claim-correction.js';
import type { ClaimCommand } from '../../domain/claim/claim-command.js';
import { cents } from '../../domain/kernel/cents.js';
import type { LedgerAccount } from '../../domain/ledger/ledger-account.js';
import { transfer } from '../../domain/ledger/ledger-transaction.js';
import { practiceDatabase } from '../support/practice-database.js';
import { queuedClaim } from '../support/queued-claims.js';

const house = practiceDatabase();
const reason = 'as the record says';

function command(claimId: string, given: ClaimCommand): Promise<CommandOutcome> {
  const key = `command:${newId('claimEvent')}`;
  const { practiceId } = house;
  return createCarryOutCommand(house.deps)({
    practiceId,
    claimId,
    key,
    actor: 'user:biller',
    command: given,
    parked: null,
  });
}

function post(claimId: string, debit: LedgerAccount, credit: LedgerAccount, amount: number): Promise<void> {
  const transaction = transfer('remittance_payment', { debit, credit, amountCents: cents(amount) });
  const at = house.deps.clock.now();
  const key = newId('ledgerTransaction');
  return house.db.inPractice(house.practiceId, (tx) =>
    postToLedger(tx, [{ transaction, key, claimId, source: 'remittance:test', actor: 'payer', at }]),
  );
}

/** The claim's newest sending has left in a file at noon and stands as told. */
async function sendingIs(claimId: string, state: string): Promise<void> {
  const submissionId = newId('submission');
  await house.asOwner(
    `insert into submissions (id, practice_id, payer_code, idempotency_key, state, file_name, interchange_control_number,
       group_control_number, transaction_control_number, batch_reference, content, sha256, claim_count, charge_cents,
       created_at, sent_at)
     values ($1, $2, 'summit-health', $1, 'sent', $1, $1, '1', '1', 'B', '', '', 1, 0, $3, $3)`,
    [submissionId, house.practiceId, '2026-03-16T12:00:00.000Z'],
  );
  await house.asOwner('update claim_submissions set state = $2, submission_id = $3 where claim_id = $1', [
    claimId,
    state,
    submissionId,
  ]);
}

/** The payer's decision came an hour later. */
async function decided(claimId: string, statusCode: string, payerNumber: string | null): Promise<void> {
  const fileId = newId('inboundFile');
  const remittanceId = newId('remittance');
  await house.asOwner(
    `insert into inbound_files (id, practice_id, name, sha256, content, received_at, kind, state)
     values ($1, $2, $1, $1, '', now(), '835', 'processed')`,
    [fileId, house.practiceId],
  );
  await house.asOwner(
    `insert into remittances (id, practice_id, inbound_file_id, ordinal, content_sha256, payer_name, trace_number,
       originator_id, payment_cents, payment_date, state, proof, posted_at)
     values ($1, $2, $3, 1, $1, 'PAYER', $1, '1', 0, '2026-03-16', 'posted', '{}', '2026-03-16T13:00:00.000Z')`,
    [remittanceId, house.practiceId, fileId],
  );
  await house.asOwner(
    `insert into remittance_claims (id, practice_id, remittance_id, ordinal, claim_id, patient_control_number, status_code,
       charge_cents, paid_cents, patient_responsibility_cents, payer_claim_control_number, data)
     values ($1, $2, $3, 1, $4, '', $5, 0, 0, 0, $6, '{}')`,
    [newId('remittanceClaim'), house.practiceId, remittanceId, claimId, statusCode, payerNumber],
  );
}

describe('a void', () => {
  const voided = { kind: 'void', reason } as const;

  test.each([
    ['paid', 'payer_cash', 'has paid'],
    ['adjusted by contract', 'contractual_adjustment', 'in the books'],
    ['left to the patient', 'patient_receivable', 'in the books'],
  ] as const)('of what the payer has %s is refused', async (name, account, words) => {
    const claimId = await queuedClaim(house, `void, ${name}`);
    await post(claimId, account, 'insurance_receivable', 500);
    expect(await command(claimId, voided)).toMatchObject({ kind: 'refused', reason: expect.stringContaining(words) });
    await post(claimId, 'insurance_receivable', account, 500);
    expect(await command(claimId, voided)).toMatchObject({ kind: 'carried_out' });
  });

  test('is not hindered by what the patient paid at the visit', async () => {
    const claimId = await queuedClaim(house, 'void, patient paid', { patientPaidCents: 2_000 });
    expect(await command(claimId, voided)).toMatchObject({ kind: 'carried_out' });
  });

  test.each(['sent', 'accepted'])('is refused while the claim is %s and undecided', async (state) => {
    const claimId = await queuedClaim(house, `void, ${state}`);
    await sendingIs(claimId, state);
    expect(await command(claimId, voided)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('undecided'),
    });
    await decided(claimId, '4', 'P1');
    expect(await command(claimId, voided)).toMatchObject({ kind: 'carried_out' });
  });

  test('of a rejected claim is carried out', async () => {
    const claimId = await queuedClaim(house, 'void, rejected');
    await sendingIs(claimId, 'rejected');
    expect(await command(claimId, voided)).toMatchObject({ kind: 'carried_out' });
  });
});

describe('the next sending', () => {
  const resubmit = { kind: 'resubmit', reason } as const;
  const frequencyAfter = async (claimId: string, outcome: string) => {
    await house.asOwner('update claims set insurance_outcome = $2 where id = $1', [claimId, outcome]);
    expect(await command(claimId, resubmit)).toMatchObject({ kind: 'carried_out' });
    return (await house.db.inPractice(house.practiceId, (tx) => lockClaim(tx, claimId))).frequency_code;
  };

  test('of a decided claim is a replacement, also when an earlier replacement was rejected', async () => {
    const claimId = await queuedClaim(house, 'replaced');
    await decided(claimId, '4', 'P2');
    expect(await frequencyAfter(claimId, 'denied')).toBe('7');
    expect(await frequencyAfter(claimId, 'rejected')).toBe('7');
  });

  test('of a claim without a decision that a replacement can name is a new claim', async () => {
    const claimId = await queuedClaim(house, 'never decided');
    expect(await frequencyAfter(claimId, 'rejected')).toBe('1');
    await decided(claimId, '22', 'P3');
    await decided(claimId, '4', null);
    expect(await frequencyAfter(claimId, 'denied')).toBe('1');
  });

  test('to a payer that reopens what it decided is refused, but for what it returned unprocessable', async () => {
    const claimId = await queuedClaim(house, 'no replacements');
    await house.asOwner(`update claims set payer_code = 'medicare' where id = $1`, [claimId]);
    expect(await frequencyAfter(claimId, 'rejected')).toBe('1');
    await decided(claimId, '4', 'P4');
    const refused = { kind: 'refused', reason: expect.stringContaining('reopen') };
    expect(await command(claimId, resubmit)).toMatchObject(refused);
    const remarks = (data: object) =>
      house.asOwner('update remittance_claims set data = $2 where claim_id = $1', [claimId, JSON.stringify(data)]);
    await remarks({ remarkCodes: ['N290'], lines: [{ remarkCodes: ['M77'] }] });
    expect(await command(claimId, resubmit)).toMatchObject(refused);
    await remarks({ remarkCodes: [], lines: [{ remarkCodes: ['N290', 'MA130'] }] });
    expect(await frequencyAfter(claimId, 'denied')).toBe('1');
  });

  test('a correction of a claim that must be reopened is refused and not laid over it; to another payer it goes', async () => {
    const claimId = await queuedClaim(house, 'reopened, corrected');
    await house.asOwner(`update claims set payer_code = 'medicare' where id = $1`, [claimId]);
    await decided(claimId, '4', 'P5');
    const correct = async (data: ClaimCorrection) => {
      const id = newId('correction');
      const at = house.deps.clock.now();
      await house.db.inPractice(house.practiceId, (tx) =>
        storeCorrection(tx, { id, claimId, data, reason, actor: 'user:biller', at }),
      );
      const outcome = await command(claimId, { kind: 'correct', correctionId: id, reason });
      const [row] = await house.asOwner('select applied_at from claim_corrections where id = $1', [id]);
      return { outcome: outcome.kind, isApplied: row?.['applied_at'] !== null };
    };
    expect(await correct({ totalMinutes: 30 })).toEqual({ outcome: 'refused', isApplied: false });
    expect(await correct({ payerCode: 'summit-health' })).toEqual({ outcome: 'carried_out', isApplied: true });
  });
});
