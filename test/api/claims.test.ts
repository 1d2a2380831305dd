import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { withClaim } from '../../activities/run-claim-step.js';
import type { ClaimChanges } from '../../db/claim-row.js';
import { newId } from '../../db/new-id.js';
import { json, sql } from '../../db/sql.js';
import { openWorkItem } from '../../db/work-items.js';
import { cents } from '../../domain/kernel/cents.js';
import { instant } from '../../domain/kernel/instant.js';
import { aVisitInput } from '../builders/visit-input.js';
import { startTestApi, type TestApi, testNow } from '../support/api.js';

let api: TestApi;
let claimIds: string[];

const itemsSchema = z.object({ items: z.array(z.object({ claimId: z.string() })) });
const pageSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      stage: z.string(),
      attention: z.string(),
      onHold: z.boolean(),
      chargeCents: z.int(),
      paidCents: z.int(),
    }),
  ),
  nextPageToken: z.string().nullable(),
});

beforeAll(async () => {
  api = await startTestApi();
  const payers = ['Summit Health', 'Cobalt Mutual', 'Unity Care'];
  const visits = Array.from({ length: 60 }, (_, index) => {
    const payerName = payers[index % 3] ?? '';
    const dateOfService = `2026-02-${String((index % 28) + 1).padStart(2, '0')}`;
    const coverages = aVisitInput().coverages.map((coverage) => ({ ...coverage, payerName }));
    return aVisitInput({ sourceId: `claim-${index}`, dateOfService, coverages });
  });
  const answer = await api.post('/v1/visits:batch', visits);
  claimIds = itemsSchema.parse(answer.body).items.map((item) => item.claimId);
});
afterAll(async () => {
  await api.stop();
});

/** Every page of a list, one after the other. */
async function allPages(path: string): Promise<z.infer<typeof pageSchema>['items'][]> {
  const pages: z.infer<typeof pageSchema>['items'][] = [];
  let token: string | null = '';
  while (token !== null) {
    const answer = await api.get(`${path}${token === '' ? '' : `&pageToken=${token}`}`);
    expect(answer.status).toBe(200);
    const page = pageSchema.parse(answer.body);
    pages.push(page.items);
    token = page.nextPageToken;
  }
  return pages;
}

/** Moves a claim on as a step would. */
async function advance(index: number, changes: ClaimChanges, at: string): Promise<void> {
  const clock = { now: () => instant(at), wallMillisUntil: () => 0 };
  const step = { practiceId: api.practiceId, claimId: claimIds[index] ?? '', key: `advance:${at}`, actor: 'workflow' };
  await withClaim({ db: api.db, clock }, step, (taken) => {
    const enters = { stage: 'scrubbing', dueAt: instant('2026-03-11T03:00:00Z') } as const;
    taken.record({ kind: 'advanced', summary: 'moved on by a test', enters, changes });
  });
}

test('pages follow each other without a gap or a repeat, newest and oldest first', async () => {
  const newest = await allPages('/v1/claims?pageSize=7');
  expect(newest.map((page) => page.length)).toEqual([7, 7, 7, 7, 7, 7, 7, 7, 4]);
  const ids = newest.flat().map((claim) => claim.id);
  expect([...ids].sort()).toEqual([...claimIds].sort());
  const oldest = await allPages('/v1/claims?pageSize=11&sort=oldest');
  expect(oldest.flat().map((claim) => claim.id)).toEqual([...ids].reverse());
});

test('a page stays where it was while claims arrive and move on', async () => {
  const first = pageSchema.parse((await api.get('/v1/claims?pageSize=20&sort=oldest')).body);
  await advance(5, { charge_cents: cents(12_500) }, '2026-03-11T02:40:00Z');
  const token = String(first.nextPageToken);
  const second = pageSchema.parse((await api.get(`/v1/claims?pageSize=40&sort=oldest&pageToken=${token}`)).body);
  const ids = [...first.items, ...second.items].map((claim) => claim.id);
  expect(new Set(ids).size).toBe(60);
});

test('filters narrow the list alone and together', async () => {
  await advance(
    0,
    { charge_cents: cents(50_000), paid_cents: cents(20_000), attention: 'biller' },
    '2026-03-11T02:41:00Z',
  );
  const count = async (query: string) => (await allPages(`/v1/claims?${query}&pageSize=200`)).flat().length;
  expect(await count('payer=cobalt-mutual')).toBe(20);
  expect(await count('payer=cobalt-mutual,unity-care')).toBe(40);
  expect(await count('payer=cobalt-mutual&payer=unity-care&stage=intake,scrubbing')).toBe(40);
  expect(await count('attention=biller')).toBe(1);
  expect(await count('attention=biller&payer=cobalt-mutual')).toBe(0);
  expect(await count('chargeCentsMin=50000&chargeCentsMax=50000&paidCentsMin=1')).toBe(1);
  expect(await count('dateOfServiceFrom=2026-02-01&dateOfServiceTo=2026-02-01')).toBe(3);
  expect(await count('onHold=true')).toBe(0);
  expect(await count('insuranceOutcome=not_billed&patientBalance=none')).toBe(60);
});

