import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPracticeRule } from '../builders/practice-rules.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { aVisitInput } from '../builders/visit-input.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api.stop();
});

const rule = aPracticeRule();
const path = `/v1/practice-rules/${rule.id}`;

test('a rule is kept as a draft, a changed one as its next version, and nothing judges before it is switched on', async () => {
  expect((await api.post('/v1/practice-rules', rule)).body).toMatchObject({ rule, version: 1, state: 'draft' });
  expect((await api.put(path, rule)).body).toMatchObject({ version: 1 });
  const changed = await api.put(path, { ...rule, title: 'Summit wants a reason' });
  expect(changed.body).toMatchObject({
    version: 2,
    state: 'draft',
    changedBy: expect.stringMatching(/^user:key_/) as unknown,
  });
  expect((await api.get('/v1/practice-rules')).body['items']).toMatchObject([{ version: 2, state: 'draft' }]);
});

test('a rule that can’t be used is told by field, with what to do; nothing is kept of it', async () => {
  const when = { all: [{ fact: 'visit.weather', is: 'rain' }] };
  const answer = await api.post('/v1/practice-rules', { ...rule, id: 'bad', severity: 'stop', when });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({ code: 'invalid-body', errors: [{ pointer: '/severity' }] });
  const unknownFact = await api.post('/v1/practice-rules', { ...rule, id: 'bad', when });
  expect(unknownFact.body).toMatchObject({ errors: [{ pointer: '/when/all/0/fact' }] });
  expect(JSON.stringify(unknownFact.body['errors'])).toMatch(/"remedy":"\S/);
  const otherId = await api.put(path, { ...rule, id: 'other' });
  expect(otherId.body).toMatchObject({ errors: [{ pointer: '/id', code: 'rule-id-differs' }] });
  expect(JSON.stringify((await api.get('/v1/practice-rules')).body)).not.toContain('"bad"');
});

test('a trial tells how many, which, dollars, precision and recall, for the span asked for', async () => {
  await api.post('/v1/visits', aVisitInput());
  const { status, body } = await api.post(`${path}/trial`, { since: '2025-01-01', until: '2026-12-31' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    ruleId: rule.id,
    since: '2025-01-01',
    until: '2026-12-31',
    firedClaimIds: [],
    firedChargeCents: 0,
    precision: null,
    recall: null,
  });
  expect((await api.post(`${path}/trial`, { since: 'yesterday' })).body).toMatchObject({
    errors: [{ pointer: '/since' }],
  });
  expect((await api.post('/v1/practice-rules/nobody/trial', {})).status).toBe(404);
});

test('switched on it judges, and its trial is kept; switched off it does not', async () => {
  expect((await api.post(`${path}:switch`, { inUse: false })).body).toMatchObject({ code: 'command-refused' });
  expect((await api.post(`${path}:switch`, { inUse: true })).body).toMatchObject({
    rule: { version: 2, state: 'on' },
    trial: { ruleId: rule.id, version: 2 },
  });
  expect((await api.get('/v1/practice-rules')).body['items']).toMatchObject([{ version: 2, state: 'on' }]);
  const facts = { payer: { code: 'summit-health' }, dateOfService: '2026-03-10', modality: 'audio_only' };
  const visit = { ...facts, serviceKind: 'psychotherapy', totalMinutes: 45, diagnoses: ['F411'] };
  const people = { patientLocation: { setting: 'home', state: 'NY' }, clinician: { type: 'physician', state: 'NY' } };
  const judged = async () => (await api.post('/v1/decisions', { ...visit, ...people })).body['decision'];
  expect(await judged()).toBe('not_allowed');
  expect((await api.post(`${path}:switch`, { inUse: false })).body).toMatchObject({
    rule: { version: 2, state: 'off' },
    trial: null,
  });
  expect(await judged()).toBe('allowed');
});

test('changing rules is a manager’s; a repeat under one key gets the first answer', async () => {
  const biller = await api.createKey({ role: 'biller' });
  for (const [method, at, body] of [
    ['post', '/v1/practice-rules', rule],
    ['put', path, rule],
    ['post', `${path}/trial`, {}],
    ['post', `${path}:switch`, { inUse: true }],
  ] as const) {
    const answer = await api[method](at, body, { key: biller });
    expect(`${at}: ${answer.status}`).toBe(`${at}: 403`);
  }
  const once = { headers: { 'idempotency-key': 'one-rule' } };
  const first = await api.post('/v1/practice-rules', { ...rule, id: 'once' }, once);
  await api.put('/v1/practice-rules/once', { ...rule, id: 'once', title: 'Changed since' });
  expect((await api.post('/v1/practice-rules', { ...rule, id: 'once' }, once)).body).toEqual(first.body);
  expect((await api.post('/v1/practice-rules', { ...rule, id: 'twice' }, once)).body['code']).toBe(
    'idempotency-key-reused',
  );
});
