import { describe, expect, test } from 'vitest';
import { createCarryOutCommand } from '../../activities/carry-out-command.js';
import { createCodeClaim } from '../../activities/code-claim.js';
import { createScrubClaim } from '../../activities/scrub-claim.js';
import { newId } from '../../db/new-id.js';
import {
  keepPracticeRule,
  listPracticeRules,
  rulesInUse,
  switchOffPracticeRule,
  switchOnPracticeRule,
} from '../../db/practice-rules.js';
import { tryPracticeRules } from '../../db/try-practice-rules.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { practiceRuleEditId } from '../../domain/practice-rule/practice-rule-edit.js';
import { RuleJudge } from '../../domain/practice-rule/rule-judge.js';
import { aPracticeRule } from '../builders/practice-rules.js';
import { databaseNow, practiceDatabase } from '../support/practice-database.js';
import { queuedClaim } from '../support/queued-claims.js';

const house = practiceDatabase();
const change = { by: 'cli:test', at: databaseNow };
const everyVideo = aPracticeRule({ when: { fact: 'visit.modality', is: 'audio_video' } });
const noTrial = new RuleJudge(everyVideo).trial();

describe.sequential('a rule of the practice', () => {
  test('is a draft until it is switched on; a changed one is a new version, and the one in use goes on', async () => {
    const keep = (rule: typeof everyVideo) =>
      house.db.inPractice(house.practiceId, (tx) => keepPracticeRule(tx, rule, change));
    expect(await keep(everyVideo)).toBe(1);
    expect(await keep(everyVideo)).toBe(1);
    expect(await house.db.read(house.practiceId, rulesInUse)).toEqual([]);
    const on = (version: number) =>
      house.db.inPractice(house.practiceId, (tx) =>
        switchOnPracticeRule(tx, { id: everyVideo.id, version }, noTrial, change),
      );
    expect([await on(2), await on(1)]).toEqual([false, true]);
    expect(await keep({ ...everyVideo, title: 'Changed' })).toBe(2);
    // Nobody switches on what was not tried, nor goes back behind what was changed meanwhile.
    expect(await on(1)).toBe(false);
    expect(await house.db.read(house.practiceId, rulesInUse)).toEqual([everyVideo]);
    expect(await house.db.read(house.practiceId, listPracticeRules)).toMatchObject([
      { version: 2, state: 'draft', rule: { title: 'Changed' }, changedBy: 'cli:test' },
    ]);
    const other = await house.otherPractice('OTHERRULES');
    expect(await house.db.read(other, listPracticeRules)).toEqual([]);
  });

  test('holds the claims it fires on, with its own words, and can be set aside like any edit', async () => {
    const claimId = await house.claim('held by the practice’s rule');
    const input = (key: string) => ({ practiceId: house.practiceId, claimId, key });
    await createCodeClaim(house.deps)(input('coding:1'));
    const held = await createScrubClaim(house.deps)(input('scrubbing:1'));
    if (held.kind !== 'parked') throw new Error(`the claim was not held but ${held.kind}`);
    const [item] = await house.asOwner('select cause, findings from work_items where claim_id = $1', [claimId]);
    expect(item).toMatchObject({
      cause: `Held by practice:${everyVideo.id} (${everyVideo.title}).`,
      findings: expect.arrayContaining([
        expect.objectContaining({
          code: `practice:${everyVideo.id}`,
          message: everyVideo.message,
          remedy: everyVideo.remedy,
          source: everyVideo.source,
        }),
      ]),
    });
    const override = (editIds: string[], key: string) =>
      createCarryOutCommand(house.deps)({
        ...input(key),
        actor: 'user:manager',
        command: { kind: 'override', editIds, reason: 'as the payer says' },
        parked: held.parked,
      });
    expect(await override(['practice:no-such-rule'], 'command:1')).toMatchObject({ kind: 'refused' });
    expect(await override([practiceRuleEditId(everyVideo.id)], 'command:2')).toMatchObject({ kind: 'carried_out' });
    expect(await createScrubClaim(house.deps)(input('scrubbing:2'))).toMatchObject({ kind: 'done' });
  });

  test('out of use it holds nothing', async () => {
    const off = () => house.db.inPractice(house.practiceId, (tx) => switchOffPracticeRule(tx, everyVideo.id, change));
    expect([await off(), await off()]).toEqual([true, false]);
    await queuedClaim(house, 'goes through again');
  });
});

