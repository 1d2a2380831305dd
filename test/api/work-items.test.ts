import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkItem } from '../../db/work-items.js';
import type { WorkItemKind } from '../../domain/claim/work-item.js';
import { zeroCents } from '../../domain/kernel/cents.js';
import { startTestApi, type TestApi, testNow } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api.stop();
});

/** An open work item of a kind; gives its path. */
async function anItem(kind: WorkItemKind, key: string): Promise<string> {
  const id = await api.db.inPractice(api.practiceId, (tx) =>
    openWorkItem(tx, { kind, key, cause: 'A test.', amountCents: zeroCents, at: testNow, timeZone: 'UTC' }),
  );
  return `/v1/work-items/${id}`;
}

const reason = 'the payer confirmed it by phone';

test.each([
  'late_remittance',
  'remittance_unmatched',
  'remittance_out_of_balance',
  'remittance_repeated',
  'inbound_file_unreadable',
  'submission_unknown',
  'clearinghouse_unavailable',
] as const)('a person ends an item %s with a reason, and who it was is kept', async (kind) => {
  const path = await anItem(kind, `ended ${kind}`);
  const key = await api.createKey({ role: 'biller' });
  const { status, body } = await api.post(`${path}:resolve`, { reason }, { key });
  expect(status).toBe(200);
  expect(body).toMatchObject({ kind, resolvedAt: testNow, resolution: `resolve: ${reason}` });
  expect(body['resolvedBy']).toMatch(/./);
  expect((await api.get(path)).body).toEqual(body);
  const open = JSON.stringify((await api.get(`/v1/work-items?kind=${kind}`)).body);
  expect(open).not.toContain(String(body['id']));
});

test('an item that is resolved stays as the first decision left it', async () => {
  const path = await anItem('remittance_repeated', 'resolved twice');
  const first = await api.post(`${path}:resolve`, { reason });
  const key = await api.createKey({ role: 'engineer' });
  const again = await api.post(`${path}:resolve`, { reason: 'another reason' }, { key });
  expect(again.status).toBe(200);
  expect(again.body).toEqual(first.body);
});

test('an item that waits for a command to its claim can not be ended beside it', async () => {
  const path = await anItem('denied', 'waits for a command');
  const answer = await api.post(`${path}:resolve`, { reason });
  expect(answer.status).toBe(409);
  expect(answer.body).toMatchObject({ code: 'command-refused', detail: expect.stringContaining('write_off') });
  expect((await api.get(path)).body).toMatchObject({ resolvedAt: null });
});

test('without a reason, without the permission or in another practice nothing is resolved', async () => {
  const path = await anItem('late_remittance', 'refused');
  expect((await api.post(`${path}:resolve`, {})).status).toBe(422);
  for (const role of ['viewer', 'coder', 'integration'] as const) {
    const key = await api.createKey({ role });
    expect((await api.post(`${path}:resolve`, { reason }, { key })).status).toBe(403);
  }
  const stranger = await api.createKey({ role: 'manager', submitterId: 'OTHERS' });
  expect((await api.post(`${path}:resolve`, { reason }, { key: stranger })).status).toBe(404);
  expect((await api.get(path)).body).toMatchObject({ resolvedAt: null });
});
