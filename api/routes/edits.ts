import { z } from 'zod';
import { scrubEdits } from '../../domain/scrubbing/scrub-edits.js';
import { date } from '../answer-parts.js';
import { reply } from '../answer.js';
import { noBody } from '../body.js';
import { noParameters, type RouteTable } from '../route.js';

const editsResponse = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        severity: z.enum(['blocking', 'warning']),
        effectiveFrom: date,
        effectiveTo: date.nullable(),
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'EditList' });

/** The catalogue of edits a claim must pass before it is sent. */
export function addEditRoutes(routes: RouteTable): void {
  routes.add({
    method: 'get',
    path: '/v1/edits',
    operationId: 'listEdits',
    summary: 'All scrub edits with severity, effective dates and source',
    tag: 'Rules',
    permission: 'payers:read',
    params: noParameters,
    query: noParameters,
    body: noBody,
    answers: { statuses: { 200: 'the edits' }, schema: editsResponse },
    problems: ['invalid-parameters'],
    handle: async () => {
      const items = scrubEdits.map(({ id, title, severity, effectiveFrom, effectiveTo, source }) => {
        return { id, title, severity, effectiveFrom, effectiveTo: effectiveTo ?? null, source };
      });
      return reply(200, { items });
    },
  });
}
