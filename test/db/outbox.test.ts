import { beforeEach, expect, test } from 'vitest';
import {
  countOutboxWaiting,
  enqueueOutbox,
  enqueueOutboxBatch,
  markOutboxDelivered,
  markOutboxFailed,
  takeOutbox,
} from '../../db/outbox.js';
import type { OutboxMessage } from '../../db/outbox-message.js';
import { practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();
const ready = (payerCode: string): OutboxMessage => ({ kind: 'claims_ready', payerCode });
const enqueue = (eventId: string, payerCode: string) =>
  house.db.inPractice(house.practiceId, (tx) => enqueueOutbox(tx, eventId, ready(payerCode)));
const take = (most = 100) => house.db.system((system) => takeOutbox(system, most));

beforeEach(async () => {
  await house.asOwner('delete from outbox');
});

test('an event that is told again is in the outbox once, with its first words', async () => {
  await enqueue('evt_1', 'first');
  await enqueue('evt_1', 'second');
  await house.db.inPractice(house.practiceId, (tx) =>
    enqueueOutboxBatch(tx, [
      { eventId: 'evt_1', message: ready('third') },
      { eventId: 'evt_2', message: ready('fourth') },
      { eventId: 'evt_2', message: ready('fifth') },
    ]),
  );
  expect((await take()).map((taken) => taken.message)).toEqual([ready('first'), ready('fourth')]);
});

test('a message of a transaction that fails never leaves', async () => {
  const failing = house.db.inPractice(house.practiceId, async (tx) => {
    await enqueueOutbox(tx, 'evt_rolled_back', ready('summit-health'));
    throw new Error('and then it failed');
  });
  await expect(failing).rejects.toThrow('failed');
  expect(await take()).toEqual([]);
});

test('messages of all practices go out oldest first', async () => {
  const other = await house.otherPractice('OUTBOX');
  await enqueue('evt_a', 'a');
  await house.db.inPractice(other, (tx) => enqueueOutbox(tx, 'evt_a', ready('b')));
  await enqueue('evt_c', 'c');
  const taken = await take();
  expect(taken.map((one) => one.message)).toEqual([ready('a'), ready('b'), ready('c')]);
  expect(taken.map((one) => one.practice_id)).toEqual([house.practiceId, other, house.practiceId]);
});

test('two relays at work at the same moment never have the same message', async () => {
  for (let number = 0; number < 10; number += 1) await enqueue(`evt_${number}`, `p${number}`);
  await house.db.system(async (first) => {
    const mine = await takeOutbox(first, 4);
    const theirs = await house.db.system((second) => takeOutbox(second, 100));
    expect(mine).toHaveLength(4);
    expect(theirs).toHaveLength(6);
    expect(theirs.map((one) => one.id)).not.toEqual(expect.arrayContaining(mine.map((one) => one.id)));
  });
});

test('a delivered message is never taken again; one that failed waits its time and comes again', async () => {
  await enqueue('evt_good', 'good');
  await enqueue('evt_bad', 'bad');
  await enqueue('evt_soon', 'soon');
  const [good, bad, soon] = await take();
  await house.db.system(async (system) => {
    await markOutboxDelivered(system, [good?.id ?? 0]);
    await markOutboxFailed(system, bad?.id ?? 0, 'ServiceError', 3_600_000);
    await markOutboxFailed(system, soon?.id ?? 0, 'ServiceError', 0);
  });
  const again = await take();
  expect(again).toMatchObject([{ event_id: 'evt_soon', attempts: 1 }]);
  expect(await house.db.system(countOutboxWaiting)).toBe(2);
  await house.asOwner(`update outbox set next_attempt_at = now() where event_id = 'evt_bad'`);
  expect((await take()).map((one) => one.event_id)).toEqual(['evt_bad', 'evt_soon']);
});

test('a relay that dies before it marks what it took leaves it to the next', async () => {
  await enqueue('evt_1', 'summit-health');
  const dying = house.db.system(async (system) => {
    expect(await takeOutbox(system, 1)).toHaveLength(1);
    throw new Error('killed');
  });
  await expect(dying).rejects.toThrow('killed');
  expect(await take()).toHaveLength(1);
});
