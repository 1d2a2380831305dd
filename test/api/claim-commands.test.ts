import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aVisitInput } from '../builders/visit-input.js';
import { type ApiAnswer, serveTestApi, type TestApi } from '../support/api.js';
import { ClaimWorld } from '../support/claim-world.js';
import { eventually } from '../support/eventually.js';

let world: ClaimWorld;
let api: TestApi;
const folder = mkdtempSync(join(tmpdir(), 'teleclaim-commands-'));
chmodSync(folder, 0o711);

beforeAll(async () => {
  world = await ClaimWorld.open({ folder });
  const { db, client: temporal, practiceId, deps } = world;
  api = await serveTestApi({ db, temporal, practiceId, now: () => deps.clock.now() });
});
afterAll(async () => {
  await api?.stop();
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A claim that waits for a biller, for nobody knows its payer; gives its path. */
async function aParkedClaim(sourceId: string): Promise<string> {
  const coverages = aVisitInput().coverages.map((coverage) => ({ ...coverage, payerName: 'Nobody Knows' }));
  const { body } = await api.post('/v1/visits', aVisitInput({ sourceId, coverages }));
  const path = `/v1/claims/${String(body['claimId'])}`;
  await eventually('the claim waits for a person', async () => (await api.get(path)).body['attention'] === 'biller');
  await eventually('its workflow says so', async () => {
    const { body: state } = await api.get(`${path}/state`);
    return JSON.stringify(state['waitsFor']).includes('"person"');
  });
  return path;
}

function give(
  path: string,
  command: string,
  body: object = {},
  headers: Record<string, string> = {},
): Promise<ApiAnswer> {
  return api.post(`${path}:${command}`, { reason: 'a test wants it', ...body }, { headers });
}

test('the live state says what the claim waits for and what a person may do', async () => {
  const path = await aParkedClaim('state');
  const { body } = await api.get(`${path}/state`);
  expect(body).toMatchObject({
    stage: 'eligibility',
    onHold: false,
    waitsFor: { kind: 'person', parked: { allowedCommands: expect.arrayContaining(['correct', 'void']) } },
  });
});

test('a dry run says what would happen and does nothing', async () => {
  const path = await aParkedClaim('dry-run');
  const { version } = (await api.get(path)).body;
  const allowed = await give(path, 'void?dryRun=true');
  expect(allowed.body).toMatchObject({ dryRun: true, outcome: 'would_be_carried_out' });
  const refused = await give(path, 'resubmit?dryRun=true');
  expect(refused.body).toMatchObject({ outcome: 'would_be_refused', summary: expect.stringContaining('allows') });
  expect((await api.get(path)).body['version']).toBe(version);
});

test('a command that is not allowed now is refused with the reason and changes nothing', async () => {
  const path = await aParkedClaim('refused');
  const { version } = (await api.get(path)).body;
  const answer = await give(path, 'resubmit');
  expect(answer.status).toBe(409);
  expect(answer.body).toMatchObject({
    code: 'command-refused',
    detail: expect.stringContaining('this work item allows'),
  });
  expect((await api.get(path)).body['version']).toBe(version);
});

test('a command repeated under its key is carried out once and answers the same', async () => {
  const path = await aParkedClaim('once');
  const headers = { 'idempotency-key': 'hold-once' };
  const answers = [await give(path, 'hold', {}, headers), await give(path, 'hold', {}, headers)];
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  expect(answers[1]?.body).toEqual(answers[0]?.body);
  const other = await give(path, 'release', {}, headers);
  expect(other.body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  const timeline = JSON.stringify((await api.get(`${path}/timeline`)).body);
  expect(timeline.match(/command_hold/g)).toHaveLength(1);
  expect((await api.get(path)).body).toMatchObject({ onHold: true, headline: 'On hold' });
  expect((await give(path, 'release')).status).toBe(200);
});

test('a correction puts the payer right and the claim goes on', async () => {
  const path = await aParkedClaim('correct');
  const unknown = await give(path, 'correct', { payerCode: 'no-such-payer' });
  expect(unknown.body).toMatchObject({ status: 422, errors: [{ pointer: '/payerCode', code: 'payer-unknown' }] });
  const misspelt = await give(path, 'correct', { memberID: '1EG4TE5MK73' });
  expect(misspelt.body).toMatchObject({ status: 422, errors: { 0: { pointer: '/memberID', code: 'unknown-field' } } });
  const empty = await give(path, 'correct');
  expect(empty.body).toMatchObject({ status: 422, errors: [{ message: 'name at least one field to correct' }] });
  const done = await give(path, 'correct', { payerCode: 'summit-health', memberId: '1EG4TE5MK73' });
  expect(done.body).toMatchObject({ dryRun: false, outcome: 'carried_out' });
  const claim = await eventually('coverage is asked again', async () => {
    const { body } = await api.get(path);
    return body['eligibility'] === null ? false : body;
  });
  expect(claim).toMatchObject({ payerCode: 'summit-health' });
});

test('a decision on an older version of the claim is refused', async () => {
  const path = await aParkedClaim('if-match');
  const stale = await give(path, 'void', {}, { 'if-match': '"1"' });
  expect(stale.body).toMatchObject({ status: 412, code: 'version-mismatch' });
  const etag = (await api.get(path)).headers.get('etag') ?? '';
  expect((await give(path, 'void', {}, { 'if-match': etag })).status).toBe(200);
});

test('a voided claim closes, and after that refuses everything', async () => {
  const path = await aParkedClaim('void');
  expect((await give(path, 'void')).body).toMatchObject({ outcome: 'carried_out' });
  await eventually('the claim is closed', async () => (await api.get(path)).body['stage'] === 'closed');
  expect((await api.get(path)).body).toMatchObject({ headline: 'Void', insuranceOutcome: 'void', openWorkItems: [] });
  const late = await give(path, 'hold');
  expect(late.status).toBe(409);
  expect(late.body['detail']).toContain('closed');
});

test('the reason of a command is in the timeline with who gave it', async () => {
  const path = await aParkedClaim('who');
  await give(path, 'write-off', { reason: 'not worth the stamps' });
  const events = JSON.stringify((await api.get(`${path}/timeline`)).body);
  expect(events).toContain('not worth the stamps');
  expect(events).toMatch(/"kind":"command_write_off"[^}]*"actor":"user:key_/);
});

test('an unknown command and an unknown claim are both "not found"', async () => {
  const path = await aParkedClaim('unknown');
  expect((await give(path, 'explode')).body).toMatchObject({ status: 404, code: 'not-found' });
  expect((await give(`/v1/claims/clm_${'0'.repeat(26)}`, 'hold')).body).toMatchObject({ status: 404 });
});

test('a command needs a reason', async () => {
  const path = await aParkedClaim('reason');
  const answer = await api.post(`${path}:hold`, {});
  expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer: '/reason', code: 'required' }] });
});