test('an unknown filter, a wrong value and a foreign page token are told apart by place', async () => {
  const unknown = await api.get('/v1/claims?stgae=intake&pageSize=0&dateOfServiceFrom=yesterday&stage=gone');
  expect(unknown.status).toBe(400);
  expect(unknown.body['errors']).toMatchObject([
    { pointer: '#query/stage/0', code: 'not-one-of' },
    { pointer: '#query/dateOfServiceFrom' },
    { pointer: '#query/pageSize' },
    { pointer: '#query/stgae', code: 'unknown-field' },
  ]);
  const { nextPageToken } = pageSchema.parse((await api.get('/v1/claims?pageSize=1&sort=newest')).body);
  for (const token of ['nonsense', `${nextPageToken}&sort=oldest`]) {
    const answer = await api.get(`/v1/claims?pageToken=${token}`);
    expect(answer.body).toMatchObject({ status: 400, errors: [{ pointer: '#query/pageToken' }] });
  }
});

test('a claim carries its version as ETag, and an unchanged one is not sent again', async () => {
  const path = `/v1/claims/${claimIds[1] ?? ''}`;
  const first = await api.get(path);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toBe(`"${String(first.body['version'])}"`);
  const headers = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
  expect((await api.get(path, { headers })).status).toBe(304);
  await advance(1, {}, '2026-03-11T02:42:00Z');
  expect((await api.get(path, { headers })).status).toBe(200);
});

test('a claim whose work item was opened or ended is not answered as unchanged', async () => {
  const claimId = claimIds[2] ?? '';
  const path = `/v1/claims/${claimId}`;
  const statusFor = async (etag: string) =>
    (await api.get(path, { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } })).status;
  const before = (await api.get(path)).headers.get('etag') ?? '';
  const item = { kind: 'late_remittance', key: 'late', cause: 'Late.', amountCents: cents(0), at: testNow } as const;
  const id = await api.db.inPractice(api.practiceId, (tx) => openWorkItem(tx, { ...item, timeZone: 'UTC', claimId }));
  expect(await statusFor(before)).toBe(200);
  const open = (await api.get(path)).headers.get('etag') ?? '';
  expect(await statusFor(open)).toBe(304);
  await api.post(`/v1/work-items/${id}:resolve`, { reason: 'looked into' });
  expect(await statusFor(open)).toBe(200);
});

test('the timeline gives each stage with entry, deadline, end, actor and reason', async () => {
  const answer = await api.get(`/v1/claims/${claimIds[5] ?? ''}/timeline`);
  expect(answer.body['stages']).toMatchObject([
    {
      stage: 'intake',
      enteredAt: '2026-03-11T02:30:00.000Z',
      dueAt: '2026-03-11T03:30:00.000Z',
      finishedAt: '2026-03-11T02:40:00.000Z',
      late: false,
      finishedBy: 'workflow',
      finishedBecause: 'moved on by a test',
    },
    { stage: 'scrubbing', enteredAt: '2026-03-11T02:40:00.000Z', finishedAt: null, finishedBy: null },
  ]);
});

test('the explanation gives the rules, facts and findings of each step, and the claim’s money', async () => {
  const claimId = claimIds[2] ?? '';
  const trace = [
    { ruleId: 'telehealth-modifier', facts: { modality: 'audio_video' }, decision: '95', source: 'payer profile' },
  ];
  const findings = [{ code: 'edit-1', severity: 'warning', message: 'doubtful' }];
  await api.db.inPractice(api.practiceId, (tx) =>
    tx.execute(sql`insert into claim_traces (practice_id, claim_id, step, cycle, at, trace, findings, rule_set)
      values (${api.practiceId}, ${claimId}, 'coding', 1, '2026-03-11T02:31:00Z', ${json(trace)}, ${json(findings)}, '2026-1')`),
  );
  const answer = await api.get(`/v1/claims/${claimId}/explanation`);
  const claim = await api.get(`/v1/claims/${claimId}`);
  expect(answer.body).toEqual({
    claimId,
    patientControlNumber: claim.body['patientControlNumber'],
    headline: claim.body['headline'],
    money: { chargeCents: 0, paidCents: 0, adjustedCents: 0, patientResponsibilityCents: 0 },
    decisions: [{ step: 'coding', cycle: 1, at: '2026-03-11T02:31:00.000Z', ruleSet: '2026-1', trace, findings }],
  });
});

