import { expect, test } from 'vitest';
import { z } from 'zod';
import { createCarryOutCommand } from '../../activities/carry-out-command.js';
import { createCodeClaim } from '../../activities/code-claim.js';
import { createQueueForSubmission } from '../../activities/queue-for-submission.js';
import { runClaimStep, withClaim } from '../../activities/run-claim-step.js';
import { recordEventBatch } from '../../db/claim-event-batch.js';
import { listClaimEvents } from '../../db/claim-history-queries.js';
import { findStepResult, lockClaim } from '../../db/claim-steps.js';
import { noOtherClaims } from '../../db/other-claims.js';
import { readScrubContext } from '../../db/scrub-context.js';
import { openWorkItem, resolveWorkItem } from '../../db/work-items.js';
import { claimBalance } from '../../db/ledger.js';
import { cents, zeroCents } from '../../domain/kernel/cents.js';
import { transfer } from '../../domain/ledger/ledger-transaction.js';
import { InvariantError } from '../../domain/kernel/invariant-error.js';
import { visitSchema } from '../../domain/visit/visit.js';
import { storyVisit } from '../builders/story-visit.js';
import { eventually } from '../support/eventually.js';
import { databaseNow, practiceDatabase } from '../support/practice-database.js';
import { queuedClaim } from '../support/queued-claims.js';

const house = practiceDatabase();
const eventsOf = (claimId: string) => house.db.read(house.practiceId, (query) => listClaimEvents(query, claimId));
const claimOf = (claimId: string) => house.db.inPractice(house.practiceId, (tx) => lockClaim(tx, claimId));

const stepOf = (claimId: string) => ({ practiceId: house.practiceId, claimId, key: 'step:1', actor: 'system:test' });
const balanceSeenOutside = (claimId: string) =>
  house.db.inPractice(house.practiceId, (tx) => claimBalance(tx, claimId, 'revenue'));

/** Changes a claim as a payer's file does. */
const pay = (claimId: string, key: string) =>
  house.db.inPractice(house.practiceId, (tx) =>
    recordEventBatch(tx, {
      key,
      kind: 'remitted',
      actor: 'payer',
      at: databaseNow,
      items: [{ claimId, summary: 'Paid.', paidCents: 500 }],
    }),
  );

/** Runs all of them at once: each waits for the claim until all have come, so none is done before another begins. */
async function atOnce<T>(claimId: string, tries: readonly (() => Promise<T>)[]): Promise<T[]> {
  const running = await house.db.inPractice(house.practiceId, async (tx) => {
    await lockClaim(tx, claimId);
    const answers = tries.map((run) => run());
    await eventually('all wait for the claim', async () => {
      const [waiting] = await house.asOwner(
        `select count(*)::int as tries from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and state = 'active'`,
      );
      return waiting?.['tries'] === tries.length;
    });
    return { answers };
  });
  return Promise.all(running.answers);
}

test('a step done three times at once under one key happens once and answers all the same', async () => {
  const claimId = await house.claim('three at once');
  const code = () => createCodeClaim(house.deps)({ practiceId: house.practiceId, claimId, key: 'coding:1' });
  expect(await atOnce(claimId, [code, code, code])).toEqual([{ kind: 'done' }, { kind: 'done' }, { kind: 'done' }]);
  expect((await eventsOf(claimId)).map((event) => event.kind)).toEqual(['received', 'coded']);
});

test('a claim queued again under its key keeps its number and books no second charge', async () => {
  const claimId = await queuedClaim(house, 'queued twice');
  const again = await createQueueForSubmission(house.deps)({
    practiceId: house.practiceId,
    claimId,
    key: 'submission:1',
  });
  expect(again).toEqual({ kind: 'queued', submissionNumber: 1 });
  const rows = await house.asOwner('select submission_number from claim_submissions where claim_id = $1', [claimId]);
  expect(rows).toHaveLength(1);
  const [ledger] = await house.asOwner(
    `select sum(amount_cents)::int as charge from ledger_entries where claim_id = $1 and account = 'insurance_receivable'`,
    [claimId],
  );
  expect(ledger).toEqual({ charge: (await claimOf(claimId)).charge_cents });
});

test('a step that fails leaves neither its effect nor its event', async () => {
  const claimId = await house.claim('fails in the middle');
  const failing = runClaimStep(house.deps, stepOf(claimId), z.null(), async (step) => {
    step.record({ kind: 'coded', summary: 'Coded.', changes: { charge_cents: zeroCents, cycle: 9 }, result: null });
    await step.transaction();
    throw new Error('the worker died');
  });
  await expect(failing).rejects.toThrow('died');
  expect(await claimOf(claimId)).toMatchObject({ cycle: 1, event_count: 1 });
  const result = await house.db.inPractice(house.practiceId, (tx) => findStepResult(tx, claimId, 'step:1', z.null()));
  expect(result).toBeNull();
  expect(await eventsOf(claimId)).toHaveLength(1);
});

