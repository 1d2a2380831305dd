import { z } from 'zod';
import type { Database } from '../../db/database.js';
import { findWorkItem, listWorkItems, workItemOrders } from '../../db/work-item-queries.js';
import { claimCommandKinds } from '../../domain/claim/claim-command.js';
import { attentionSchema } from '../../domain/claim/claim-status.js';
import { workItemKinds } from '../../domain/claim/work-item.js';
import { cents, findingResponse, moment } from '../answer-parts.js';
import { reply } from '../answer.js';
import { noBody } from '../body.js';
import { pageSchema, readPageToken } from '../pages.js';
import { flagParameter, idParameter, pageParameters } from '../parameters.js';
import { problem } from '../problem.js';
import { noParameters, type RouteTable } from '../route.js';

export const workItemResponse = z
  .object({
    id: z.string(),
    claimId: z.string().nullable(),
    submissionId: z.string().nullable(),
    remittanceId: z.string().nullable(),
    inboundFileId: z.string().nullable(),
    kind: z.enum(workItemKinds),
    cause: z.string(),
    findings: z.array(findingResponse).readonly(),
    owner: attentionSchema,
    allowedCommands: z.array(z.enum(claimCommandKinds)).readonly(),
    amountCents: cents,
    openedAt: moment,
    dueAt: moment,
    resolvedAt: moment.nullable(),
    resolvedBy: z.string().nullable(),
    resolution: z.string().nullable(),
  })
  .meta({ id: 'WorkItem' });

/** The worklist: what waits for a person, most urgent first. */
export function addWorkItemRoutes(routes: RouteTable, db: Database): void {
  routes.add({
    method: 'get',
    path: '/v1/work-items',
    operationId: 'listWorkItems',
    summary: 'Open work items by deadline; resolved ones after them when asked for',
    tag: 'Work items',
    permission: 'work_items:read',
    params: noParameters,
    query: z.strictObject({
      owner: attentionSchema.exclude(['none']).optional(),
      kind: z.enum(workItemKinds).optional(),
      includeResolved: flagParameter,
      ...pageParameters,
    }),
    body: noBody,
    answers: {
      statuses: { 200: 'a page of work items' },
      schema: pageSchema(workItemResponse).meta({ id: 'WorkItemPage' }),
    },
    problems: ['invalid-parameters'],
    handle: async ({ caller, query: { pageSize, pageToken, includeResolved = false, ...filter } }) => {
      const after = readPageToken(pageToken, workItemOrders);
      if (!after.ok) return after.error;
      const page = { size: pageSize, after: after.value };
      const work = db.read(caller.practiceId, (query) => listWorkItems(query, { ...filter, includeResolved }, page));
      return reply(200, await work);
    },
  });
  routes.add({
    method: 'get',
    path: '/v1/work-items/{workItemId}',
    operationId: 'getWorkItem',
    summary: 'One work item, open or resolved',
    tag: 'Work items',
    permission: 'work_items:read',
    params: z.object({ workItemId: idParameter('workItem') }),
    query: noParameters,
    body: noBody,
    answers: { statuses: { 200: 'the work item' }, schema: workItemResponse },
    problems: ['invalid-parameters', 'not-found'],
    handle: async ({ caller, params }) => {
      const item = await db.read(caller.practiceId, (query) => findWorkItem(query, params.workItemId));
      return item === null ? problem('not-found', 'The practice has no work item of this id.') : reply(200, item);
    },
  });
}
