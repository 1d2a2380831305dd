import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureMailboxSchedules } from '../../worker/mailbox-schedules.js';
import { inboundFilesScheduleId } from '../../workflows/workflow-ids.js';
import { services } from '../support/services.js';
import { createTestNamespace } from '../support/test-namespace.js';

let client: Client;
const practices = ['prc_first', 'prc_second'];

beforeAll(async () => {
  const address = services().temporalAddress;
  const namespace = await createTestNamespace(address);
  client = new Client({ connection: await Connection.connect({ address }), namespace });
});
afterAll(async () => {
  await client?.connection.close();
});

const intervalOf = async (practiceId: string) =>
  (await client.schedule.getHandle(inboundFilesScheduleId(practiceId)).describe()).spec.intervals?.map(
    (one) => one.every,
  );

test('each practice has one schedule, whatever number of workers starts', async () => {
  await Promise.all([1, 2, 3].map(() => ensureMailboxSchedules(client, practices, 300_000)));
  expect(await Promise.all(practices.map(intervalOf))).toEqual([[300_000], [300_000]]);
});

test('a worker with another pace changes the schedule that is there', async () => {
  await ensureMailboxSchedules(client, ['prc_third'], 300_000);
  await ensureMailboxSchedules(client, ['prc_third'], 60_000);
  expect(await intervalOf('prc_third')).toEqual([60_000]);
});
