import type { Client } from '@temporalio/client';
import { z } from 'zod';
import { listClaimEvents } from '../../db/claim-history-queries.js';
import { listClaimLedger, listClaimRemittances } from '../../db/claim-money-queries.js';
import { findClaim } from '../../db/claim-queries.js';
import type { Database, Queryable } from '../../db/database.js';
import { explainClaim } from '../../db/explain-claim.js';
import { claimTimeline } from '../../domain/claim/claim-timeline.js';
import { type Cents, cents, sumCents } from '../../domain/kernel/cents.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { ledgerAccountSchema } from '../../domain/ledger/ledger-account.js';
import { reply } from '../answer.js';
import { noBody } from '../body.js';
import { claimLedgerResponse, explanationResponse, liveStateResponse, timelineResponse } from '../claim-schemas.js';
import { claimTag } from '../claim-version.js';
import { askClaimState } from '../claim-workflows.js';
import { idParameter } from '../parameters.js';
import { type Problem, problem } from '../problem.js';
import { noParameters, type RouteTable } from '../route.js';

export interface ClaimHistoryDependencies {
  readonly db: Database;
  readonly temporal: Client;
  readonly now: () => Instant;
}

const common = {
  method: 'get',
  tag: claimTag,
  permission: 'claims:read',
  params: z.object({ claimId: idParameter('claim') }),
  query: noParameters,
  body: noBody,
} as const;

/** What happened to a claim, why, with what money, and where it stands at this moment. */
export function addClaimHistoryRoutes(routes: RouteTable, deps: ClaimHistoryDependencies): void {
  addTimeline(routes, deps);
  addExplanation(routes, deps.db);
  addLedger(routes, deps.db);
  addState(routes, deps);
}

function addTimeline(routes: RouteTable, { db, now }: ClaimHistoryDependencies): void {
  routes.add({
    ...common,
    path: '/v1/claims/{claimId}/timeline',
    operationId: 'getClaimTimeline',
    summary: 'Each stage of a claim: entered, due, finished, by whom and why',
    answers: { statuses: { 200: 'the timeline' }, schema: timelineResponse },
    problems: ['invalid-parameters', 'not-found'],
    handle: async ({ caller, params: { claimId } }) => {
      const events = await db.read(caller.practiceId, (query) => listClaimEvents(query, claimId));
      return events.length === 0 ? noClaim() : reply(200, { claimId, stages: claimTimeline(events, now()) });
    },
  });
}

function addExplanation(routes: RouteTable, db: Database): void {
  routes.add({
    ...common,
    path: '/v1/claims/{claimId}/explanation',
    operationId: 'getClaimExplanation',
    summary: 'Why each step decided as it did: facts, rules, decisions, sources, findings, and what they are worth',
    answers: { statuses: { 200: 'the decisions, oldest first' }, schema: explanationResponse },
    problems: ['invalid-parameters', 'not-found'],
    handle: async ({ caller, params: { claimId } }) => {
      const explained = await db.read(caller.practiceId, (query) => explainClaim(query, claimId));
      return explained === null ? noClaim() : reply(200, explained);
    },
  });
}

function addLedger(routes: RouteTable, db: Database): void {
  routes.add({
    ...common,
    path: '/v1/claims/{claimId}/ledger',
    operationId: 'getClaimLedger',
    summary: 'The claim’s transactions, its balance on each account, and what remittances said',
    answers: { statuses: { 200: 'the ledger of the claim' }, schema: claimLedgerResponse },
    problems: ['invalid-parameters', 'not-found'],
    handle: async ({ caller, params: { claimId } }) => {
      const money = await ofClaim(db, caller.practiceId, claimId, async (query) => ({
        transactions: await listClaimLedger(query, claimId),
        remittances: await listClaimRemittances(query, claimId),
      }));
      if (money === null) return noClaim();
      const entries = money.transactions.flatMap((transaction) => transaction.entries);
      const balances = ledgerAccountSchema.options.flatMap((account) => {
        const amounts: Cents[] = entries
          .filter((entry) => entry.account === account)
          .map((entry) => cents(entry.amountCents));
        return amounts.length === 0 ? [] : [{ account, balanceCents: sumCents(amounts) }];
      });
      return reply(200, { claimId, balances, ...money });
    },
  });
}

function addState(routes: RouteTable, { db, temporal }: ClaimHistoryDependencies): void {
  routes.add({
    ...common,
    path: '/v1/claims/{claimId}/state',
    operationId: 'getClaimState',
    summary: 'Where the claim stands at this moment, asked of its workflow',
    answers: { statuses: { 200: 'the live state' }, schema: liveStateResponse },
    problems: ['invalid-parameters', 'not-found', 'claim-not-running'],
    handle: async ({ caller, params: { claimId } }) => {
      const claim = await db.read(caller.practiceId, (query) => findClaim(query, claimId));
      if (claim === null) return noClaim();
      const asked = await askClaimState(temporal, claimId);
      switch (asked.kind) {
        case 'state':
          return reply(200, asked.state);
        case 'no_answer':
          return notRunning('No worker answered for the claim in time. Ask again soon.');
        case 'not_found':
          return claim.stage === 'closed'
            ? problem('not-found', 'The claim is closed and its workflow is no longer kept; read the claim itself.')
            : notRunning('The claim’s workflow has not started yet. Ask again soon.');
      }
    },
  });
}

/** Reads something of a claim, or null when the practice has no such claim. */
async function ofClaim<T>(
  db: Database,
  practiceId: string,
  claimId: string,
  read: (query: Queryable, claimId: string) => Promise<T>,
): Promise<T | null> {
  return db.read(practiceId, async (query) => {
    const claim = await findClaim(query, claimId);
    return claim === null ? null : read(query, claimId);
  });
}

function noClaim(): Problem {
  return problem('not-found', 'The practice has no claim of this id.');
}

function notRunning(detail: string): Problem {
  return problem('claim-not-running', detail, { headers: { 'Retry-After': '2' } });
}
