import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api.stop();
});

const pathOf = (payerCode: string) => `/v1/payers/${payerCode}/contract-rates`;
const visit = { procedureCode: '99213', allowedCents: 9_900, from: '2026-01-01' };
const therapy = { procedureCode: '90834', allowedCents: 11_000, from: '2026-01-01', to: '2026-12-31' };

test('a load takes the place of what stood before as a whole, and says what changed', async () => {
  const path = pathOf('unity-care');
  expect((await api.get(path)).body).toEqual({ payerCode: 'unity-care', rates: [] });
  const first = await api.put(path, { rates: [visit, therapy] });
  expect([first.status, first.body]).toMatchObject([200, { added: 2, changed: 0, ended: 0, unchanged: 0 }]);
  const second = await api.put(path, { rates: [{ ...visit, allowedCents: 9_000 }] });
  expect(second.body).toMatchObject({ added: 0, changed: 1, ended: 1, unchanged: 0 });
  expect((await api.get(path)).body['rates']).toEqual([{ ...visit, allowedCents: 9_000 }]);
});

test('a dry run says what would change and changes nothing', async () => {
  const path = pathOf('prairie-blue');
  expect((await api.put(`${path}?dryRun=true`, { rates: [visit] })).body).toMatchObject({ added: 1 });
  expect((await api.get(path)).body['rates']).toEqual([]);
});

test('rates of other forms are refused with their place, and an unknown payer is not found', async () => {
  const path = pathOf('cobalt-mutual');
  const refused = await api.put(path, { rates: [visit, { ...therapy, to: '2020-01-01' }, { procedureCode: '1' }] });
  expect(refused.status).toBe(422);
  expect(refused.body['errors']).toMatchObject([
    { pointer: '/rates/1/to' },
    { pointer: '/rates/2/procedureCode' },
    { pointer: '/rates/2/allowedCents' },
    { pointer: '/rates/2/from' },
  ]);
  const twice = await api.put(path, { rates: [visit, { ...visit, allowedCents: 1 }] });
  expect(twice.body['errors']).toMatchObject([{ pointer: '/rates' }]);
  expect((await api.put(pathOf('nobody'), { rates: [visit] })).status).toBe(404);
  expect((await api.get(path)).body['rates']).toEqual([]);
});

test('a manager alone loads a contract, and another practice sees none of it', async () => {
  const path = pathOf('granite-tpa');
  await api.put(path, { rates: [visit] });
  const [biller, other] = await Promise.all([
    api.createKey({ role: 'biller' }),
    api.createKey({ submitterId: 'ELSEWHERE-CONTRACT' }),
  ]);
  expect((await api.put(path, { rates: [] }, { key: biller })).status).toBe(403);
  expect((await api.get(path, { key: biller })).body['rates']).toEqual([visit]);
  expect((await api.get(path, { key: other })).body['rates']).toEqual([]);
});
