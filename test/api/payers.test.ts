import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPayer } from '../builders/rules.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api.stop();
});

const codesOf = (body: Record<string, unknown>) => JSON.stringify(body['items']);

test('lists one profile a payer, and with a date only those in force on it', async () => {
  await api.put('/v1/payers/harbor-health', { ...aPayer('harbor-health'), effectiveTo: '2026-06-30' });
  const all = await api.get('/v1/payers');
  expect(codesOf(all.body)).toContain('"harbor-health"');
  expect(codesOf((await api.get('/v1/payers?on=2026-06-30')).body)).toContain('"harbor-health"');
  expect(codesOf((await api.get('/v1/payers?on=2026-07-01')).body)).not.toContain('"harbor-health"');
  expect((await api.get('/v1/payers?on=yesterday')).status).toBe(400);
});

test('a new version ends the one without an end the day before, and both sides are told in words', async () => {
  const version = { ...aPayer('unity-care'), effectiveFrom: '2026-05-01', filingLimitDays: 60 };
  const dry = await api.put('/v1/payers/unity-care?dryRun=true', version);
  expect(dry.body).toMatchObject({ dryRun: true, outcome: 'added', ended: { effectiveTo: '2026-04-30' } });
  expect((await api.get('/v1/payers/unity-care')).body['versions']).toHaveLength(1);
  const saved = await api.put('/v1/payers/unity-care', version);
  expect(saved.body['differences']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        label: 'Filing limit',
        from: '90 days from the date of service',
        to: '60 days from the date of service',
      }),
    ]),
  );
  const before = await api.get('/v1/payers/unity-care?on=2026-04-30');
  expect(before.body['inForce']).toMatchObject({ filingLimitDays: 90, effectiveTo: '2026-04-30' });
  const after = await api.get('/v1/payers/unity-care?on=2026-05-01');
  expect(after.body['inForce']).toMatchObject({ filingLimitDays: 60 });
  expect((await api.put('/v1/payers/unity-care', version)).body['outcome']).toBe('unchanged');
});

test('each change is kept with who made it; a saving that changes nothing is none', async () => {
  const version = { ...aPayer('summit-health'), filingLimitDays: 200 };
  await api.put('/v1/payers/summit-health', version);
  await api.put('/v1/payers/summit-health', version);
  const { body } = await api.get('/v1/payers/summit-health');
  expect(body['changes']).toEqual([
    expect.objectContaining({
      actor: expect.stringMatching(/^user:key_/) as unknown,
      before: expect.objectContaining({ filingLimitDays: 180 }) as unknown,
      after: expect.objectContaining({ filingLimitDays: 200 }) as unknown,
    }),
  ]);
});

test('a version that overlaps another, or is not of the path, or knows a field too many is refused field by field', async () => {
  await api.put('/v1/payers/prairie-blue', { ...aPayer('prairie-blue'), effectiveTo: '2026-12-31' });
  const late = { ...aPayer('prairie-blue'), effectiveFrom: '2026-06-01' };
  const overlap = await api.put('/v1/payers/prairie-blue', late);
  expect(overlap.status).toBe(422);
  expect(overlap.body['errors']).toEqual([
    expect.objectContaining({ code: 'payer-version-overlap', pointer: '/effectiveFrom' }),
  ]);
  const other = await api.put('/v1/payers/granite-tpa', late);
  expect(other.body['errors']).toEqual([expect.objectContaining({ pointer: '/code' })]);
  const misspelt = await api.put('/v1/payers/prairie-blue', { ...late, filingLimit: 90, filingLimitDays: '90' });
  expect(misspelt.body['errors']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ pointer: '/filingLimit', code: 'unknown-field' }),
      expect.objectContaining({ pointer: '/filingLimitDays' }),
    ]),
  );
});

test('days between two versions on which none is in force are told', async () => {
  await api.put('/v1/payers/cobalt-mutual', { ...aPayer('cobalt-mutual'), effectiveTo: '2026-05-31' });
  const { body } = await api.put('/v1/payers/cobalt-mutual', {
    ...aPayer('cobalt-mutual'),
    effectiveFrom: '2026-07-01',
  });
  expect(body['findings']).toEqual([
    expect.objectContaining({
      code: 'payer-version-gap',
      message: 'no version of cobalt-mutual is in force from 2026-06-01 to 2026-06-30',
    }),
  ]);
});

test('only a manager changes what a payer wants, and only in their own practice', async () => {
  const biller = await api.createKey({ role: 'biller' });
  const version = { ...aPayer('ny-medicaid'), filingLimitDays: 30 };
  expect((await api.put('/v1/payers/ny-medicaid', version, { key: biller })).status).toBe(403);
  const other = await api.createKey({ submitterId: 'OTHER' });
  await api.put('/v1/payers/ny-medicaid', version, { key: other });
  expect((await api.get('/v1/payers/ny-medicaid')).body['inForce']).toMatchObject({ filingLimitDays: 90 });
  expect((await api.get('/v1/payers/no-such-payer')).status).toBe(404);
});
