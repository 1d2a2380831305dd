import { z } from 'zod';
import type { Database } from '../../db/database.js';
import { listPracticeRules } from '../../db/practice-rules.js';
import { listRuleFacts } from '../../domain/practice-rule/rule-facts.js';
import { reply } from '../answer.js';
import { noBody } from '../body.js';
import { rulesResponse } from '../practice-rule-schemas.js';
import { noParameters, type RouteTable } from '../route.js';

const factsResponse = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['text', 'date', 'number', 'yes_no', 'list']),
        about: z.string(),
        values: z.array(z.string()).readonly(),
      }),
    ),
  })
  .meta({ id: 'RuleFactList' });

/** The practice's own rules, and what such a rule may ask of a claim. */
export function addPracticeRuleRoutes(routes: RouteTable, db: Database): void {
  const reading = {
    method: 'get',
    tag: 'Rules',
    permission: 'payers:read',
    params: noParameters,
    query: noParameters,
  } as const;
  routes.add({
    ...reading,
    path: '/v1/practice-rules',
    operationId: 'listPracticeRules',
    summary: 'The newest version of each of the practice’s own rules, and whether it judges claims',
    body: noBody,
    answers: { statuses: { 200: 'the rules' }, schema: rulesResponse },
    problems: ['invalid-parameters'],
    handle: async ({ caller }) => reply(200, { items: await db.read(caller.practiceId, listPracticeRules) }),
  });
  routes.add({
    ...reading,
    path: '/v1/rule-facts',
    operationId: 'listRuleFacts',
    summary: 'The facts a practice’s own rule may ask of a claim',
    body: noBody,
    answers: { statuses: { 200: 'the facts' }, schema: factsResponse },
    problems: ['invalid-parameters'],
    handle: async () => reply(200, { items: listRuleFacts() }),
  });
}
