import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { raw, type Request, type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Database } from '../db/database.js';
import { mayDo, type Permission } from '../domain/access/permission.js';
import { err, ok, type Result } from '../domain/kernel/result.js';
import type { Answer, Reply } from './answer.js';
import { type Caller, callerOf } from './auth.js';
import { hasBody } from './body.js';
import { versionTag } from './claim-version.js';
import { documentRoute } from './document-route.js';
import { doOnce, readIdempotencyKey } from './idempotency.js';
import { issuesToErrors } from './issues-to-errors.js';
import { type Problem, problem } from './problem.js';
import type { AnswerSpec, RouteSpec } from './route-spec.js';
import { sendProblem } from './send-problem.js';

/** For routes without path or query parameters; anything sent is an error. */
export const noParameters = z.strictObject({});

/** The routes of the API: each is mounted and documented by the same call, so the document can't drift. */
export class RouteTable {
  private readonly methods = new Map<string, string[]>();

  constructor(
    private readonly router: Router,
    private readonly registry: OpenAPIRegistry,
    private readonly db: Database,
  ) {}

  add<P extends z.ZodType, Q extends z.ZodType, B, S extends z.ZodType>(spec: RouteSpec<P, Q, B, S>): void {
    const expressPath = toExpressPath(spec.path);
    this.methods.set(expressPath, [...(this.methods.get(expressPath) ?? []), spec.method.toUpperCase()]);
    documentRoute(this.registry, spec);
    const handlers: RequestHandler[] = [this.handler(spec)];
    if (hasBody(spec.body)) handlers.unshift(raw({ type: () => true, limit: spec.body.limitBytes }));
    this.router[spec.method](expressPath, ...handlers);
  }

  /** Mounted after all routes: a known path with another method says which ones there are. */
  refuseOtherMethods(): void {
    for (const [path, methods] of this.methods) {
      const allow = methods.includes('GET') ? [...methods, 'HEAD'].join(', ') : methods.join(', ');
      this.router.all(path, (request, response, next) => {
        if (isUnknownCommand(request.path, path)) {
          next();
          return;
        }
        const detail = `This path answers to ${allow}.`;
        sendProblem(request, response, problem('method-not-allowed', detail, { headers: { Allow: allow } }));
      });
    }
  }

  private handler<P extends z.ZodType, Q extends z.ZodType, B, S extends z.ZodType>(
    spec: RouteSpec<P, Q, B, S>,
  ): RequestHandler {
    return async (request, response) => {
      const answer = await this.answer(spec, request);
      if (answer.kind === 'problem') sendProblem(request, response, answer);
      else sendReply(response, answer);
    };
  }

  private async answer<P extends z.ZodType, Q extends z.ZodType, B, S extends z.ZodType>(
    spec: RouteSpec<P, Q, B, S>,
    request: Request,
  ): Promise<Answer> {
    const caller = callerOf(request);
    if (!mayDo(caller.role, spec.permission)) return forbidden(caller, spec.permission);
    const params = parseParameters(spec.params, request.params, 'path');
    if (!params.ok) return params.error;
    const query = parseParameters(spec.query, request.query, 'query');
    if (!query.ok) return query.error;
    const ifMatch = spec.obeysIfMatch === true ? request.get('if-match') : undefined;
    const base = { caller, params: params.value, query: query.value, ifMatch };
    const key = readIdempotencyKey(request.get('idempotency-key'));
    if (!key.ok) return key.error;
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    const body = spec.body.parse(bytes, request.get('content-type') ?? 'application/json');
    if (!body.ok) return body.error;
    const work = async () =>
      withVersion(spec.answers, await spec.handle({ ...base, body: body.value, idempotencyKey: key.value }));
    if (key.value === null || !hasBody(spec.body)) return work();
    const route = `${spec.method} ${request.originalUrl}`;
    return doOnce(this.db, { practiceId: caller.practiceId, key: key.value, route, body: bytes }, work);
  }
}

/** `{claimId}` becomes `:claimId`; a colon of the path itself is escaped (path-to-regexp 8). */
function toExpressPath(path: string): string {
  return path.replaceAll(':', '\\:').replaceAll(/\{(\w+)\}/g, ':$1');
}

/** `…/clm_1:explode` fits the pattern of a claim, but names a command that there is not. */
function isUnknownCommand(path: string, pattern: string): boolean {
  return path.includes(':') && !pattern.includes('\\:');
}

/** Sets the ETag of an answer that has a version. */
function withVersion<S extends z.ZodType>({ versionOf }: AnswerSpec<S>, answer: Answer<z.input<S>>): Answer {
  if (versionOf === undefined || answer.kind === 'problem') return answer;
  return { ...answer, headers: { ...answer.headers, ETag: versionTag(versionOf(answer.body)) } };
}

function sendReply(response: Response, answer: Reply): void {
  response.status(answer.status).set(answer.headers).json(answer.body);
}

function forbidden(caller: Caller, permission: Permission): Problem {
  const detail = `The role ${caller.role} has no permission ${permission}. Ask a manager to do it, or for another key.`;
  return problem('forbidden', detail);
}

function parseParameters<T extends z.ZodType>(
  schema: T,
  input: unknown,
  where: 'path' | 'query',
): Result<z.output<T>, Problem> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const errors = issuesToErrors(parsed.error.issues, input, `#${where}`);
  return err(problem('invalid-parameters', `The ${where} parameters are wrong; see errors.`, { errors }));
}