/** The payer's first decision on a claim: nothing paid, all refused as not necessary, or all by contract. */
async function decided(claimId: string, group: string, reasonCode: string): Promise<void> {
  const [fileId, remittanceId] = [newId('inboundFile'), newId('remittance')];
  await house.asOwner(
    `insert into inbound_files (id, practice_id, name, sha256, content, received_at, kind, state)
     values ($1, $2, $1, $1, '', now(), '835', 'processed')`,
    [fileId, house.practiceId],
  );
  await house.asOwner(
    `insert into remittances (id, practice_id, inbound_file_id, ordinal, content_sha256, payer_name, trace_number,
       originator_id, payment_cents, payment_date, state, proof)
     values ($1, $2, $3, 1, $1, 'PAYER', $1, '1', 0, '2026-03-16', 'posted', '{}')`,
    [remittanceId, house.practiceId, fileId],
  );
  const advice = {
    chargeCents: 9_000,
    paidCents: 0,
    patientResponsibilityCents: 0,
    adjustments: [{ group, reasonCode, amountCents: 9_000 }],
    remarkCodes: [],
    lines: [],
  };
  await house.asOwner(
    `insert into remittance_claims (id, practice_id, remittance_id, ordinal, claim_id, patient_control_number, status_code,
       charge_cents, paid_cents, patient_responsibility_cents, data)
     values ($1, $2, $3, 1, $4, '', '4', 9000, 0, 0, $5)`,
    [newId('remittanceClaim'), house.practiceId, remittanceId, claimId, JSON.stringify(advice)],
  );
}

test('a trial over past claims says which, how many dollars, and how well it fits what payers denied', async () => {
  const [denied, alsoDenied, paid] = [
    await queuedClaim(house, 'past, denied', { member: 'TRY1' }),
    await queuedClaim(house, 'past, denied, long', { member: 'TRY2', totalMinutes: 45 }),
    await queuedClaim(house, 'past, by contract', { member: 'TRY3' }),
  ];
  await decided(denied, 'CO', '50');
  await decided(alsoDenied, 'CO', '50');
  await decided(paid, 'CO', '45');
  const rule = aPracticeRule({ when: { fact: 'visit.totalMinutes', atMost: 30 } });
  const span = { since: plainDate('2025-01-01'), until: plainDate('2026-12-31'), today: plainDate('2026-03-16') };
  const steps: string[] = [];
  const [trial] = await tryPracticeRules(house.db, house.practiceId, [rule], span, (done, all) =>
    steps.push(`${done}/${all}`),
  );
  expect(trial).toMatchObject({
    decided: 3,
    denied: 2,
    firedAndDecided: 2,
    firedAndDenied: 1,
    caughtDeniedCents: 9_000,
  });
  expect(trial?.firedClaimIds).toEqual(expect.arrayContaining([denied, paid]));
  expect(trial?.firedClaimIds).not.toContain(alsoDenied);
  expect(steps).toEqual([`${trial?.claims}/${trial?.claims}`]);
  // A claim whose payer has no profile on its day is no claim of a patient who pays: nobody can say what a rule finds.
  const selfPay = aPracticeRule({ id: 'self-pay', when: { fact: 'payer.class', is: 'self_pay' } });
  await house.asOwner(`update claims set payer_code = 'gone' where id = $1`, [denied]);
  await house.asOwner(`update claim_submissions set payer_code = 'gone' where claim_id = $1`, [denied]);
  const [gap] = await tryPracticeRules(house.db, house.practiceId, [selfPay], span, () => undefined);
  expect(gap).toMatchObject({ claims: (trial?.claims ?? 0) - 1, firedClaimIds: [] });
  const none = await tryPracticeRules(
    house.db,
    house.practiceId,
    [rule],
    { ...span, until: plainDate('2025-01-02') },
    () => undefined,
  );
  expect(none).toMatchObject([{ claims: 0, firedClaimIds: [] }]);
});