test('a step whose claim was changed while it thought is taken anew with what is there now', async () => {
  const claimId = await house.claim('changed meanwhile');
  const seen: number[] = [];
  const result = await runClaimStep(house.deps, stepOf(claimId), z.int(), async (step) => {
    seen.push(step.claim.paid_cents);
    if (seen.length === 1) await pay(claimId, 'remitted:meanwhile');
    const paid = step.claim.paid_cents;
    step.record({ kind: 'looked', summary: `Paid ${paid}.`, changes: { adjusted_cents: cents(paid) }, result: paid });
    return paid;
  });
  expect({ seen, result }).toEqual({ seen: [0, 500], result: 500 });
  expect(await claimOf(claimId)).toMatchObject({ paid_cents: 500, adjusted_cents: 500, event_count: 3 });
  expect((await eventsOf(claimId)).map((event) => event.kind)).toEqual(['received', 'remitted', 'looked']);
});

test('a step that was overtaken leaves nothing of what it had collected', async () => {
  const claimId = await house.claim('overtaken');
  let tries = 0;
  await withClaim(house.deps, stepOf(claimId), async (step) => {
    tries += 1;
    if (tries > 1) return;
    await pay(claimId, 'remitted:overtaking');
    step.post({
      transaction: transfer('charge', { debit: 'insurance_receivable', credit: 'revenue', amountCents: cents(100) }),
      key: `overtaken:${claimId}`,
    });
    step.tell({ eventId: `overtaken:${claimId}`, message: { kind: 'claims_ready', payerCode: 'summit-health' } });
    step.explain({ step: 'coding', trace: [] });
    step.park('coding', { kind: 'coding_question', cause: 'Never asked.' });
  });
  expect(tries).toBe(2);
  for (const table of ['ledger_transactions', 'work_items', 'claim_traces'])
    expect(await house.asOwner(`select * from ${table} where claim_id = $1`, [claimId]), table).toEqual([]);
  expect(await house.asOwner('select * from outbox where event_id = $1', [`overtaken:${claimId}`])).toEqual([]);
  expect((await eventsOf(claimId)).map((event) => event.kind)).toEqual(['received', 'remitted']);
});

test('a step that is overtaken before it asks for its transaction is taken anew, and nothing of the first try is kept', async () => {
  const claimId = await house.claim('overtaken before its transaction');
  let tries = 0;
  await withClaim(house.deps, stepOf(claimId), async (step) => {
    tries += 1;
    if (tries === 1) await pay(claimId, 'remitted:before the transaction');
    step.record({ kind: 'looked', summary: `Try ${tries}.`, result: null });
    await step.transaction();
  });
  expect(tries).toBe(2);
  expect((await eventsOf(claimId)).map((event) => event.summary)).toEqual(['visit received', 'Paid.', 'Try 2.']);
});

test('a step is taken anew when what it requires no longer holds as it is written', async () => {
  const visit = visitSchema.parse(storyVisit('alone that day'));
  const claimId = await house.claim('alone that day');
  const seen: boolean[] = [];
  await withClaim(house.deps, stepOf(claimId), async (step) => {
    const toScrub = { claimId, visit, span: null, payerCode: 'summit-health', procedureCodes: [] };
    const { isAlone } = await readScrubContext(step.query, toScrub);
    seen.push(isAlone);
    if (isAlone) {
      step.require(noOtherClaims(house.practiceId, claimId, visit, null));
      await house.claim('the newcomer', { patient: visit.patient });
    }
    step.record({ kind: 'looked', summary: isAlone ? 'Alone.' : 'Not alone.', result: null });
  });
  expect(seen).toEqual([true, false]);
  expect((await eventsOf(claimId)).map((event) => event.summary)).toEqual(['visit received', 'Not alone.']);
});

test('a step whose posting does not sum to zero writes nothing', async () => {
  const claimId = await house.claim('unbalanced step');
  const unbalanced = withClaim(house.deps, stepOf(claimId), (step) => {
    const entries = [
      { account: 'insurance_receivable' as const, amountCents: cents(500) },
      { account: 'revenue' as const, amountCents: cents(-499) },
    ];
    step.post({ transaction: { kind: 'charge', entries }, key: `unbalanced:${claimId}` });
    step.record({ kind: 'charged', summary: 'Charged.', result: null });
  });
  await expect(unbalanced).rejects.toThrow('is off by 1 cents');
  expect(await eventsOf(claimId)).toHaveLength(1);
  expect(await balanceSeenOutside(claimId)).toBe(0);
});

test('a step may not change anything without an event that tells of it', async () => {
  const claimId = await house.claim('silent change');
  const silent = withClaim(house.deps, stepOf(claimId), (step) => {
    step.explain({ step: 'coding', trace: [] });
  });
  await expect(silent).rejects.toThrow(InvariantError);
});

