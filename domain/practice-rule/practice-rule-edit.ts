import type { ScrubEdit } from '../scrubbing/scrub-edit.js';
import { holds } from './holds.js';
import { needsOfCondition } from './needs-of-condition.js';
import type { PracticeRule } from './practice-rule.js';

/** Under what id the edit of a rule is told and can be set aside; no edit of ours has a colon in its id. */
export function practiceRuleEditId(ruleId: string): string {
  return `practice:${ruleId}`;
}

/** A practice's own rule as an edit among the others; it fires only when its condition surely holds. */
export function practiceRuleEdit(rule: PracticeRule): ScrubEdit {
  const { id, severity, effectiveFrom, effectiveTo, source, title, message, remedy } = rule;
  return {
    id: practiceRuleEditId(id),
    severity,
    effectiveFrom,
    ...(effectiveTo === undefined ? {} : { effectiveTo }),
    source,
    title,
    needs: needsOfCondition(rule.when),
    check: (input) => (holds(rule.when, input) === true ? [{ message, remedy, location: 'claim' }] : []),
  };
}
