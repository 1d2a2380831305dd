import { z } from 'zod';
import type { Database, Queryable } from '../../db/database.js';
import {
  type KeptPracticeRule,
  keepPracticeRule,
  listPracticeRules,
  switchOffPracticeRule,
  switchOnPracticeRule,
} from '../../db/practice-rules.js';
import { getPractice } from '../../db/practices.js';
import { tryPracticeRules } from '../../db/try-practice-rules.js';
import { type Instant, plainDateAt } from '../../domain/kernel/instant.js';
import type { PracticeRule } from '../../domain/practice-rule/practice-rule.js';
import { precisionOf, type RuleTrial, recallOf } from '../../domain/practice-rule/rule-trial.js';
import { type TrialSpan, trialSpan } from '../../domain/practice-rule/trial-span.js';
import { type Answer, reply } from '../answer.js';
import { jsonBody } from '../body.js';
import {
  keptRuleResponse,
  practiceRuleBody,
  switchBody,
  switchedRuleResponse,
  trialBody,
  trialResponse,
} from '../practice-rule-schemas.js';
import { type Problem, problem } from '../problem.js';
import { noParameters, type RouteTable } from '../route.js';

export interface PracticeRuleDependencies {
  readonly db: Database;
  readonly now: () => Instant;
}

interface RuleCaller {
  readonly practiceId: string;
  readonly actor: string;
}

const params = z.strictObject({
  ruleId: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be the id of a rule, such as summit-audio-only')
    .max(60),
});
const ofKey = ['idempotency-key-reused', 'request-in-progress'] as const;
const ofBody = ['malformed-json', 'unsupported-media-type', 'invalid-body', 'body-too-large', ...ofKey] as const;
const ofRule = ['invalid-parameters', 'not-found', ...ofBody] as const;

/** Keeping, trying and switching the practice's own rules: a manager's, as they hold claims. */
export function addPracticeRuleChangeRoutes(routes: RouteTable, deps: PracticeRuleDependencies): void {
  const changing = { tag: 'Rules', permission: 'payers:write', query: noParameters } as const;
  const keeping = {
    body: practiceRuleBody,
    answers: { statuses: { 200: 'the newest version' }, schema: keptRuleResponse },
  };
  routes.add({
    ...changing,
    ...keeping,
    method: 'post',
    path: '/v1/practice-rules',
    operationId: 'addPracticeRule',
    summary: 'Keep a rule as a draft; one that differs from its newest version becomes the next',
    params: noParameters,
    problems: [...ofBody],
    handle: ({ caller, body }) => keep(deps, caller, body),
  });
  routes.add({
    ...changing,
    ...keeping,
    method: 'put',
    path: '/v1/practice-rules/{ruleId}',
    operationId: 'putPracticeRule',
    summary: 'Keep a rule of this id as a draft; the version in use goes on',
    params,
    problems: ['invalid-parameters', ...ofBody],
    handle: async ({ caller, params: { ruleId }, body }) =>
      body.id === ruleId
        ? keep(deps, caller, body)
        : problem('invalid-body', 'The rule can’t be accepted; see errors.', { errors: [idDiffers] }),
  });
  routes.add({
    ...changing,
    method: 'post',
    path: '/v1/practice-rules/{ruleId}/trial',
    operationId: 'tryPracticeRule',
    summary: 'What the newest version would have done over past claims; nothing is changed',
    params,
    body: jsonBody(trialBody),
    answers: { statuses: { 200: 'the trial' }, schema: trialResponse },
    problems: [...ofRule],
    handle: async ({ caller, params: { ruleId }, body }) => {
      const kept = await findRule(deps, caller, ruleId);
      return kept === null ? noSuchRule : reply(200, trialAnswer(kept, await tryRule(deps, caller, kept.rule, body)));
    },
  });
  routes.add({
    ...changing,
    method: 'post',
    path: '/v1/practice-rules/{ruleId}:switch',
    operationId: 'switchPracticeRule',
    summary: 'Let the newest version judge claims from now on, after its trial, or take the rule out of use',
    params,
    body: jsonBody(switchBody),
    answers: { statuses: { 200: 'the rule, and its trial' }, schema: switchedRuleResponse },
    problems: [...ofRule, 'command-refused'],
    handle: ({ caller, params: { ruleId }, body }) =>
      body.inUse ? switchOn(deps, caller, ruleId, body) : switchOff(deps, caller, ruleId),
  });
}

