import { z } from 'zod';
import type { Database } from '../../db/database.js';
import { findWorkItem } from '../../db/work-item-queries.js';
import { resolveWorkItem } from '../../db/work-items.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { type Answer, reply } from '../answer.js';
import { jsonBody } from '../body.js';
import { idParameter } from '../parameters.js';
import { problem } from '../problem.js';
import { reasonBody } from '../reason-body.js';
import { noParameters, type RouteTable } from '../route.js';
import { workItemResponse } from './work-items.js';

type Decision = {
  readonly practiceId: string;
  readonly actor: string;
  readonly workItemId: string;
  readonly reason: string;
};

/** Ends a work item that no claim waits on: what is to do was done elsewhere, and a person says so. */
export function addResolveWorkItemRoute(
  routes: RouteTable,
  deps: { readonly db: Database; readonly now: () => Instant },
): void {
  routes.add({
    method: 'post',
    path: '/v1/work-items/{workItemId}:resolve',
    operationId: 'resolveWorkItem',
    summary: 'End a work item that no command to a claim can end; one that is resolved already stays as it is',
    tag: 'Work items',
    permission: 'work_items:resolve',
    params: z.object({ workItemId: idParameter('workItem') }),
    query: noParameters,
    body: jsonBody(reasonBody),
    answers: { statuses: { 200: 'the work item, resolved' }, schema: workItemResponse },
    problems: [
      'malformed-json',
      'invalid-parameters',
      'invalid-body',
      'not-found',
      'command-refused',
      'idempotency-key-reused',
      'request-in-progress',
    ],
    handle: ({ caller, params, body }) => {
      const { practiceId, actor } = caller;
      return resolve(deps, { practiceId, actor, workItemId: params.workItemId, reason: body.reason });
    },
  });
}

function resolve(
  deps: { readonly db: Database; readonly now: () => Instant },
  decision: Decision,
): Promise<Answer<z.input<typeof workItemResponse>>> {
  const { practiceId, actor, workItemId, reason } = decision;
  return deps.db.inPractice(practiceId, async (tx) => {
    const item = await findWorkItem(tx, workItemId);
    if (item === null) return problem('not-found', 'The practice has no work item of this id.');
    if (item.allowedCommands.length > 0) {
      const ways = item.allowedCommands.join(', ');
      return problem('command-refused', `A claim waits on this work item; it ends with a command to it: ${ways}.`);
    }
    // The statement touches open items only, so of two decisions at once the first stands.
    await resolveWorkItem(tx, workItemId, { at: deps.now(), by: actor, resolution: `resolve: ${reason}` });
    return reply(200, (await findWorkItem(tx, workItemId)) ?? item);
  });
}
