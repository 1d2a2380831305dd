import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { loadDiagnosisCodes, loadProcedureCodes } from '../../db/code-sets.js';
import type { Database } from '../../db/database.js';
import { loadUnitLimits } from '../../db/ncci-tables.js';
import { listPayerVersions } from '../../db/payer-profiles.js';
import { decideFacts } from '../../domain/decision/decide-facts.js';
import type { DecisionContext } from '../../domain/decision/decide-visit.js';
import { visitFactsSchema } from '../../domain/decision/visit-facts.js';
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
      const payers = await db.read(caller.practiceId, listPayerVersions);
      const context = { payers, ...(await codeSets()) };
      if (body.kind === 'many') {
        const items = await decideAll(body.items, context);
        const answered = items.filter((item) => item.outcome === 'answered').length;
        return reply(200, { counts: { answered, refused: items.length - answered }, items });
      }
      const facts = visitFactsSchema.safeParse(body.content);
      if (facts.success) return reply(200, decideFacts(facts.data, context));
      const errors = issuesToErrors(facts.error.issues, body.content);
      return problem('invalid-body', 'The facts of the visit are wrong; see errors.', { errors });
    },
  });
}

async function loadCodeSets(db: Database): Promise<Omit<DecisionContext, 'payers'>> {
  return {
    diagnosisCodes: await loadDiagnosisCodes(db),
    procedureCodes: await loadProcedureCodes(db),
    unitLimits: await loadUnitLimits(db),
  };
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

/** Answers what can be answered and says of the rest what is wrong; in the order sent. */
async function decideAll(items: readonly BatchItem[], context: DecisionContext): Promise<DecidedItem[]> {
  const decided: DecidedItem[] = [];
  for (const item of items) {
    if (decided.length % itemsBetweenTurns === itemsBetweenTurns - 1) await setImmediate();
    decided.push(decideItem(item, decided.length, context));
  }
  return decided;
}

function decideItem({ line, content }: BatchItem, index: number, context: DecisionContext): DecidedItem {
  if (!content.ok) return { index, line, outcome: 'refused', errors: [content.error] };
  const facts = visitFactsSchema.safeParse(content.value);
  if (facts.success) return { index, line, outcome: 'answered', ...decideFacts(facts.data, context) };
  return { index, line, outcome: 'refused', errors: issuesToErrors(facts.error.issues, content.value) };
}
