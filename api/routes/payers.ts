import { z } from 'zod';
import type { Database } from '../../db/database.js';
import { listPayerProfiles } from '../../db/practices.js';
import { payerProfileSchema } from '../../domain/payer/payer-profile.js';
import { reply } from '../answer.js';
import { noBody } from '../body.js';
import { noParameters, type RouteTable } from '../route.js';

const payersResponse = z
  .object({ items: z.array(payerProfileSchema.meta({ id: 'PayerProfile' })) })
  .meta({ id: 'PayerList' });

/** The payers the practice knows, with their telehealth policy. */
export function addPayerRoutes(routes: RouteTable, db: Database): void {
  routes.add({
    method: 'get',
    path: '/v1/payers',
    operationId: 'listPayers',
    summary: 'All payer profiles by code',
    tag: 'Payers',
    permission: 'payers:read',
    params: noParameters,
    query: noParameters,
    body: noBody,
    answers: { statuses: { 200: 'the payers' }, schema: payersResponse },
    problems: ['invalid-parameters'],
    handle: async ({ caller }) => reply(200, { items: await db.read(caller.practiceId, listPayerProfiles) }),
  });
}
