import { z } from 'zod';
import type { Instant } from '../domain/kernel/instant.js';
import { type PracticeRule, practiceRuleSchema } from '../domain/practice-rule/practice-rule.js';
import type { RuleTrial } from '../domain/practice-rule/rule-trial.js';
import type { PracticeTransaction, Queryable } from './database.js';
import { json, sql } from './sql.js';

export const practiceRuleStates = ['draft', 'on', 'off'] as const;

const rowSchema = z.object({
  id: z.string(),
  version: z.int(),
  rule: practiceRuleSchema,
  state: z.enum(practiceRuleStates),
  changed_by: z.string(),
  changed_at: z.string(),
});

/** A version of a practice's rule: whether it judges claims, and who made it so. */
export interface KeptPracticeRule {
  readonly rule: PracticeRule;
  readonly version: number;
  readonly state: (typeof practiceRuleStates)[number];
  readonly changedBy: string;
  readonly changedAt: string;
}

/** Who changes a rule, and when. */
export interface RuleChange {
  readonly by: string;
  readonly at: Instant;
}

/** The newest version of each rule, by id. */
export async function listPracticeRules(query: Queryable): Promise<KeptPracticeRule[]> {
  const rows = await query.rows(
    rowSchema,
    sql`select distinct on (id) id, version, rule, state, changed_by, changed_at from practice_rules
      order by id, version desc`,
  );
  return rows.map((row) => ({
    rule: row.rule,
    version: row.version,
    state: row.state,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }));
}

/** The rules that judge the practice's claims now, by id. */
export async function rulesInUse(query: Pick<Queryable, 'rows'>): Promise<PracticeRule[]> {
  const rows = await query.rows(
    z.object({ rule: practiceRuleSchema }),
    sql`select rule from practice_rules where state = 'on' order by id`,
  );
  return rows.map((row) => row.rule);
}

/** Keeps a rule as a draft, a new version when it differs from the newest one; gives the version. The version in use goes on. */
export async function keepPracticeRule(
  tx: PracticeTransaction,
  rule: PracticeRule,
  change: RuleChange,
): Promise<number> {
  await lockRule(tx, rule.id);
  const newest = await tx.maybeOne(
    z.object({ version: z.int(), same: z.boolean() }),
    sql`select version, rule = ${json(rule)}::jsonb as same from practice_rules
      where practice_id = ${tx.practiceId} and id = ${rule.id} order by version desc limit 1`,
  );
  if (newest?.same === true) return newest.version;
  const version = (newest?.version ?? 0) + 1;
  await tx.execute(sql`
    insert into practice_rules (practice_id, id, version, rule, state, changed_by, changed_at)
    values (${tx.practiceId}, ${rule.id}, ${version}, ${json(rule)}, 'draft', ${change.by}, ${change.at})`);
  return version;
}

/** Puts the version that was tried in use, in place of an older one, and keeps what its trial said; false when it is not the newest any more. */
export async function switchOnPracticeRule(
  tx: PracticeTransaction,
  { id, version }: { readonly id: string; readonly version: number },
  trial: RuleTrial,
  change: RuleChange,
): Promise<boolean> {
  await lockRule(tx, id);
  const newest = await tx.maybeOne(
    z.object({ version: z.int() }),
    sql`select version from practice_rules where practice_id = ${tx.practiceId} and id = ${id} order by version desc limit 1`,
  );
  if (newest?.version !== version) return false;
  await switchOffPracticeRule(tx, id, change);
  const switched = await tx.execute(sql`
    update practice_rules set state = 'on', trial = ${json(trial)}, changed_by = ${change.by}, changed_at = ${change.at}
    where practice_id = ${tx.practiceId} and id = ${id} and version = ${version}`);
  return switched > 0;
}

/** Takes a rule out of use; false when it was not in use. */
export async function switchOffPracticeRule(tx: PracticeTransaction, id: string, change: RuleChange): Promise<boolean> {
  const switched = await tx.execute(sql`
    update practice_rules set state = 'off', changed_by = ${change.by}, changed_at = ${change.at}
    where practice_id = ${tx.practiceId} and id = ${id} and state = 'on'`);
  return switched > 0;
}

/** Two people who change one rule do so one after the other. */
async function lockRule(tx: PracticeTransaction, id: string): Promise<void> {
  const lock = `practice-rule:${tx.practiceId}:${id}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
}
