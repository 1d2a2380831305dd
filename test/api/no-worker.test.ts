import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aVisitInput } from '../builders/visit-input.js';
import { serveTestApi, startTestApi, type TestApi, testNow } from '../support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api.stop();
});

test('while no workflow runs for a claim, its state and commands say so and when to come back; all else is readable', async () => {
  const { body } = await api.post('/v1/visits', aVisitInput());
  const path = `/v1/claims/${String(body['claimId'])}`;
  const state = await api.get(`${path}/state`);
  const hold = await api.post(`${path}:hold`, { reason: 'wait for papers' });
  for (const answer of [state, hold]) {
    expect(answer.status).toBe(503);
    expect(answer.body['code']).toBe('claim-not-running');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect((await api.get(path)).status).toBe(200);
});

test('a command that found no workflow can be repeated under the same key', async () => {
  const { body } = await api.post('/v1/visits', aVisitInput({ sourceId: 'again' }));
  const path = `/v1/claims/${String(body['claimId'])}:hold`;
  const headers = { 'idempotency-key': 'hold-again' };
  const first = await api.post(path, { reason: 'wait for papers' }, { headers });
  const second = await api.post(path, { reason: 'wait for papers' }, { headers });
  expect([first.body['code'], second.body['code']]).toEqual(['claim-not-running', 'claim-not-running']);
});

test('while Temporal is away, visits are taken in and claims are read; readiness and live state say what is missing', async () => {
  const connection = Connection.lazy({ address: '127.0.0.1:1', connectTimeout: 200 });
  const { db, practiceId } = api;
  const alone = await serveTestApi({ db, practiceId, temporal: new Client({ connection }), now: () => testNow });
  try {
    const ready = await alone.get('/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.body).toEqual({ status: 'unavailable', database: true, temporal: false });
    const { body, status } = await alone.post('/v1/visits', aVisitInput({ sourceId: 'alone' }));
    expect(status).toBe(201);
    const path = `/v1/claims/${String(body['claimId'])}`;
    expect((await alone.get(path)).status).toBe(200);
    expect((await alone.get(`${path}/state`)).body).toMatchObject({ status: 503, code: 'claim-not-running' });
  } finally {
    await alone.stop();
    await connection.close();
  }
});
