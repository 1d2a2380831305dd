import { z } from 'zod';
import { payerClassSchema } from '../../domain/payer/payer-profile.js';
import { editCatalogue } from '../../domain/scrubbing/edit-catalogue.js';
import { editFamilies } from '../../domain/scrubbing/edit-family.js';
import { date } from '../answer-parts.js';
import { reply } from '../answer.js';
import { noBody } from '../body.js';
import { noParameters, type RouteTable } from '../route.js';

const editsResponse = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        family: z.string().describe('the family, in words'),
        title: z.string().describe('what must be so, in plain words'),
        severity: z.enum(['blocking', 'warning']),
        effectiveFrom: date,
        effectiveTo: date.nullable(),
        payerClasses: z.array(payerClassSchema).nullable().describe('null: all payers'),
        procedureCodes: z.array(z.string()).nullable().describe('only claims with one of these; null: any claim'),
        message: z.string().describe('what it says of an example that breaks it'),
        remedy: z.string().describe('what to do about that example'),
        fix: z.enum(['by_itself', 'proposed']).nullable().describe('who changes the claim; null: no fix of its own'),
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
      const items = editCatalogue().map(({ id, family, title, severity, effectiveFrom, source, example, ...edit }) => ({
        id,
        family: editFamilies[family],
        title,
        severity,
        effectiveFrom,
        effectiveTo: edit.effectiveTo ?? null,
        payerClasses: edit.payerClasses === undefined ? null : [...edit.payerClasses],
        procedureCodes: edit.procedureCodes === undefined ? null : [...edit.procedureCodes],
        message: example.message,
        remedy: example.remedy,
        fix: example.fix,
        source,
      }));
      return reply(200, { items });
    },
  });
}
