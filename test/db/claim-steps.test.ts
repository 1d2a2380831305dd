import { expect, test } from 'vitest';
import { z } from 'zod';
import { createCodeClaim } from '../../activities/code-claim.js';
import { createQueueForSubmission } from '../../activities/queue-for-submission.js';
import { recordEventBatch } from '../../db/claim-event-batch.js';
import { listClaimEvents } from '../../db/claim-history-queries.js';
import { findStepResult, lockClaim, recordEvent } from '../../db/claim-steps.js';
import { openWorkItem, resolveWorkItem } from '../../db/work-items.js';
import { zeroCents } from '../../domain/kernel/cents.js';
import { eventually } from '../support/eventually.js';
import { databaseNow, practiceDatabase } from '../support/practice-database.js';
import { queuedClaim } from '../support/queued-claims.js';

const house = practiceDatabase();
const eventsOf = (claimId: string) => house.db.read(house.practiceId, (query) => listClaimEvents(query, claimId));
const claimOf = (claimId: string) => house.db.inPractice(house.practiceId, (tx) => lockClaim(tx, claimId));

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
  const failing = house.db.inPractice(house.practiceId, async (tx) => {
    const claim = await lockClaim(tx, claimId);
    const event = {
      key: 'step:1',
      kind: 'coded',
      actor: 'system:test',
      at: databaseNow,
      summary: 'Coded.',
      result: null,
    };
    await recordEvent(tx, claim, { ...event, changes: { charge_cents: zeroCents, cycle: 9 } });
    throw new Error('the worker died');
  });
  await expect(failing).rejects.toThrow('died');
  expect(await claimOf(claimId)).toMatchObject({ cycle: 1, event_count: 1 });
  const result = await house.db.inPractice(house.practiceId, (tx) => findStepResult(tx, claimId, 'step:1', z.null()));
  expect(result).toBeNull();
  expect(await eventsOf(claimId)).toHaveLength(1);
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
