import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertPayerVersion } from '../../db/payer-profiles.js';
import { aPayer } from '../builders/rules.js';
import { someFacts } from '../builders/visit-facts.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api.stop();
});

const ndjson = { headers: { 'content-type': 'application/x-ndjson' } };

test('one visit is answered with codes, place of service, verdict and sources', async () => {
  const answer = await api.post('/v1/decisions', someFacts({ id: 'ours-7' }));
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    version: 1,
    id: 'ours-7',
    decision: 'allowed',
    payer: { code: 'medicare' },
    codes: [{ code: '99213', modifiers: [], units: 1 }],
    placeOfService: '10',
    missingFacts: [],
  });
});

test('the practice’s own payer profiles decide, not those the product comes with', async () => {
  await api.db.inPractice(api.practiceId, (tx) =>
    insertPayerVersion(tx, aPayer('summit-health', { code: 'ours', aliases: [], placeOfService: 'always_02' })),
  );
  const answer = await api.post('/v1/decisions', someFacts({ payer: { code: 'ours' } }));
  expect(answer.body).toMatchObject({ decision: 'allowed', placeOfService: '02', payer: { code: 'ours' } });
});

test('facts that are wrong are told with their pointers, and a person’s data is refused', async () => {
  const answer = await api.post('/v1/decisions', {
    ...someFacts({ dateOfService: '2026-02-30' }),
    birthDate: '1970-05-01',
  });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({
    code: 'invalid-body',
    errors: [
      { pointer: '/dateOfService', code: 'invalid' },
      { pointer: '/birthDate', code: 'unknown-field' },
    ],
  });
});

test('of an array the good ones are answered and the bad ones told why, in order', async () => {
  const answer = await api.post('/v1/decisions', [someFacts(), { modality: 'smoke' }, null, {}]);
  expect(answer.status).toBe(200);
  expect(answer.body['counts']).toEqual({ answered: 2, refused: 2 });
  expect(answer.body['items']).toMatchObject([
    { index: 0, line: null, outcome: 'answered', decision: 'allowed' },
    { index: 1, outcome: 'refused', errors: [{ pointer: '/modality', code: 'not-one-of' }] },
    { index: 2, outcome: 'refused', errors: [{ pointer: '' }] },
    { index: 3, outcome: 'answered', decision: 'needs_facts' },
  ]);
});

test('of newline-delimited JSON a broken line is told its line', async () => {
  const lines = [JSON.stringify(someFacts()), '', '{"modality":', JSON.stringify(someFacts({ id: 'last' }))];
  const answer = await api.post('/v1/decisions', lines.join('\n'), ndjson);
  expect(answer.body['items']).toMatchObject([
    { line: 1, outcome: 'answered' },
    { line: 3, outcome: 'refused', errors: [{ code: 'malformed-json' }] },
    { line: 4, outcome: 'answered', id: 'last' },
  ]);
});

test('more visits than a batch takes are refused as a whole', async () => {
  const answer = await api.post(
    '/v1/decisions',
    Array.from({ length: 1_001 }, () => ({})),
  );
  expect(answer.status).toBe(413);
  expect(answer.body['code']).toBe('batch-too-large');
});
