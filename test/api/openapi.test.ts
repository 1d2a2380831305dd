import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { npiFromNineDigits } from '../../domain/kernel/npi.js';
import { aVisitInput } from '../builders/visit-input.js';
import { type RequestOptions, startTestApi, type TestApi } from '../support/api.js';

const npi = npiFromNineDigits('199990201');

let api: TestApi;
let document: z.infer<typeof documentSchema>;

const referenceSchema = z.object({ $ref: z.string() });
const schemaLike = z.union([referenceSchema, z.record(z.string(), z.unknown())]);
const contentSchema = z.record(z.string(), z.object({ schema: schemaLike }));
const parameterSchema = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().optional(),
  schema: schemaLike,
});
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z.array(parameterSchema).optional(),
  requestBody: z.object({ content: contentSchema, required: z.boolean() }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.object({
      description: z.string(),
      headers: z.record(z.string(), z.object({ schema: schemaLike, required: z.boolean().optional() })).optional(),
      content: contentSchema,
    }),
  ),
});
/** What OpenAPI 3.1 demands of the parts we use (sections 4.8.1 to 4.8.17). */
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string().startsWith('/'), z.record(z.enum(['get', 'post', 'put']), operationSchema.optional())),
  components: z.object({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), z.record(z.string(), z.unknown())),
    securitySchemes: z.object({ apiKey: z.object({ type: z.literal('http'), scheme: z.literal('bearer') }) }),
  }),
});

beforeAll(async () => {
  api = await startTestApi();
  document = documentSchema.parse((await api.get('/openapi.json', { key: null })).body);
});
afterAll(async () => {
  await api.stop();
});

const send = (method: string, path: string, body: unknown, options?: RequestOptions) =>
  method === 'put' ? api.put(path, body, options) : api.post(path, body, options);

function operations() {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => (operation ? [{ path, method, operation }] : [])),
  );
}

test('every operation has an id of its own, and declares each parameter of its path', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, operation } of operations()) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    expect(declared.map((parameter) => parameter.name)).toEqual(inPath);
    expect(declared.every((parameter) => parameter.required === true)).toBe(true);
  }
});

test('every reference leads to a schema of the document', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
  expect(references.length).toBeGreaterThan(20);
  for (const reference of references) {
    expect(Object.keys(document.components.schemas)).toContain(reference?.replace('#/components/schemas/', ''));
  }
});

test('the document lists the whole API', () => {
  const commands = [
    'resubmit',
    'hold',
    'release',
    'correct',
    'override',
    'void',
    'write-off',
    'bill-patient',
    'retry-step',
  ];
  const listed = operations().map(({ method, path }) => `${method} ${path}`);
  expect(listed.sort()).toEqual(
    [
      'get /health/live',
      'get /health/ready',
      'get /metrics',
      'get /openapi.json',
      'get /v1/claims',
      'get /v1/claims/{claimId}',
      'get /v1/claims/{claimId}/explanation',
      'get /v1/claims/{claimId}/ledger',
      'get /v1/claims/{claimId}/state',
      'get /v1/claims/{claimId}/timeline',
      'get /v1/clinicians/{npi}/credentials',
      'put /v1/clinicians/{npi}/credentials',
      'get /v1/edits',
      'get /v1/payers',
      'get /v1/payers/{payerCode}',
      'get /v1/practice-rules',
      'post /v1/practice-rules',
      'put /v1/practice-rules/{ruleId}',
      'post /v1/practice-rules/{ruleId}/trial',
      'post /v1/practice-rules/{ruleId}:switch',
      'put /v1/payers/{payerCode}',
      'get /v1/payers/{payerCode}/contract-rates',
      'put /v1/payers/{payerCode}/contract-rates',
      'get /v1/remittances',
      'get /v1/rule-facts',
      'get /v1/submissions',
      'get /v1/summary',
      'get /v1/visits/{visitId}',
      'get /v1/work-items',
      'get /v1/work-items/{workItemId}',
      'post /v1/work-items/{workItemId}:resolve',
      'post /v1/decisions',
      'post /v1/visits',
      'post /v1/visits:batch',
      ...commands.map((command) => `post /v1/claims/{claimId}:${command}`),
    ].sort(),
  );
});

test('every listed operation is mounted: it answers something other than "no such path" or "no such method"', async () => {
  const { body } = await api.post('/v1/visits', aVisitInput());
  const ids: Record<string, string> = {
    claimId: String(body['claimId']),
    visitId: String(body['visitId']),
    workItemId: `wki_${'0'.repeat(26)}`,
    payerCode: 'summit-health',
    ruleId: 'ours',
    npi,
  };
  for (const { path, method, operation } of operations()) {
    const real = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
    const answer = method === 'get' ? await api.get(real) : await send(method, real, '{');
    const detail = String(answer.body['detail']);
    expect(`${method} ${path}: ${detail}`).not.toMatch(/no such path|answers to/);
    expect(Object.keys(operation.responses ?? {})).toContain(String(answer.status));
  }
});

/** Bodies that a command understands, where a reason alone is not enough. */
const commandBodies: Readonly<Record<string, object>> = {
  overrideClaim: { editIds: ['note-missing'] },
  correctClaim: { memberId: 'W123' },
};

test('an operation names the headers it obeys, and no other: If-Match stops it, and Idempotency-Key repeats its answer', async () => {
  const { body } = await api.post('/v1/visits', aVisitInput());
  const ids: Record<string, string> = {
    claimId: String(body['claimId']),
    workItemId: `wki_${'0'.repeat(26)}`,
    payerCode: 'summit-health',
    ruleId: 'ours',
    npi,
  };
  for (const { path, method, operation } of operations()) {
    const named = (operation.parameters ?? []).filter((parameter) => parameter.in === 'header').map(({ name }) => name);
    if (method === 'get') {
      expect(`${path}: ${named.join()}`).toBe(`${path}: `);
      continue;
    }
    const real = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
    const options = { headers: { 'if-match': '"999"' } };
    const sent = { reason: 'a test wants it', ...commandBodies[operation.operationId] };
    const asked = path.includes('credentials') ? { credentials: [] } : sent;
    const answer = await send(method, path.includes('credentials') ? real : `${real}?dryRun=true`, asked, options);
    const obeyed = ['Idempotency-Key', ...(answer.body['code'] === 'version-mismatch' ? ['If-Match'] : [])];
    expect(`${path}: ${named.join()}`).toBe(`${path}: ${obeyed.join()}`);
    expect(`${path}: ${'412' in operation.responses}`).toBe(`${path}: ${answer.status === 412}`);
  }
});

test('the claim’s answer names its ETag, which If-Match of a command takes', async () => {
  const { body } = await api.post('/v1/visits', aVisitInput());
  const path = `/v1/claims/${String(body['claimId'])}`;
  const claim = await api.get(path);
  const etag = claim.headers.get('etag') ?? '';
  expect(document.paths['/v1/claims/{claimId}']?.get?.responses['200']?.headers).toMatchObject({
    ETag: { schema: { type: 'string' }, required: true },
  });
  const hold = await api.post(`${path}:hold?dryRun=true`, { reason: 'a test' }, { headers: { 'if-match': etag } });
  expect(hold.status).toBe(200);
});
