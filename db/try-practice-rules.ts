import { loadDiagnosisCodes } from './code-sets.js';
import type { Database } from './database.js';
import { countPastClaims, pastClaims } from './past-claims.js';
import type { PracticeRule } from '../domain/practice-rule/practice-rule.js';
import { RuleJudge } from '../domain/practice-rule/rule-judge.js';
import type { RuleTrial } from '../domain/practice-rule/rule-trial.js';
import type { TrialSpan } from '../domain/practice-rule/trial-span.js';

/** Tells how far a run is; called after each batch. */
export type OnProgress = (done: number, all: number) => void;

/** Tries rules over the practice's past claims in one pass; nothing is changed. */
export async function tryPracticeRules(
  db: Database,
  practiceId: string,
  rules: readonly PracticeRule[],
  span: TrialSpan,
  onProgress: OnProgress = () => undefined,
): Promise<readonly RuleTrial[]> {
  const diagnosisCodes = await loadDiagnosisCodes(db);
  const judges = rules.map((rule) => new RuleJudge(rule));
  await db.read(practiceId, async (query) => {
    const all = await countPastClaims(query, span);
    let done = 0;
    for await (const batch of pastClaims(query, span, { diagnosisCodes, today: span.today })) {
      for (const claim of batch) for (const judge of judges) judge.add(claim);
      done += batch.length;
      onProgress(done, all);
    }
  });
  return judges.map((judge) => judge.trial());
}
