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

test('a filter that can hold nothing, or names a payer nobody knows, is an error and no empty list', async () => {
  const answers = await Promise.all(
    [
      'dateOfServiceFrom=2026-03-01&dateOfServiceTo=2026-02-01',
      'chargeCentsMin=2&chargeCentsMax=1',
      'payer=no-such',
    ].map((filter) => api.get(`/v1/claims?${filter}`)),
  );
  expect(answers.map(({ status, body }) => [status, body['errors']])).toMatchObject([
    [400, [{ pointer: '#query/dateOfServiceTo', message: 'lies before dateOfServiceFrom' }]],
    [400, [{ pointer: '#query/chargeCentsMax', message: 'is less than chargeCentsMin' }]],
    [400, [{ pointer: '#query/payer', code: 'payer-unknown' }]],
  ]);
  expect((await api.get('/v1/claims?payer=granite-tpa')).body).toMatchObject({ items: [] });
});

test('what a limit allows is said as it is: more than nothing, and at most a page', async () => {
  const minutes = await api.post('/v1/visits', { ...aVisitInput(), totalMinutes: 0 });
  expect(minutes.body['errors']).toMatchObject([{ pointer: '/totalMinutes', remedy: 'Send more than 0.' }]);
  const page = await api.get('/v1/claims?pageSize=1000');
  expect(page.body['errors']).toMatchObject([{ pointer: '#query/pageSize', remedy: 'Send at most 200.' }]);
});
