import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { loadDiagnosisCodes, loadProcedureCodes } from '../../db/code-sets.js';
import type { Database, Queryable } from '../../db/database.js';
import { loadUnitLimits, readCodePairs } from '../../db/ncci-tables.js';
import { listPayerVersions } from '../../db/payer-profiles.js';
import { rulesInUse } from '../../db/practice-rules.js';
import { codesToPair } from '../../domain/decision/codes-to-pair.js';
import { decideFacts } from '../../domain/decision/decide-facts.js';
import type { DecisionContext } from '../../domain/decision/decide-visit.js';
import { type VisitFacts, visitFactsSchema } from '../../domain/decision/visit-facts.js';
import { err, ok, type Result } from '../../domain/kernel/result.js';
import { reply } from '../answer.js';
import { type BatchItem, oneOrManyBody } from '../batch-body.js';
import { type DecidedItem, decisionBatchResponse, decisionResponse } from '../decision-schemas.js';
import { issuesToErrors } from '../issues-to-errors.js';
import { problem } from '../problem.js';
import { noParameters, type RouteTable } from '../route.js';

const factsBody = visitFactsSchema.meta({ id: 'VisitFacts' });
const itemsMax = 1_000;
/** Other requests get their turn after this many items. */
const itemsBetweenTurns = 50;

/** Asking how a visit is billed and whether it may be, without a claim; nothing is kept. */
export function addDecisionRoutes(routes: RouteTable, db: Database): void {
  const codeSets = loadOnce(() => loadCodeSets(db));
  routes.add({
    method: 'post',
    path: '/v1/decisions',
    operationId: 'decideVisits',
    summary: `How a visit is billed and whether it may be, from its facts; one, or up to ${itemsMax}`,
    tag: 'Rules',
    permission: 'payers:read',
    params: noParameters,
    query: noParameters,
    body: oneOrManyBody(factsBody, { what: 'visits', itemsMax }),
    answers: {
      statuses: { 200: 'the decision, or in order what became of each item' },
      schema: z.union([decisionResponse, decisionBatchResponse]),
    },
    problems: [
      'malformed-json',
      'invalid-body',
      'body-too-large',
      'batch-too-large',
      'unsupported-media-type',
      'idempotency-key-reused',
      'request-in-progress',
    ],
    handle: async ({ caller, body }) => {
      const loaded = { ...(await db.read(caller.practiceId, loadOfPractice)), ...(await codeSets()) };
      if (body.kind === 'many') {
        const visits = body.items.map(readItem);
        const given = visits.flatMap(({ facts }) => (facts.ok ? [facts.value] : []));
        const context = await withCodePairs(db, caller.practiceId, loaded, given);
        const items = await decideAll(visits, context);
        const answered = items.filter((item) => item.outcome === 'answered').length;
        return reply(200, { counts: { answered, refused: items.length - answered }, items });
      }
      const facts = visitFactsSchema.safeParse(body.content);
      if (facts.success) {
        const context = await withCodePairs(db, caller.practiceId, loaded, [facts.data]);
        return reply(200, decideFacts(facts.data, context));
      }
      const errors = issuesToErrors(facts.error.issues, body.content);
      return problem('invalid-body', 'The facts of the visit are wrong; see errors.', { errors });
    },
  });
}

async function loadOfPractice(query: Queryable) {
  return { payers: await listPayerVersions(query), practiceRules: await rulesInUse(query) };
}

async function loadCodeSets(db: Database): Promise<Omit<DecisionContext, 'payers'>> {
  return {
    diagnosisCodes: await loadDiagnosisCodes(db),
    procedureCodes: await loadProcedureCodes(db),
    unitLimits: await loadUnitLimits(db),
  };
}

/** A quarter has two million code pairs: those of the visits' codes are asked for, and nothing when no visit has two. */
async function withCodePairs(
  db: Database,
  practiceId: string,
  context: DecisionContext,
  visits: readonly VisitFacts[],
): Promise<DecisionContext> {
  const codes = new Set<string>();
  for (let start = 0; start < visits.length; start += itemsBetweenTurns) {
    if (start > 0) await setImmediate();
    for (const code of codesToPair(visits.slice(start, start + itemsBetweenTurns), context)) codes.add(code);
  }
  if (codes.size === 0) return context;
  return { ...context, codePairs: await db.read(practiceId, (query) => readCodePairs(query, [...codes])) };
}

/** The code sets are large and seldom change: they are read with the first question, again when that failed. */
function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return async () => {
    loading ??= load();
    try {
      return await loading;
    } catch (error) {
      loading = null;
      throw error;
    }
  };
}

/** One item of a batch: its facts, or what is wrong with it. */
interface ReadItem {
  readonly line: number | null;
  readonly facts: Result<VisitFacts, Extract<DecidedItem, { outcome: 'refused' }>['errors']>;
}

function readItem({ line, content }: BatchItem): ReadItem {
  if (!content.ok) return { line, facts: err([content.error]) };
  const facts = visitFactsSchema.safeParse(content.value);
  return { line, facts: facts.success ? ok(facts.data) : err(issuesToErrors(facts.error.issues, content.value)) };
}

/** Answers what can be answered and says of the rest what is wrong; in the order sent. */
async function decideAll(items: readonly ReadItem[], context: DecisionContext): Promise<DecidedItem[]> {
  const decided: DecidedItem[] = [];
  for (const { line, facts } of items) {
    if (decided.length % itemsBetweenTurns === itemsBetweenTurns - 1) await setImmediate();
    const place = { index: decided.length, line };
    decided.push(
      facts.ok
        ? { ...place, outcome: 'answered', ...decideFacts(facts.value, context) }
        : { ...place, outcome: 'refused', errors: facts.error },
    );
  }
  return decided;
}
