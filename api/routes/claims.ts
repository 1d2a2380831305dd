import { z } from 'zod';
import { claimOrders, findClaim, listClaims } from '../../db/claim-queries.js';
import type { Database, Queryable } from '../../db/database.js';
import { listPayerVersions } from '../../db/payer-profiles.js';
import {
  attentionSchema,
  claimStageSchema,
  insuranceOutcomeSchema,
  patientBalanceSchema,
} from '../../domain/claim/claim-status.js';
import { plainDateSchema } from '../../domain/kernel/schemas.js';
import { reply } from '../answer.js';
import { noBody } from '../body.js';
import { claimResponse, claimSummaryResponse } from '../claim-schemas.js';
import { claimTag } from '../claim-version.js';
import { pageSchema, readPageToken } from '../pages.js';
import {
  centsParameter,
  flagParameter,
  idParameter,
  oneOrMore,
  pageParameters,
  payerCodeParameter,
} from '../parameters.js';
import { type Problem, problem } from '../problem.js';
import { noParameters, type RouteTable } from '../route.js';

const filters = z.strictObject({
  stage: oneOrMore(claimStageSchema),
  payer: oneOrMore(payerCodeParameter),
  attention: oneOrMore(attentionSchema),
  insuranceOutcome: oneOrMore(insuranceOutcomeSchema),
  patientBalance: patientBalanceSchema.optional(),
  onHold: flagParameter,
  dateOfServiceFrom: plainDateSchema.optional(),
  dateOfServiceTo: plainDateSchema.optional(),
  chargeCentsMin: centsParameter,
  chargeCentsMax: centsParameter,
  paidCentsMin: centsParameter,
  paidCentsMax: centsParameter,
  sort: z.enum(claimOrders).default('newest').describe('by the moment of receipt'),
  ...pageParameters,
});

/** A span that ends before it begins holds nothing: surely not what was meant. */
const filterQuery = filters
  .refine(({ dateOfServiceFrom: from, dateOfServiceTo: to }) => from === undefined || to === undefined || from <= to, {
    path: ['dateOfServiceTo'],
    message: 'lies before dateOfServiceFrom',
  })
  .refine(({ chargeCentsMin: min, chargeCentsMax: max }) => min === undefined || max === undefined || min <= max, {
    path: ['chargeCentsMax'],
    message: 'is less than chargeCentsMin',
  })
  .refine(({ paidCentsMin: min, paidCentsMax: max }) => min === undefined || max === undefined || min <= max, {
    path: ['paidCentsMax'],
    message: 'is less than paidCentsMin',
  });

async function unknownPayers(query: Queryable, codes: readonly string[] = []): Promise<readonly string[]> {
  if (codes.length === 0) return [];
  const known = new Set((await listPayerVersions(query)).map((profile) => profile.code));
  return codes.filter((code) => !known.has(code));
}

function noSuchPayer(codes: readonly string[]): Problem {
  const errors = codes.map((code) => ({
    pointer: '#query/payer',
    code: 'payer-unknown',
    message: `the practice has no payer ${code}`,
    remedy: 'Send a payer code of GET /v1/payers.',
  }));
  return problem('invalid-parameters', 'A payer of the filter is not known.', { errors });
}

/** Reading claims: the filtered list, and one of them. */
export function addClaimRoutes(routes: RouteTable, db: Database): void {
  routes.add({
    method: 'get',
    path: '/v1/claims',
    operationId: 'listClaims',
    summary: 'Claims by receipt, narrowed by any combination of filters',
    tag: claimTag,
    permission: 'claims:read',
    params: noParameters,
    query: filterQuery,
    body: noBody,
    answers: {
      statuses: { 200: 'a page of claims' },
      schema: pageSchema(claimSummaryResponse).meta({ id: 'ClaimPage' }),
    },
    problems: ['invalid-parameters'],
    handle: async ({ caller, query }) => {
      const { sort, pageSize, pageToken, stage, payer, attention, insuranceOutcome, ...filter } = query;
      const after = readPageToken(pageToken, [sort]);
      if (!after.ok) return after.error;
      const lists = { stages: stage, payerCodes: payer, attentions: attention, insuranceOutcomes: insuranceOutcome };
      const page = { order: sort, size: pageSize, after: after.value };
      return await db.read(caller.practiceId, async (read) => {
        const found = await listClaims(read, { ...filter, ...lists }, page);
        // Only an empty answer makes one doubt the payer: all others are as quick as before.
        const strangers = found.items.length === 0 ? await unknownPayers(read, payer) : [];
        return strangers.length === 0 ? reply(200, found) : noSuchPayer(strangers);
      });
    },
  });
  routes.add({
    method: 'get',
    path: '/v1/claims/{claimId}',
    operationId: 'getClaim',
    summary: 'One claim with its open work items; the ETag is its version',
    tag: claimTag,
    permission: 'claims:read',
    params: z.object({ claimId: idParameter('claim') }),
    query: noParameters,
    body: noBody,
    answers: { statuses: { 200: 'the claim' }, schema: claimResponse, versionOf: (claim) => claim.version },
    problems: ['invalid-parameters', 'not-found'],
    handle: async ({ caller, params }) => {
      const claim = await db.read(caller.practiceId, (query) => findClaim(query, params.claimId));
      if (claim === null) return problem('not-found', 'The practice has no claim of this id.');
      return reply(200, claim);
    },
  });
}
