import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { VisitInput } from '../../domain/visit/visit.js';
import { aVisitInput } from '../builders/visit-input.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api.stop();
});

function visits(count: number, prefix: string): VisitInput[] {
  return Array.from({ length: count }, (_, index) => aVisitInput({ sourceId: `${prefix}-${index}` }));
}

const resultSchema = z.object({ items: z.array(z.object({ claimId: z.string() })) });
const ndjson = { headers: { 'content-type': 'application/x-ndjson' } };

test('of 5,000 visits with ten bad ones 4,990 become claims and each bad one is told its error', async () => {
  const batch: unknown[] = visits(5_000, 'large');
  const bad = new Map<number, readonly [unknown, string]>([
    [0, [{ ...aVisitInput(), patientPaidCents: -1 }, '/patientPaidCents']],
    [99, [aVisitInput({ sourceId: 'large-99', dateOfService: '2026-04-01' }), '/dateOfService']],
    [100, [{ ...aVisitInput(), clinician: { ...aVisitInput().clinician, npi: '1111111111' } }, '/clinician/npi']],
    [101, [{ ...aVisitInput(), diagnoses: [{ system: 'icd-9', code: 'I10' }] }, '/diagnoses/0/system']],
    [777, [null, '']],
    [778, ['a visit', '']],
    [2_000, [aVisitInput({ sourceId: 'large-1999' }), '/sourceId']],
    [3_333, [{ ...aVisitInput(), dateOfService: '2026-02-30' }, '/dateOfService']],
    [4_998, [{ ...aVisitInput(), patientLocation: { setting: 'home', state: 'XX' } }, '/patientLocation/state']],
    [4_999, [[], '']],
  ]);
  for (const [index, [item]] of bad) batch[index] = item;
  const answer = await api.post('/v1/visits:batch', batch);
  expect(answer.status).toBe(200);
  expect(answer.body['counts']).toEqual({ created: 4_990, existing: 0, conflict: 0, refused: 10 });
  expect(answer.body['items']).toHaveLength(5_000);
  for (const [index, [, pointer]] of bad) {
    expect(answer.body['items']).toMatchObject({
      [index]: { index, outcome: 'refused', claimId: null, errors: { 0: { pointer, remedy: expect.any(String) } } },
    });
  }
});

test('a batch sent again finds every visit there', async () => {
  const batch = visits(250, 'again');
  await api.post('/v1/visits:batch', batch);
  const again = await api.post('/v1/visits:batch', [...batch].reverse());
  expect(again.body['counts']).toEqual({ created: 0, existing: 250, conflict: 0, refused: 0 });
});

test('two batches with the same visits in opposite order both come through', async () => {
  const batch = visits(300, 'opposite');
  const [first, second] = await Promise.all([
    api.post('/v1/visits:batch', batch),
    api.post('/v1/visits:batch', [...batch].reverse()),
  ]);
  expect([first?.status, second?.status]).toEqual([200, 200]);
  const claimIds = [first, second].flatMap((answer) =>
    resultSchema.parse(answer?.body).items.map((item) => item.claimId),
  );
  expect(new Set(claimIds).size).toBe(300);
});

test('a visit that differs from the one stored is a conflict of that item alone', async () => {
  await api.post('/v1/visits:batch', visits(2, 'differs'));
  const changed = visits(3, 'differs').map((visit, index) => (index === 1 ? { ...visit, totalMinutes: 59 } : visit));
  const answer = await api.post('/v1/visits:batch', changed);
  expect(answer.body['items']).toMatchObject([
    { outcome: 'existing' },
    { outcome: 'conflict', errors: [{ code: 'visit-differs' }] },
    { outcome: 'created' },
  ]);
});

test('newline-delimited JSON is read line by line, and a broken line names its place', async () => {
  const [first, second] = visits(2, 'lines').map((visit) => JSON.stringify(visit));
  const answer = await api.post('/v1/visits:batch', `${first}\n\n{"source": "tests",}\n${second}\n`, ndjson);
  expect(answer.body['items']).toMatchObject([
    { line: 1, outcome: 'created' },
    { line: 3, outcome: 'refused', errors: [{ code: 'malformed-json', message: 'not JSON at line 3, column 20' }] },
    { line: 4, outcome: 'created' },
  ]);
});

test('more than 5,000 visits at once are refused', async () => {
  const answer = await api.post('/v1/visits:batch', '{}\n'.repeat(5_001), ndjson);
  expect(answer.status).toBe(413);
  expect(answer.body).toMatchObject({ code: 'batch-too-large', detail: expect.stringContaining('5001') });
});

test('something other than an array is refused', async () => {
  const answer = await api.post('/v1/visits:batch', { visits: [] });
  expect(answer.body).toMatchObject({ status: 422, code: 'invalid-body', detail: 'Send an array of visits.' });
});

test('an empty batch is answered with an empty list', async () => {
  const answer = await api.post('/v1/visits:batch', []);
  expect(answer.body['items']).toEqual([]);
});

test('a body of 10 MB is read here, one above 20 MB is not', async () => {
  const padded = aVisitInput({ sourceId: 'padded' });
  const large = await api.post('/v1/visits:batch', `${JSON.stringify([padded])}${' '.repeat(10 * 1024 * 1024)}`);
  expect(large.body['counts']).toMatchObject({ created: 1 });
  const tooLarge = await api.post('/v1/visits:batch', `["${'x'.repeat(21 * 1024 * 1024)}"]`);
  expect(tooLarge.body).toMatchObject({ status: 413, code: 'body-too-large' });
});
