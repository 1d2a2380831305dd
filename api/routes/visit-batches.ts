import { z } from 'zod';
import type { Database } from '../../db/database.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { reply } from '../answer.js';
import { batchBody } from '../batch-body.js';
import { problemItemSchema } from '../problem-schema.js';
import { noParameters, type RouteTable } from '../route.js';
import { type BatchResult, receiveBatch } from '../visit-batch.js';
import { visitBody } from './visits.js';

const outcomes = ['created', 'existing', 'conflict', 'refused'] as const;

const batchResponse = z
  .object({
    counts: z.record(z.enum(outcomes), z.int()),
    items: z.array(
      z.object({
        index: z.int().describe('position in the batch, from 0'),
        line: z.int().nullable().describe('line of newline-delimited JSON, from 1'),
        outcome: z.enum(outcomes),
        claimId: z.string().nullable(),
        visitId: z.string().nullable(),
        warnings: z.array(problemItemSchema),
        errors: z.array(problemItemSchema),
      }),
    ),
  })
  .meta({ id: 'VisitBatchResult' });

/** Taking in many visits at once; a bad one never stops the good ones. */
export function addVisitBatchRoutes(
  routes: RouteTable,
  deps: { readonly db: Database; readonly now: () => Instant },
): void {
  routes.add({
    method: 'post',
    path: '/v1/visits:batch',
    operationId: 'createVisits',
    summary: 'Take in up to 5,000 visits; says of each what became of it',
    tag: 'Visits',
    permission: 'visits:write',
    params: noParameters,
    query: noParameters,
    body: batchBody(visitBody, { what: 'visits', itemsMax: 5_000 }),
    answers: { statuses: { 200: 'what became of each visit, in order' }, schema: batchResponse },
    problems: [
      'malformed-json',
      'invalid-body',
      'body-too-large',
      'batch-too-large',
      'unsupported-media-type',
      'idempotency-key-reused',
      'request-in-progress',
    ],
    handle: async ({ caller, body }) => {
      const items = await receiveBatch(deps.db, caller, deps.now(), body);
      return reply(200, { counts: countOutcomes(items), items });
    },
  });
}

function countOutcomes(items: readonly BatchResult[]): Record<BatchResult['outcome'], number> {
  const counts = { created: 0, existing: 0, conflict: 0, refused: 0 };
  for (const item of items) counts[item.outcome] += 1;
  return counts;
}
