import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { findApiKey, revokeApiKey } from '../../db/api-keys.js';
import { sql } from '../../db/sql.js';
import { aVisitInput } from '../builders/visit-input.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api.stop();
});

test('without a key, or with a wrong one, nothing is answered but how to send one', async () => {
  for (const key of [null, 'tck_nonsense', `tck_${'A'.repeat(43)}`]) {
    const answer = await api.get('/v1/claims', { key });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.body).toMatchObject({ code: 'unauthenticated', instance: '/v1/claims' });
  }
});

test('the database keeps a hash of the key, never the key', async () => {
  const rows = await api.db.inPractice(api.practiceId, (tx) =>
    tx.rows(z.object({ row: z.string() }), sql`select api_keys::text as row from api_keys`),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(api.key.slice(4));
});

test('a revoked key is unknown to the database at once', async () => {
  const key = await api.createKey({ role: 'viewer' });
  const holder = await findApiKey(api.db, key);
  expect(await revokeApiKey(api.db, api.practiceId, holder?.apiKeyId ?? '')).toBe(true);
  expect(await findApiKey(api.db, key)).toBeNull();
});

test('one practice sees nothing of another, by list, by id, by command or by source id', async () => {
  const other = await api.createKey({ submitterId: 'OTHER' });
  const { body } = await api.post('/v1/visits', aVisitInput({ sourceId: 'mine' }));
  const [claimId, visitId] = [String(body['claimId']), String(body['visitId'])];
  expect((await api.get('/v1/claims', { key: other })).body['items']).toEqual([]);
  expect((await api.get('/v1/summary', { key: other })).body['claims']).toBe(0);
  for (const path of [`/v1/claims/${claimId}`, `/v1/visits/${visitId}`]) {
    expect((await api.get(path, { key: other })).status).toBe(404);
  }
  for (const part of ['timeline', 'explanation', 'ledger', 'state']) {
    expect((await api.get(`/v1/claims/${claimId}/${part}`, { key: other })).status).toBe(404);
  }
  const hold = await api.post(`/v1/claims/${claimId}:hold`, { reason: 'not mine' }, { key: other });
  expect(hold.status).toBe(404);
  const same = await api.post('/v1/visits', aVisitInput({ sourceId: 'mine' }), { key: other });
  expect(same.status).toBe(201);
  expect(same.body['claimId']).not.toBe(claimId);
});

test('an idempotency key of one practice means nothing to another', async () => {
  const other = await api.createKey({ submitterId: 'OTHER' });
  const headers = { 'idempotency-key': 'shared' };
  const mine = await api.post('/v1/visits', aVisitInput({ sourceId: 'shared' }), { headers });
  const theirs = await api.post('/v1/visits', aVisitInput({ sourceId: 'shared' }), { headers, key: other });
  expect(theirs.status).toBe(201);
  expect(theirs.body['claimId']).not.toBe(mine.body['claimId']);
});

test('a role without the permission is told which one is missing', async () => {
  const viewer = await api.createKey({ role: 'viewer' });
  const denied = await api.post('/v1/visits', aVisitInput(), { key: viewer });
  expect(denied.status).toBe(403);
  expect(denied.body['detail']).toContain('visits:write');
  expect((await api.get('/v1/claims', { key: viewer })).status).toBe(200);
  const biller = await api.createKey({ role: 'biller' });
  const { body } = await api.post('/v1/visits', aVisitInput({ sourceId: 'by-biller' }), { key: biller });
  const voided = await api.post(`/v1/claims/${String(body['claimId'])}:void`, { reason: 'try it' }, { key: biller });
  expect(voided.status).toBe(403);
});

test('an unknown path, another method and a malformed id are told apart', async () => {
  expect((await api.get('/v1/nothing')).body).toMatchObject({ status: 404, code: 'not-found' });
  const method = await api.post('/v1/summary', {});
  expect(method.status).toBe(405);
  expect(method.headers.get('allow')).toBe('GET, HEAD');
  expect((await api.get('/v1/claims/clm_1')).body).toMatchObject({
    status: 400,
    errors: [{ pointer: '#path/claimId' }],
  });
  expect((await api.get('/v1/claims/%E0%A4%A')).body).toMatchObject({ status: 400, code: 'invalid-parameters' });
});

test('answers carry a request id, the caller’s own when it is harmless', async () => {
  const own = await api.get('/v1/summary', { headers: { 'x-request-id': 'request-0001' } });
  expect(own.headers.get('x-request-id')).toBe('request-0001');
  const bad = await api.get('/v1/summary', { headers: { 'x-request-id': 'a b' } });
  expect(bad.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('a key that asks too often is told to wait', async () => {
  const slow = await startTestApi({ requestsPerSecond: 1 });
  try {
    const answers = await Promise.all(Array.from({ length: 12 }, () => slow.get('/v1/summary')));
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    const refused = answers.find((answer) => answer.status === 429);
    expect(refused?.body['code']).toBe('too-many-requests');
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  } finally {
    await slow.stop();
  }
});
