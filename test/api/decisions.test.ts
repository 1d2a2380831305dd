import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadEdition } from '../../db/code-set-editions.js';
import { insertCodePairs } from '../../db/ncci-tables.js';
import { insertPayerVersion } from '../../db/payer-profiles.js';
import { keepPracticeRule, switchOnPracticeRule } from '../../db/practice-rules.js';
import { instant } from '../../domain/kernel/instant.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { RuleJudge } from '../../domain/practice-rule/rule-judge.js';
import { aPracticeRule } from '../builders/practice-rules.js';
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

test('the practice’s own rules in use and the code pairs that are loaded decide too', async () => {
  const change = { by: 'user:admin', at: instant('2026-03-01T12:00:00Z') };
  const rule = aPracticeRule({ when: { fact: 'visit.totalMinutes', is: 23 } });
  await api.db.inPractice(api.practiceId, async (tx) => {
    const version = await keepPracticeRule(tx, rule, change);
    await switchOnPracticeRule(tx, { id: rule.id, version }, new RuleJudge(rule).trial(), change);
  });
  const pair = {
    columnOne: '90834',
    columnTwo: '90785',
    effectiveFrom: plainDate('2020-01-01'),
    modifierIndicator: 0,
  } as const;
  const edition = {
    codeSet: 'ncci-pairs',
    edition: '2026q1',
    fileNames: ['pairs.txt'],
    contentSha256: 'a',
    entries: 1,
  } as const;
  await loadEdition(api.db, edition, (query, editionId) => insertCodePairs(query, editionId, [pair]));
  const therapy = { totalMinutes: 45, diagnoses: ['F411'], procedures: [{ code: '90834' }, { code: '90785' }] };
  const answer = await api.post('/v1/decisions', [someFacts({ totalMinutes: 23 }), someFacts(therapy), someFacts()]);
  expect(answer.body['items']).toMatchObject([
    { decision: 'not_allowed', findings: [{ code: 'practice:summit-audio-only' }] },
    { decision: 'not_allowed', findings: [{ code: 'ncci-pair' }] },
    { decision: 'allowed', findings: [] },
  ]);
  expect(JSON.stringify(answer.body)).not.toMatch(/practice:\*|"checks":\["ncci-pair/);
  const alone = await api.post('/v1/decisions', someFacts(therapy));
  expect(alone.body).toMatchObject({ findings: [{ code: 'ncci-pair' }] });
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