test('a command that was decided on an older version of the claim is not carried out', async () => {
  const claimId = await house.claim('decided on old facts');
  const { version } = await claimOf(claimId);
  await pay(claimId, 'remitted:after the look');
  const input = { practiceId: house.practiceId, claimId, parked: null, actor: 'user:biller' } as const;
  const command = { kind: 'hold', reason: 'look into it' } as const;
  const carryOut = createCarryOutCommand(house.deps);
  const late = { ...input, key: 'command:late', command, version };
  expect(await carryOut(late)).toEqual({ kind: 'claim_changed', version: version + 1 });
  expect(await claimOf(claimId)).toMatchObject({ on_hold: false, version: version + 1 });
  const inTime = { ...input, key: 'command:in time', command, version: version + 1 };
  expect(await carryOut(inTime)).toMatchObject({ kind: 'carried_out' });
  expect(await carryOut(inTime), 'told again').toMatchObject({ kind: 'carried_out' });
});

test('a step reads in its transaction what it has collected, and commits all of it together', async () => {
  const claimId = await house.claim('reads its own');
  await withClaim(house.deps, stepOf(claimId), async (step) => {
    const balance = async () => claimBalance(await step.current(), claimId, 'revenue');
    expect(await balance()).toBe(0);
    step.post({
      transaction: transfer('charge', { debit: 'insurance_receivable', credit: 'revenue', amountCents: cents(700) }),
      key: `own:${claimId}`,
    });
    expect(await balance()).toBe(-700);
    expect(await balanceSeenOutside(claimId)).toBe(0);
    step.record({ kind: 'first', summary: 'One.' });
    await step.transaction();
    step.record({ kind: 'second', summary: 'Two.', result: null });
  });
  expect(await balanceSeenOutside(claimId)).toBe(-700);
  expect((await eventsOf(claimId)).map((event) => [event.seq, event.kind])).toEqual([
    [1, 'received'],
    [2, 'first'],
    [3, 'second'],
  ]);
  expect(await claimOf(claimId)).toMatchObject({ event_count: 3 });
});

test('a batch of events told again changes no claim a second time', async () => {
  const [first, second] = [await house.claim('batch one'), await house.claim('batch two')];
  const record = (claimIds: readonly string[]) =>
    house.db.inPractice(house.practiceId, (tx) =>
      recordEventBatch(tx, {
        key: 'remitted:rem_1',
        kind: 'remitted',
        actor: 'payer',
        at: databaseNow,
        items: claimIds.map((claimId) => ({ claimId, summary: 'Paid.', paidCents: 500 })),
      }),
    );
  expect(await record([first])).toEqual(new Set([first]));
  expect(await record([first, second])).toEqual(new Set([second]));
  expect([(await claimOf(first)).paid_cents, (await claimOf(second)).paid_cents]).toEqual([500, 500]);
});

test('two batches over the same claims in opposite order both go through', async () => {
  const claims = await Promise.all(Array.from({ length: 8 }, (_, index) => house.claim(`crossing ${index}`)));
  const record = (key: string, claimIds: readonly string[]) =>
    house.db.inPractice(house.practiceId, (tx) =>
      recordEventBatch(tx, {
        key,
        kind: 'in_transit',
        actor: 'clearinghouse',
        at: databaseNow,
        items: claimIds.map((claimId) => ({ claimId, summary: 'On its way.' })),
      }),
    );
  const all = await Promise.all(
    Array.from({ length: 6 }, (_, index) => record(`batch:${index}`, index % 2 === 0 ? claims : claims.toReversed())),
  );
  expect(all.map((changed) => changed.size)).toEqual([8, 8, 8, 8, 8, 8]);
  for (const claimId of claims)
    expect((await eventsOf(claimId)).map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('a question is asked once, and its answer stands', async () => {
  const claimId = await house.claim('asked once');
  const open = () =>
    house.db.inPractice(house.practiceId, (tx) =>
      openWorkItem(tx, {
        kind: 'denied',
        key: 'the same question',
        cause: 'Denied.',
        amountCents: zeroCents,
        at: databaseNow,
        timeZone: 'America/New_York',
        claimId,
      }),
    );
  const id = await open();
  const resolve = (by: string) =>
    house.db.inPractice(house.practiceId, (tx) => resolveWorkItem(tx, id, { at: databaseNow, by, resolution: 'done' }));
  await resolve('user:first');
  expect(await open()).toBe(id);
  await resolve('user:second');
  const rows = await house.asOwner('select resolved_by, due_at from work_items where id = $1', [id]);
  // Five business days after Monday 16 March, to the last moment of the day in New York.
  expect(rows).toEqual([{ resolved_by: 'user:first', due_at: '2026-03-24T03:59:59.999Z' }]);
});
