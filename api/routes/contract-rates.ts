import { z } from 'zod';
import { contractRatesOf, replaceContractRates } from '../../db/contract-rates.js';
import type { Database } from '../../db/database.js';
import { listVersionsOfPayer } from '../../db/payer-profiles.js';
import { contractRateKey, rateOfPayerSchema } from '../../domain/contract/contract-rate.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { reply } from '../answer.js';
import { jsonBody, noBody } from '../body.js';
import { flagParameter, payerCodeParameter } from '../parameters.js';
import { problem } from '../problem.js';
import { noParameters, type RouteTable } from '../route.js';

const rateOfPayer = rateOfPayerSchema.meta({ id: 'ContractRate' });
const ratesBody = z
  .strictObject({ rates: z.array(rateOfPayer).max(20_000) })
  .refine(({ rates }) => new Set(rates.map(contractRateKey)).size === rates.length, {
    message: 'two rates are of the same code, modifier, place and first day',
    path: ['rates'],
  })
  .meta({ id: 'ContractRates' });
const ratesResponse = z.object({ payerCode: z.string(), rates: z.array(rateOfPayer) });
const changeResponse = z.object({
  payerCode: z.string(),
  added: z.int(),
  changed: z.int(),
  ended: z.int(),
  unchanged: z.int(),
});

const base = {
  path: '/v1/payers/{payerCode}/contract-rates',
  tag: 'Payers',
  params: z.strictObject({ payerCode: payerCodeParameter }),
} as const;

interface ContractRateDependencies {
  readonly db: Database;
  readonly now: () => Instant;
}

/** What a payer allows by its contract with the practice. */
export function addContractRateRoutes(routes: RouteTable, { db, now }: ContractRateDependencies): void {
  routes.add({
    ...base,
    method: 'get',
    operationId: 'getContractRates',
    summary: 'What the payer allows by contract; an empty list when nothing was loaded',
    permission: 'payers:read',
    query: noParameters,
    body: noBody,
    answers: { statuses: { 200: 'the rates that count' }, schema: ratesResponse },
    problems: ['invalid-parameters'],
    handle: async ({ caller, params: { payerCode } }) => {
      const rates = await db.read(caller.practiceId, (query) => contractRatesOf(query, payerCode));
      return reply(200, { payerCode, rates: rates.map(({ payerCode: _, ...rate }) => rate) });
    },
  });
  routes.add({
    ...base,
    method: 'put',
    operationId: 'putContractRates',
    summary: 'Put the payer’s contract rates in place of those before, as a whole',
    permission: 'payers:write',
    query: z.strictObject({ dryRun: flagParameter }),
    body: jsonBody(ratesBody),
    answers: { statuses: { 200: 'what changed' }, schema: changeResponse },
    problems: [
      'invalid-parameters',
      'not-found',
      'malformed-json',
      'invalid-body',
      'body-too-large',
      'unsupported-media-type',
      'idempotency-key-reused',
      'request-in-progress',
    ],
    handle: async ({ caller, params: { payerCode }, query: { dryRun }, body }) => {
      const versions = await db.read(caller.practiceId, (query) => listVersionsOfPayer(query, payerCode));
      if (versions.length === 0) return problem('not-found', 'The practice has no payer of this code; see /v1/payers.');
      const rates = body.rates.map((rate) => ({ ...rate, payerCode }));
      const load = { at: now(), by: caller.actor, dryRun: dryRun === true };
      const change = await db.inPractice(caller.practiceId, (tx) => replaceContractRates(tx, payerCode, rates, load));
      return reply(200, { payerCode, ...change });
    },
  });
}
