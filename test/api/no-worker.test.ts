import { afterAll, beforeAll, expect, test } from 'vitest';
import { aVisitInput } from '../builders/visit-input.js';
import { startTestApi, type TestApi } from '../support/api.js';

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
