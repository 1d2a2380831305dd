import { z } from 'zod';
import type { Database } from '../../db/database.js';
import { type ReceivedVisit, receiveVisits } from '../../db/receive-visits.js';
import { findVisit } from '../../db/visit-queries.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { visitSchema } from '../../domain/visit/visit.js';
import { moment } from '../answer-parts.js';
import { type Answer, reply } from '../answer.js';
import { jsonBody, noBody } from '../body.js';
import { findingToError } from '../issues-to-errors.js';
import { idParameter } from '../parameters.js';
import { problemItemSchema } from '../problem-schema.js';
import { problem } from '../problem.js';
import { noParameters, type RouteTable } from '../route.js';

/** A visit as callers send it. */
export const visitBody = visitSchema.meta({ id: 'Visit' });

const receivedVisitResponse = z
  .object({
    claimId: z.string(),
    visitId: z.string(),
    created: z.boolean(),
    warnings: z.array(problemItemSchema).describe('what a person will be asked about'),
  })
  .meta({ id: 'ReceivedVisit' });

const visitResponse = z
  .object({ id: z.string(), claimId: z.string(), receivedAt: moment, receivedBy: z.string(), visit: visitBody })
  .meta({ id: 'StoredVisit' });

interface VisitDependencies {
  readonly db: Database;
  readonly now: () => Instant;
}

/** Taking in one visit, and reading it back. */
export function addVisitRoutes(routes: RouteTable, deps: VisitDependencies): void {
  addCreateVisit(routes, deps);
  addGetVisit(routes, deps.db);
}

function addCreateVisit(routes: RouteTable, { db, now }: VisitDependencies): void {
  routes.add({
    method: 'post',
    path: '/v1/visits',
    operationId: 'createVisit',
    summary: 'Take in a visit and start its claim; source and source id make it unique',
    tag: 'Visits',
    permission: 'visits:write',
    params: noParameters,
    query: noParameters,
    body: jsonBody(visitBody),
    answers: {
      statuses: { 201: 'the claim was started', 200: 'the visit was there already' },
      schema: receivedVisitResponse,
    },
    problems: [
      'malformed-json',
      'invalid-body',
      'visit-refused',
      'visit-differs',
      'body-too-large',
      'unsupported-media-type',
      'idempotency-key-reused',
      'request-in-progress',
    ],
    handle: async ({ caller: { practiceId, actor }, body }) => {
      const [received] = await receiveVisits(db, { practiceId, actor, now: now(), visits: [body] });
      if (received === undefined) throw new Error('a visit was left without an answer');
      return answerOf(received);
    },
  });
}

function addGetVisit(routes: RouteTable, db: Database): void {
  routes.add({
    method: 'get',
    path: '/v1/visits/{visitId}',
    operationId: 'getVisit',
    summary: 'One visit as it was received',
    tag: 'Visits',
    permission: 'visits:read',
    params: z.object({ visitId: idParameter('visit') }),
    query: noParameters,
    body: noBody,
    answers: { statuses: { 200: 'the visit' }, schema: visitResponse },
    problems: ['invalid-parameters', 'not-found'],
    handle: async ({ caller, params }) => {
      const visit = await db.read(caller.practiceId, (query) => findVisit(query, params.visitId));
      return visit === null ? problem('not-found', 'The practice has no visit of this id.') : reply(200, visit);
    },
  });
}

function answerOf(received: ReceivedVisit): Answer<z.input<typeof receivedVisitResponse>> {
  const items = received.findings.map((finding) => findingToError(finding));
  if (received.kind === 'refused') {
    return problem('visit-refused', 'The visit was not taken in; see errors.', { errors: items });
  }
  const { claimId, visitId, created, kind } = received;
  const headers = { Location: `/v1/claims/${claimId}` };
  if (kind === 'conflict') {
    return problem('visit-differs', `The visit of this source id is claim ${claimId}.`, { errors: items, headers });
  }
  return reply(created ? 201 : 200, { claimId, visitId, created, warnings: items }, headers);
}
