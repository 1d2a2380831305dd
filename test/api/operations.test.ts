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

test('health needs no key; readiness asks the database and Temporal', async () => {
  expect((await api.get('/health/live', { key: null })).body).toEqual({ status: 'ok' });
  const ready = await api.get('/health/ready', { key: null });
  expect(ready.status).toBe(200);
  expect(ready.body).toEqual({ status: 'ok', database: true, temporal: true });
});

test('metrics count requests by route, claims by stage over all practices, and waiting messages', async () => {
  const other = await api.createKey({ submitterId: 'OTHER' });
  const { body } = await api.post('/v1/visits', aVisitInput());
  await api.post('/v1/visits', aVisitInput(), { key: other });
  await api.get(`/v1/claims/${String(body['claimId'])}`);
  const { body: metrics } = await api.get('/metrics', { key: null });
  expect(metrics['text']).toContain('teleclaim_claims{stage="intake"} 2\n');
  expect(metrics['text']).toContain('teleclaim_outbox_waiting 2\n');
  expect(metrics['text']).toMatch(
    /duration_seconds_count\{method="GET",route="\/v1\/claims\/:claimId",status="200"\} 1\n/,
  );
});
