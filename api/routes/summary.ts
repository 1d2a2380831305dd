import { z } from 'zod';
import type { Database } from '../../db/database.js';
import { summarizePractice } from '../../db/summary-queries.js';
import { claimStageSchema } from '../../domain/claim/claim-status.js';
import { cents } from '../answer-parts.js';
import { reply } from '../answer.js';
import { noBody } from '../body.js';
import { noParameters, type RouteTable } from '../route.js';

const summaryResponse = z
  .object({
    claims: z.int(),
    claimsByStage: z.partialRecord(claimStageSchema, z.int()).readonly(),
    claimsWithPerson: z.int().describe('claims that wait for a person or are on hold'),
    billedCents: cents,
    paidCents: cents,
    adjustedCents: cents,
    patientCents: cents.describe('what payers left to patients'),
    openWorkItems: z.int(),
  })
  .meta({ id: 'Summary' });

/** The practice at a glance. */
export function addSummaryRoutes(routes: RouteTable, db: Database): void {
  routes.add({
    method: 'get',
    path: '/v1/summary',
    operationId: 'getSummary',
    summary: 'Claims by stage, money, and open work items',
    tag: 'Reports',
    permission: 'reports:read',
    params: noParameters,
    query: noParameters,
    body: noBody,
    answers: { statuses: { 200: 'the summary' }, schema: summaryResponse },
    problems: ['invalid-parameters'],
    handle: async ({ caller }) => reply(200, await db.read(caller.practiceId, summarizePractice)),
  });
}
