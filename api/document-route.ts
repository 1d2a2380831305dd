import type { OpenAPIRegistry, ResponseConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { type BodySpec, hasBody } from './body.js';
import { problemSchema } from './problem-schema.js';
import { type ProblemCode, problemKinds } from './problem.js';
import type { AnswerSpec, RouteSpec } from './route-spec.js';

const alwaysPossible = ['unauthenticated', 'forbidden', 'too-many-requests', 'internal-error', 'unavailable'] as const;

/** Writes a route into the OpenAPI document. */
export function documentRoute<P extends z.ZodType, Q extends z.ZodType, B, S extends z.ZodType>(
  registry: OpenAPIRegistry,
  spec: RouteSpec<P, Q, B, S>,
): void {
  const { method, path, operationId, summary } = spec;
  registry.registerPath({
    method,
    path,
    operationId,
    summary,
    tags: [spec.tag],
    description: `Needs the permission \`${spec.permission}\`.`,
    security: [{ apiKey: [] }],
    request: {
      ...parameters('params', spec.params),
      ...parameters('query', spec.query),
      ...parameters('headers', headersOf(spec)),
      ...(hasBody(spec.body) ? bodyDocument(spec.body) : {}),
    },
    responses: { ...successResponses(spec.answers), ...problemResponses(problemsOf(spec)) },
  });
}

type AnyRoute = Pick<RouteSpec<z.ZodType, z.ZodType, unknown, z.ZodType>, 'body' | 'obeysIfMatch' | 'problems'>;

function problemsOf({ obeysIfMatch, problems }: AnyRoute): readonly ProblemCode[] {
  return [...problems, ...(obeysIfMatch === true ? (['version-mismatch'] as const) : []), ...alwaysPossible];
}

const versionHeader = z.object({
  ETag: z
    .string()
    .describe('the version of what is answered; as If-Match of a command it stops a decision on old facts'),
});

function successResponses<S extends z.ZodType>(answers: AnswerSpec<S>): Record<string, ResponseConfig> {
  const headers = answers.versionOf === undefined ? {} : { headers: versionHeader };
  const responses = Object.entries(answers.statuses).map(([status, description]): [string, ResponseConfig] => [
    status,
    { description, ...headers, content: { 'application/json': { schema: answers.schema } } },
  ]);
  return Object.fromEntries(responses);
}

function parameters(kind: 'params' | 'query' | 'headers', schema: z.ZodType): { [kind: string]: z.ZodObject } {
  return schema instanceof z.ZodObject && Object.keys(schema.shape).length > 0 ? { [kind]: schema } : {};
}

const idempotencyHeader = {
  'Idempotency-Key': z.string().min(1).max(255).optional().describe('a repeat under the same key gets the same answer'),
};
const ifMatchHeader = {
  'If-Match': z
    .string()
    .optional()
    .describe('the ETag of the claim as it was read; a claim that has changed since is left alone'),
};

function headersOf({ body, obeysIfMatch }: AnyRoute): z.ZodObject {
  return z.object({
    ...(hasBody(body) ? idempotencyHeader : {}),
    ...(obeysIfMatch === true ? ifMatchHeader : {}),
  });
}

function bodyDocument(body: BodySpec<unknown>) {
  const content = Object.entries(body.content).map(([mediaType, schema]) => [mediaType, { schema }] as const);
  return { body: { required: true, content: Object.fromEntries(content) } };
}

function problemResponses(codes: readonly ProblemCode[]): Record<string, ResponseConfig> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set(codes)) {
    const { status } = problemKinds[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const responses = [...byStatus].map(([status, same]): [string, ResponseConfig] => [
    String(status),
    {
      description: same.map((code) => `\`${code}\`: ${problemKinds[code].title}`).join('; '),
      content: { 'application/problem+json': { schema: problemSchema } },
    },
  ]);
  return Object.fromEntries(responses);
}
