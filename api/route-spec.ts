import type { z } from 'zod';
import type { Permission } from '../domain/access/permission.js';
import type { Answer } from './answer.js';
import type { Caller } from './auth.js';
import type { BodySpec } from './body.js';
import type { ProblemCode } from './problem.js';

/** What a handler gets: everything parsed, and who asks. */
export interface ApiRequest<P, Q, B> {
  readonly caller: Caller;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly idempotencyKey: string | null;
  /** The If-Match header, when the route obeys it and the caller sent one. */
  readonly ifMatch: string | undefined;
}

/** What a route answers when all goes well. */
export interface AnswerSpec<S extends z.ZodType> {
  readonly statuses: Readonly<Record<number, string>>;
  readonly schema: S;
  /** The version of what is answered, for answers that carry it as their ETag. */
  readonly versionOf?: (body: z.input<S>) => number;
}

/** One route: where it is, who may use it, what it reads and answers, and who does it. */
export interface RouteSpec<P extends z.ZodType, Q extends z.ZodType, B, S extends z.ZodType> {
  readonly method: 'get' | 'post' | 'put';
  /** As OpenAPI writes it: `/v1/claims/{claimId}:hold`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly tag: string;
  readonly permission: Permission;
  readonly params: P;
  readonly query: Q;
  readonly body: BodySpec<B>;
  /** Whether an If-Match header stops it when the claim has changed since. */
  readonly obeysIfMatch?: true;
  readonly answers: AnswerSpec<S>;
  readonly problems: readonly ProblemCode[];
  handle(request: ApiRequest<z.output<P>, z.output<Q>, B>): Promise<Answer<z.input<S>>>;
}
