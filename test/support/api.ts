import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { createApp } from '../../api/app.js';
import { serve } from '../../api/serve.js';
import { createApiKey } from '../../db/api-keys.js';
import { Database } from '../../db/database.js';
import { createPractice } from '../../db/practices.js';
import type { Role } from '../../domain/access/permission.js';
import { type Instant, instant } from '../../domain/kernel/instant.js';
import { defaultPayerProfiles } from '../../domain/payer/default-payer-profiles.js';
import { openKeyRing } from '../../gateways/encryption/key-ring.js';
import { createDataConverter } from '../../worker/data-converter.js';
import { aPractice } from '../builders/rules.js';
import { services } from './services.js';
import { createTestDatabase } from './test-database.js';

/** An answer as tests look at it. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** The API served for a test, with one practice in it. */
export interface TestApi {
  readonly db: Database;
  readonly practiceId: string;
  readonly key: string;
  /** Another practice's key, or one of the same practice in another role. */
  createKey(options: { readonly role?: Role; readonly submitterId?: string }): Promise<string>;
  get(path: string, options?: RequestOptions): Promise<ApiAnswer>;
  post(path: string, body: unknown, options?: RequestOptions): Promise<ApiAnswer>;
  put(path: string, body: unknown, options?: RequestOptions): Promise<ApiAnswer>;
  stop(): Promise<void>;
}

export interface RequestOptions {
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The business moment of every test of the API; late evening of 10 March in New York. */
export const testNow: Instant = instant('2026-03-11T02:30:00.000Z');

/** The API on a database of its own, with no worker behind it; its clock stands still. */
export async function startTestApi(options: { readonly requestsPerSecond?: number } = {}): Promise<TestApi> {
  const { temporalAddress, temporalNamespace: namespace, keyRingFile } = services();
  const database = await createTestDatabase();
  const db = new Database({ url: database.appUrl });
  const dataConverter = createDataConverter(await openKeyRing({ file: keyRingFile }), namespace);
  const connection = await Connection.connect({ address: temporalAddress });
  const temporal = new Client({ connection, namespace, dataConverter });
  const practiceId = await makePractice(db, 'TESTS');
  const api = await serveTestApi({ db, temporal, now: () => testNow, practiceId, ...options });
  return {
    ...api,
    stop: async () => {
      await api.stop();
      await connection.close();
      await db.close();
      await database.drop();
    },
  };
}

/** The API on what a test has running already; stopping it leaves that alone. */
export async function serveTestApi(options: {
  readonly db: Database;
  readonly temporal: Client;
  readonly now: () => Instant;
  readonly practiceId: string;
  readonly requestsPerSecond?: number;
}): Promise<TestApi> {
  const { practiceId, ...deps } = options;
  const { db } = deps;
  const app = createApp({ requestsPerSecond: 100_000, ...deps, logger: pino({ level: 'silent' }) });
  const server = await serve(app, '127.0.0.1', 0);
  const { key } = await createApiKey(db, { practiceId, role: 'manager', label: 'tests' });
  return {
    db,
    practiceId,
    key,
    createKey: async ({ role = 'manager', submitterId }) => {
      const owner = submitterId === undefined ? practiceId : await makePractice(db, submitterId);
      return (await createApiKey(db, { practiceId: owner, role, label: 'tests' })).key;
    },
    get: (path, request) => send(server.url + path, { method: 'GET' }, key, request),
    post: (path, body, request) => send(server.url + path, { method: 'POST', ...bodyOf(body) }, key, request),
    put: (path, body, request) => send(server.url + path, { method: 'PUT', ...bodyOf(body) }, key, request),
    stop: () => server.close(),
  };
}

async function makePractice(db: Database, submitterId: string): Promise<string> {
  return (await createPractice(db, { ...aPractice(), submitterId }, defaultPayerProfiles)).practiceId;
}

/** Text and bytes go as they are, anything else as JSON. */
function bodyOf(body: unknown): { body: string | Uint8Array<ArrayBuffer> } {
  if (typeof body === 'string') return { body };
  return { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) };
}

async function send(
  url: string,
  init: RequestInit,
  defaultKey: string,
  options: RequestOptions = {},
): Promise<ApiAnswer> {
  const key = options.key === undefined ? defaultKey : options.key;
  const authorization = key === null ? {} : { authorization: `Bearer ${key}` };
  const type = init.body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(url, { ...init, headers: { ...type, ...authorization, ...options.headers } });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } };
}
