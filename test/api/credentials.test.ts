import { afterAll, beforeAll, expect, test } from 'vitest';
import { npiFromNineDigits } from '../../domain/kernel/npi.js';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { aLicence, anEnrolment, aPrivilege } from '../builders/credentials.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api.stop();
});

const pathOf = (nineDigits: string) => `/v1/clinicians/${npiFromNineDigits(nineDigits)}/credentials`;

test('what is recorded of a clinician is read back with its version, its moment and who recorded it', async () => {
  const path = pathOf('199990301');
  expect((await api.get(path)).status).toBe(404);
  const put = await api.put(path, { credentials: [anEnrolment(), aLicence()] });
  expect([put.status, put.headers.get('etag')]).toEqual([200, '"1"']);
  expect(put.body).toMatchObject({ version: 1, recordedBy: expect.stringMatching(/^user:key_/) });
  const read = await api.get(path);
  expect(read.body).toEqual(put.body);
  expect(read.body['credentials']).toEqual([aLicence(), anEnrolment()]);
});

test('a new record takes the place of the old one, and a decision on old facts is refused', async () => {
  const path = pathOf('199990302');
  await api.put(path, { credentials: [aLicence()] });
  const second = await api.put(path, { credentials: [aPrivilege()] }, { headers: { 'if-match': '"1"' } });
  expect(second.body).toMatchObject({ version: 2, credentials: [aPrivilege()] });
  const stale = await api.put(path, { credentials: [] }, { headers: { 'if-match': '"1"' } });
  expect(stale.status).toBe(412);
  expect((await api.get(path)).body).toMatchObject({ version: 2, credentials: [aPrivilege()] });
});

test('bad credentials are refused with their place, and nothing is recorded', async () => {
  const path = pathOf('199990303');
  const ended = aLicence({ to: plainDate('2019-12-31') });
  const refused = await api.put(path, { credentials: [aLicence(), ended, { kind: 'permit' }] });
  expect(refused.status).toBe(422);
  expect(refused.body['errors']).toMatchObject([{ pointer: '/credentials/1/to' }, { pointer: '/credentials/2/kind' }]);
  const twice = await api.put(path, { credentials: [aLicence(), aLicence({ status: 'revoked' })] });
  expect(twice.body['errors']).toMatchObject([{ pointer: '/credentials' }]);
  expect((await api.get(path)).status).toBe(404);
  expect((await api.get('/v1/clinicians/1234567890/credentials')).body).toMatchObject({ code: 'invalid-parameters' });
});

test('a biller reads credentials and a manager alone records them; another practice sees none', async () => {
  const path = pathOf('199990304');
  await api.put(path, { credentials: [aLicence()] });
  const [biller, viewer, other] = await Promise.all([
    api.createKey({ role: 'biller' }),
    api.createKey({ role: 'viewer' }),
    api.createKey({ submitterId: 'ELSEWHERE' }),
  ]);
  expect((await api.get(path, { key: biller })).status).toBe(200);
  expect((await api.put(path, { credentials: [] }, { key: biller })).status).toBe(403);
  expect((await api.get(path, { key: viewer })).status).toBe(403);
  expect((await api.get(path, { key: other })).status).toBe(404);
});
