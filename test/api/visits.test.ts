import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
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

/** Sends a visit and gives what is wrong with it. */
async function errorsOf(visit: unknown): Promise<unknown> {
  const answer = await api.post('/v1/visits', visit);
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return answer.body['errors'];
}

test('a visit becomes a claim, and both can be read back', async () => {
  const answer = await api.post('/v1/visits', aVisitInput({ sourceId: 'first' }));
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ created: true, warnings: [] });
  const location = answer.headers.get('location') ?? '';
  expect(location).toBe(`/v1/claims/${String(answer.body['claimId'])}`);
  const claim = await api.get(location);
  expect(claim.body).toMatchObject({
    stage: 'intake',
    payerCode: 'summit-health',
    dateOfService: '2026-03-10',
    filingDeadline: '2026-09-06',
    patientControlNumber: expect.stringMatching(/^[A-Z0-9]{14}$/),
  });
  const visit = await api.get(`/v1/visits/${String(answer.body['visitId'])}`);
  expect(visit.body).toMatchObject({ claimId: answer.body['claimId'], visit: { patient: { lastName: 'Fields' } } });
});

test('a visit is stored together with its first event and the message that starts its workflow', async () => {
  const { body } = await api.post('/v1/visits', aVisitInput({ sourceId: 'with-event' }));
  const claimId = String(body['claimId']);
  const timeline = await api.get(`/v1/claims/${claimId}/timeline`);
  expect(timeline.body['stages']).toMatchObject([
    {
      stage: 'intake',
      finishedAt: null,
      late: false,
      events: [{ kind: 'received', actor: expect.stringMatching(/^user:key_/) }],
    },
  ]);
  const messages = await api.db.inPractice(api.practiceId, (tx) =>
    tx.rows(z.object({ message: z.unknown() }), sql`select message from outbox where message->>'claimId' = ${claimId}`),
  );
  expect(messages).toEqual([{ message: { kind: 'start_claim', claimId, payerCode: 'summit-health' } }]);
});

test('the same visit sent again gives the same claim and changes nothing', async () => {
  const visit = aVisitInput({ sourceId: 'twice' });
  const first = await api.post('/v1/visits', visit);
  const second = await api.post('/v1/visits', visit);
  expect(second.status).toBe(200);
  expect(second.body).toEqual({ ...first.body, created: false });
});

test('the same source id with other content is refused and the first visit stays', async () => {
  const first = await api.post('/v1/visits', aVisitInput({ sourceId: 'changed', totalMinutes: 10 }));
  const second = await api.post('/v1/visits', aVisitInput({ sourceId: 'changed', totalMinutes: 40 }));
  expect(second.status).toBe(409);
  expect(second.body).toMatchObject({ code: 'visit-differs', errors: [{ pointer: '/sourceId' }] });
  const kept = await api.get(`/v1/visits/${String(first.body['visitId'])}`);
  expect(kept.body).toMatchObject({ visit: { totalMinutes: 10 } });
});

test('twenty requests at once for one visit make one claim', async () => {
  const visit = aVisitInput({ sourceId: 'race' });
  const answers = await Promise.all(Array.from({ length: 20 }, () => api.post('/v1/visits', visit)));
  expect(new Set(answers.map((answer) => answer.body['claimId'])).size).toBe(1);
  expect(answers.map((answer) => answer.status).sort()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
});

test('bad JSON is answered with the line and column where it stops', async () => {
  const answer = await api.post('/v1/visits', '{\n  "source": "tests",\n  "sourceId" "x"\n}');
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ code: 'malformed-json', detail: 'The body is not JSON at line 3, column 14.' });
});

test('bytes that are not UTF-8 are refused', async () => {
  const answer = await api.post('/v1/visits', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x7d]));
  expect(answer.body).toMatchObject({ status: 400, code: 'malformed-json', errors: [{ code: 'not-utf-8' }] });
});

test('another media type is refused by its name', async () => {
  const answer = await api.post('/v1/visits', '<visit/>', { headers: { 'content-type': 'application/xml' } });
  expect(answer.status).toBe(415);
  expect(answer.body['detail']).toBe('Send application/json, not application/xml.');
});

test('a payer nobody knows does not stop the visit; the answer says what a person will be asked', async () => {
  const coverages = aVisitInput().coverages.map((coverage) => ({ ...coverage, payerCode: 'no-such-payer' }));
  const answer = await api.post('/v1/visits', aVisitInput({ sourceId: 'unknown-payer', coverages }));
  expect(answer.status).toBe(201);
  expect(answer.body['warnings']).toMatchObject([
    { pointer: '/coverages/0/payerCode', code: 'payer-unknown', remedy: expect.any(String) },
  ]);
  const claim = await api.get(`/v1/claims/${String(answer.body['claimId'])}`);
  expect(claim.body['payerCode']).toBeNull();
});

test('a visit without insurance is the patient’s own to pay', async () => {
  const answer = await api.post('/v1/visits', aVisitInput({ sourceId: 'self-pay', coverages: [] }));
  const claim = await api.get(`/v1/claims/${String(answer.body['claimId'])}`);
  expect(claim.body['payerCode']).toBe('self-pay');
});

