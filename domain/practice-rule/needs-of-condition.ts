import type { ScrubFact } from '../scrubbing/scrub-edit.js';
import type { RuleCondition } from './rule-condition.js';
import { ruleFact } from './rule-facts.js';

/** What the facts of a condition are read from besides the visit's own, each once. */
export function needsOfCondition(condition: RuleCondition): readonly ScrubFact[] {
  const { all = [], any = [], not, fact } = condition;
  const parts = [...all, ...any, ...(not === undefined ? [] : [not])];
  const own = fact === undefined ? undefined : ruleFact(fact)?.needs;
  return [...new Set([...(own === undefined ? [] : [own]), ...parts.flatMap(needsOfCondition)])];
}