const idDiffers = {
  pointer: '/id',
  code: 'rule-id-differs',
  message: 'the rule has another id than the path',
  remedy: 'Send the id of the path, or use the path of the id.',
};

const noSuchRule: Problem = problem('not-found', 'The practice has no rule of this id; see /v1/practice-rules.');

async function ruleOf(query: Queryable, ruleId: string): Promise<KeptPracticeRule | null> {
  return (await listPracticeRules(query)).find(({ rule }) => rule.id === ruleId) ?? null;
}

function findRule({ db }: PracticeRuleDependencies, { practiceId }: RuleCaller, ruleId: string) {
  return db.read(practiceId, (query) => ruleOf(query, ruleId));
}

async function keep(
  { db, now }: PracticeRuleDependencies,
  { practiceId, actor }: RuleCaller,
  rule: PracticeRule,
): Promise<Answer<KeptPracticeRule>> {
  const kept = await db.inPractice(practiceId, async (tx) => {
    await keepPracticeRule(tx, rule, { by: actor, at: now() });
    return ruleOf(tx, rule.id);
  });
  return kept === null ? noSuchRule : reply(200, kept);
}

interface Tried {
  readonly span: TrialSpan;
  readonly trial: RuleTrial;
}

async function tryRule(
  { db, now }: PracticeRuleDependencies,
  { practiceId }: RuleCaller,
  rule: PracticeRule,
  asked: z.output<typeof trialBody>,
): Promise<Tried> {
  const { timeZone } = await db.read(practiceId, (query) => getPractice(query, practiceId));
  const span = trialSpan(asked, plainDateAt(now(), timeZone));
  const [trial] = await tryPracticeRules(db, practiceId, [rule], span);
  if (trial === undefined) throw new Error('one rule has one trial');
  return { span, trial };
}

function trialAnswer({ rule, version }: KeptPracticeRule, { span, trial }: Tried): z.input<typeof trialResponse> {
  const { since, until } = span;
  return { ruleId: rule.id, version, since, until, ...trial, precision: precisionOf(trial), recall: recallOf(trial) };
}

async function switchOn(
  deps: PracticeRuleDependencies,
  caller: RuleCaller,
  ruleId: string,
  asked: z.output<typeof trialBody>,
): Promise<Answer<z.input<typeof switchedRuleResponse>>> {
  const kept = await findRule(deps, caller, ruleId);
  if (kept === null) return noSuchRule;
  const tried = await tryRule(deps, caller, kept.rule, asked);
  const { version } = kept;
  const change = { by: caller.actor, at: deps.now() };
  const { isOn, rule } = await deps.db.inPractice(caller.practiceId, async (tx) => {
    const switched = await switchOnPracticeRule(tx, { id: ruleId, version }, tried.trial, change);
    return { isOn: switched, rule: await ruleOf(tx, ruleId) };
  });
  if (!isOn || rule === null) {
    return problem('command-refused', 'The rule was changed while it was tried; try it once more.');
  }
  return reply(200, { rule, trial: trialAnswer(kept, tried) });
}

async function switchOff(
  { db, now }: PracticeRuleDependencies,
  { practiceId, actor }: RuleCaller,
  ruleId: string,
): Promise<Answer<z.input<typeof switchedRuleResponse>>> {
  const { wasOn, kept } = await db.inPractice(practiceId, async (tx) => {
    const switched = await switchOffPracticeRule(tx, ruleId, { by: actor, at: now() });
    return { wasOn: switched, kept: await ruleOf(tx, ruleId) };
  });
  if (kept === null) return noSuchRule;
  return wasOn ? reply(200, { rule: kept, trial: null }) : problem('command-refused', 'The rule is not in use.');
}