test('an NPI with a wrong check digit is named with its place', async () => {
  const clinician = { ...aVisitInput().clinician, npi: '1234567890' };
  expect(await errorsOf(aVisitInput({ clinician }))).toEqual([
    {
      pointer: '/clinician/npi',
      code: 'invalid',
      message: 'not a valid NPI: ten digits, the last one a check digit',
      remedy: 'Correct this value and send it again.',
    },
  ]);
});

test('a date of service is in the future as soon as it is after today at the practice', async () => {
  expect(await errorsOf(aVisitInput({ sourceId: 'tomorrow', dateOfService: '2026-03-11' }))).toMatchObject([
    { pointer: '/dateOfService', code: 'date-of-service-in-future', remedy: expect.any(String) },
  ]);
});

test('negative money is refused', async () => {
  expect(await errorsOf(aVisitInput({ patientPaidCents: -500 }))).toMatchObject([
    { pointer: '/patientPaidCents', message: 'an amount can not be negative' },
  ]);
});

test('a field that nobody knows is an error: a misspelt one must not get lost', async () => {
  const visit = aVisitInput();
  const answer = await api.post('/v1/visits', { ...visit, medicalDecisonMaking: 'high' });
  expect(answer).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/medicalDecisonMaking', code: 'unknown-field' }] },
  });
  const inside = await api.post('/v1/visits', { ...visit, patient: { ...visit.patient, addres: {} } });
  expect(inside.body).toMatchObject({ errors: [{ pointer: '/patient/addres', code: 'unknown-field' }] });
});

test('a dependent without a subscriber is refused', async () => {
  const coverages = aVisitInput().coverages.map((coverage) => ({ ...coverage, relationship: 'child' as const }));
  expect(await errorsOf(aVisitInput({ coverages }))).toMatchObject([
    { pointer: '/coverages/0/subscriber', code: 'subscriber-missing' },
  ]);
});

test('all errors of a visit come at once, and none repeats what was sent', async () => {
  const { patient, ...rest } = aVisitInput();
  const bad = {
    ...rest,
    patient: { ...patient, birthDate: '1970-13-45', firstName: undefined },
    modality: 'telepathy',
  };
  const answer = await api.post('/v1/visits', bad);
  expect(answer.body['errors']).toMatchObject([
    { pointer: '/modality', code: 'not-one-of' },
    { pointer: '/patient/firstName', code: 'required' },
    { pointer: '/patient/birthDate', code: 'invalid' },
  ]);
  expect(JSON.stringify(answer.body)).not.toMatch(/telepathy|1970-13-45|Fields/);
});

test('text that no database can keep is an error of the visit, not of ours', async () => {
  for (const firstName of ['Ada\u0000', 'Ada\ud800']) {
    expect(await errorsOf(aVisitInput({ patient: { ...aVisitInput().patient, firstName } }))).toMatchObject([
      { pointer: '/patient/firstName', code: 'text-not-storable' },
    ]);
  }
});

test('a body of 10 MB is refused before it is read', async () => {
  const answer = await api.post('/v1/visits', JSON.stringify({ padding: 'x'.repeat(10 * 1024 * 1024) }));
  expect(answer.status).toBe(413);
  expect(answer.body).toMatchObject({ code: 'body-too-large', detail: expect.stringContaining('1048576 bytes') });
});

test('a repeated request under its key gets the first answer, marked as such', async () => {
  const headers = { 'idempotency-key': 'order-1' };
  const first = await api.post('/v1/visits', aVisitInput({ sourceId: 'keyed' }), { headers });
  const again = await api.post('/v1/visits', aVisitInput({ sourceId: 'keyed' }), { headers });
  expect(first.status).toBe(201);
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
});

test('a key that was used for another request is refused', async () => {
  const headers = { 'idempotency-key': 'order-2' };
  await api.post('/v1/visits', aVisitInput({ sourceId: 'keyed-a' }), { headers });
  const other = await api.post('/v1/visits', aVisitInput({ sourceId: 'keyed-b' }), { headers });
  expect(other.status).toBe(422);
  expect(other.body['code']).toBe('idempotency-key-reused');
});

test('a request refused for its content may be corrected under the same key', async () => {
  const headers = { 'idempotency-key': 'order-3' };
  const bad = await api.post('/v1/visits', { ...aVisitInput({ sourceId: 'keyed-c' }), modality: 'x' }, { headers });
  const good = await api.post('/v1/visits', aVisitInput({ sourceId: 'keyed-c' }), { headers });
  expect([bad.status, good.status]).toEqual([422, 201]);
});

test('a request whose first try is still running is told to come back, and is taken over when that try died', async () => {
  const visit = aVisitInput({ sourceId: 'keyed-d' });
  const headers = { 'idempotency-key': 'order-4' };
  await api.post('/v1/visits', visit, { headers });
  const unfinish = (age: string) =>
    api.db.inPractice(api.practiceId, (tx) =>
      tx.execute(
        sql`update idempotency_records set status = null, response = null, created_at = now() - ${age}::interval
          where key = 'order-4'`,
      ),
    );
  await unfinish('1 second');
  const running = await api.post('/v1/visits', visit, { headers });
  expect(running.status).toBe(409);
  expect(running.body['code']).toBe('request-in-progress');
  expect(Number(running.headers.get('retry-after'))).toBeGreaterThan(0);
  await unfinish('1 hour');
  expect((await api.post('/v1/visits', visit, { headers })).status).toBe(200);
});