test('the ledger of a claim shows its transactions and the balance of each account', async () => {
  const claimId = claimIds[3] ?? '';
  const id = newId('ledgerTransaction');
  await api.db.inPractice(api.practiceId, async (tx) => {
    await tx.execute(sql`insert into ledger_transactions (id, practice_id, kind, claim_id, source, idempotency_key, actor, at)
      values (${id}, ${api.practiceId}, 'charge', ${claimId}, 'test', ${id}, 'workflow', '2026-03-11T02:31:00Z')`);
    await tx.execute(sql`insert into ledger_entries (transaction_id, line, practice_id, claim_id, account, amount_cents)
      values (${id}, 1, ${api.practiceId}, ${claimId}, 'insurance_receivable', 12500),
        (${id}, 2, ${api.practiceId}, ${claimId}, 'revenue', -12500)`);
  });
  const answer = await api.get(`/v1/claims/${claimId}/ledger`);
  expect(answer.body).toMatchObject({
    transactions: [{ kind: 'charge', entries: [{ account: 'insurance_receivable', amountCents: 12_500 }, {}] }],
    balances: [
      { account: 'insurance_receivable', balanceCents: 12_500 },
      { account: 'revenue', balanceCents: -12_500 },
    ],
    remittances: [],
  });
});

test('the worklist gives open items by deadline and resolved ones only when asked for', async () => {
  const open = async (due: string, resolved: string | null, claim: number) => {
    const id = newId('workItem');
    await api.db.inPractice(api.practiceId, (tx) =>
      tx.execute(sql`insert into work_items (id, practice_id, claim_id, idempotency_key, kind, cause, owner, allowed_commands,
          opened_at, due_at, resolved_at)
        values (${id}, ${api.practiceId}, ${claimIds[claim]}, ${id}, 'denied', 'denied by a test', 'biller',
          ${['correct', 'void']}, '2026-03-11T02:00:00Z', ${due}, ${resolved})`),
    );
    return id;
  };
  const late = await open('2026-03-20T00:00:00Z', null, 10);
  const soon = await open('2026-03-12T00:00:00Z', null, 11);
  const done = await open('2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z', 12);
  const idsOf = async (query: string) => {
    const pages: string[] = [];
    let token = '';
    do {
      const { body } = await api.get(`/v1/work-items?pageSize=1&${query}${token}`);
      pages.push(
        ...z
          .object({ items: z.array(z.object({ id: z.string() })) })
          .parse(body)
          .items.map((item) => item.id),
      );
      token = body['nextPageToken'] === null ? '' : `&pageToken=${String(body['nextPageToken'])}`;
    } while (token !== '');
    return pages;
  };
  expect(await idsOf('owner=biller')).toEqual([soon, late]);
  expect(await idsOf('includeResolved=true&kind=denied')).toEqual([soon, late, done]);
  expect(await idsOf('owner=coder')).toEqual([]);
  const item = await api.get(`/v1/work-items/${soon}`);
  expect(item.body).toMatchObject({ claimId: claimIds[11], allowedCommands: ['correct', 'void'], resolvedAt: null });
  const claim = await api.get(`/v1/claims/${claimIds[11] ?? ''}`);
  expect(claim.body['openWorkItems']).toMatchObject([{ id: soon, dueAt: '2026-03-12T00:00:00.000Z' }]);
});

test('the summary agrees with the lists it sums up', async () => {
  await advance(20, { charge_cents: cents(700), paid_cents: cents(300) }, '2026-03-11T02:43:00Z');
  await advance(21, { attention: 'coder' }, '2026-03-11T02:44:00Z');
  await advance(22, { on_hold: true }, '2026-03-11T02:45:00Z');
  const claims = (await allPages('/v1/claims?pageSize=200')).flat();
  const sum = (key: 'chargeCents' | 'paidCents') => claims.reduce((total, claim) => total + claim[key], 0);
  const withPerson = claims.filter((claim) => claim.attention !== 'none' || claim.onHold).length;
  const scrubbing = claims.filter((claim) => claim.stage === 'scrubbing').length;
  const { body } = await api.get('/v1/summary');
  expect(withPerson).toBeGreaterThanOrEqual(2);
  expect(body).toMatchObject({
    claims: 60,
    claimsWithPerson: withPerson,
    billedCents: sum('chargeCents'),
    paidCents: sum('paidCents'),
  });
  expect(body['claimsByStage']).toEqual({ intake: 60 - scrubbing, scrubbing });
});

test('payers, edits, remittances and submissions have their lists', async () => {
  const payers = await api.get('/v1/payers');
  expect(payers.body['items']).toContainEqual(expect.objectContaining({ code: 'summit-health' }));
  const edits = await api.get('/v1/edits');
  expect(z.array(z.unknown()).parse(edits.body['items']).length).toBeGreaterThanOrEqual(150);
  expect(edits.body['items']).toContainEqual(
    expect.objectContaining({
      id: 'medicare-video-modifier-of-hospitals',
      family: 'Medicare',
      payerClasses: ['medicare'],
      fix: 'by_itself',
      remedy: expect.stringContaining('02 or 10'),
    }),
  );
  for (const path of ['/v1/remittances', '/v1/submissions']) {
    expect((await api.get(path)).body).toEqual({ items: [], nextPageToken: null });
  }
});
