import { z } from 'zod';
import type { Database, Queryable } from '../../db/database.js';
import { exchangeOrder, listRemittances, listSubmissions } from '../../db/exchange-queries.js';
import type { Page, PageCursor } from '../../db/page-cursor.js';
import { cents, date, moment } from '../answer-parts.js';
import { type Answer, reply } from '../answer.js';
import { noBody } from '../body.js';
import { pageSchema, readPageToken } from '../pages.js';
import { pageParameters } from '../parameters.js';
import type { ApiRequest } from '../route-spec.js';
import { noParameters, type RouteTable } from '../route.js';

const remittanceResponse = z
  .object({
    id: z.string(),
    payerName: z.string(),
    payerCode: z.string().nullable(),
    traceNumber: z.string(),
    paymentDate: date,
    paymentCents: cents,
    state: z.string(),
    postedClaimsCents: cents,
    suspenseCents: cents,
    providerAdjustmentCents: cents,
    claimCount: z.int(),
    postedAt: moment.nullable(),
  })
  .meta({ id: 'Remittance' });

const submissionResponse = z
  .object({
    id: z.string(),
    payerCode: z.string(),
    state: z.string(),
    fileName: z.string(),
    interchangeControlNumber: z.string(),
    claimCount: z.int(),
    chargeCents: cents,
    attempts: z.int(),
    lastError: z.string().nullable(),
    createdAt: moment,
    sentAt: moment.nullable(),
  })
  .meta({ id: 'Submission' });

const pageQuery = z.strictObject(pageParameters);

/** What went to payers and what came back. */
export function addExchangeRoutes(routes: RouteTable, db: Database): void {
  const common = {
    method: 'get',
    tag: 'Exchange',
    permission: 'exchange:read',
    params: noParameters,
    query: pageQuery,
    body: noBody,
    problems: ['invalid-parameters'],
  } as const;
  routes.add({
    ...common,
    path: '/v1/remittances',
    operationId: 'listRemittances',
    summary: 'Payments of payers (835), newest first, with where each cent went',
    answers: {
      statuses: { 200: 'a page of remittances' },
      schema: pageSchema(remittanceResponse).meta({ id: 'RemittancePage' }),
    },
    handle: (request) => pageAnswer(db, request, listRemittances),
  });
  routes.add({
    ...common,
    path: '/v1/submissions',
    operationId: 'listSubmissions',
    summary: 'Files sent to payers (837P), newest first',
    answers: {
      statuses: { 200: 'a page of submissions' },
      schema: pageSchema(submissionResponse).meta({ id: 'SubmissionPage' }),
    },
    handle: (request) => pageAnswer(db, request, listSubmissions),
  });
}

type ListPage<T> = (
  query: Queryable,
  page: { readonly size: number; readonly after: PageCursor | null },
) => Promise<Page<T>>;

async function pageAnswer<T>(
  db: Database,
  request: ApiRequest<unknown, z.output<typeof pageQuery>, unknown>,
  list: ListPage<T>,
): Promise<Answer<Page<T>>> {
  const after = readPageToken(request.query.pageToken, [exchangeOrder]);
  if (!after.ok) return after.error;
  const page = { size: request.query.pageSize, after: after.value };
  return reply(200, await db.read(request.caller.practiceId, (query) => list(query, page)));
}
