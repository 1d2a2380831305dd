import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { type ApiKeyHolder, findApiKey, looksLikeApiKey } from '../db/api-keys.js';
import type { Database } from '../db/database.js';
import { sha256Hex } from '../db/new-id.js';
import type { Role } from '../domain/access/permission.js';
import { type Problem, problem } from './problem.js';
import { sendProblem } from './send-problem.js';

/** Who calls: the practice whose data it sees, its role, and the actor written on every change. */
export interface Caller {
  readonly apiKeyId: string;
  readonly practiceId: string;
  readonly role: Role;
  readonly actor: string;
}

/** A revoked key works for at most this long more. */
const cacheMillis = 10_000;
const cachedKeysMax = 10_000;
const failedTriesPerMinute = 60;

type Known = { readonly caller: Caller | null; readonly until: number };

const callers = new WeakMap<Request, Caller>();

/** The caller of a request, as far as it is known. */
export function findCaller(request: Request): Caller | undefined {
  return callers.get(request);
}

/** The caller of an authenticated request; asking without one is a fault of ours. */
export function callerOf(request: Request): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error('a route asks for the caller of a request that was not authenticated');
  return caller;
}

/** Lets requests through that carry a key of ours as bearer token; answers are remembered under the key's hash for seconds. */
export function authenticate(db: Database): RequestHandler {
  const known = new Map<string, Known>();
  const limitFailedTries = rateLimit({
    windowMs: 60_000,
    limit: failedTriesPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    handler: (request, response) => sendProblem(request, response, tooManyTries()),
  });
  const find = async (key: string): Promise<Caller | null> => {
    const hash = sha256Hex(key);
    const cached = known.get(hash);
    if (cached !== undefined && cached.until > Date.now()) return cached.caller;
    const holder = await findApiKey(db, key);
    const caller = holder === null ? null : { ...holder, actor: actorOf(holder) };
    if (known.size >= cachedKeysMax) known.clear();
    known.set(hash, { caller, until: Date.now() + cacheMillis });
    return caller;
  };
  return async function authenticateByApiKey(request: Request, response: Response, next: NextFunction): Promise<void> {
    const key = bearerToken(request);
    const caller = key !== null && looksLikeApiKey(key) ? await find(key) : null;
    if (caller === null) {
      await limitFailedTries(request, response, () => sendProblem(request, response, unauthenticated(key !== null)));
      return;
    }
    callers.set(request, caller);
    next();
  };
}

function actorOf(holder: ApiKeyHolder): string {
  return `user:${holder.apiKeyId}`;
}

function bearerToken(request: Request): string | null {
  const match = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '');
  return match?.[1] ?? null;
}

function unauthenticated(keySent: boolean): Problem {
  const detail = keySent
    ? 'The API key is unknown or revoked. Check it, or ask a manager for a new one.'
    : 'Send an API key as "Authorization: Bearer tck_…".';
  return problem('unauthenticated', detail, { headers: { 'WWW-Authenticate': 'Bearer' } });
}

function tooManyTries(): Problem {
  return problem('too-many-requests', 'Too many requests with a wrong API key came from this address. Wait a minute.');
}
