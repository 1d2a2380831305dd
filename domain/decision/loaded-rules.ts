import { holds } from '../practice-rule/holds.js';
import type { PracticeRule } from '../practice-rule/practice-rule.js';
import { practiceRuleEdit, practiceRuleEditId } from '../practice-rule/practice-rule-edit.js';
import { inForce } from '../scrubbing/in-force.js';
import { builtInCodePairSet } from '../scrubbing/ncci/code-pair-set.js';
import { builtInUnitLimitSet } from '../scrubbing/ncci/unit-limit-set.js';
import type { ScrubEdit, ScrubInput } from '../scrubbing/scrub-edit.js';
import { scrubEdits } from '../scrubbing/scrub-edits.js';
import type { NotChecked } from './visit-decision.js';

/** What a practice has loaded beside its payers; the built-in subsets where code sets are left out. */
export interface LoadedRules extends Pick<ScrubInput, 'procedureCodes' | 'codePairs' | 'unitLimits'> {
  /** The practice's own rules in use; left out when nobody says which there are. */
  readonly practiceRules?: readonly PracticeRule[] | undefined;
}

const editsByRules = new WeakMap<readonly PracticeRule[], readonly ScrubEdit[]>();

/** The edits of the catalogue with those of the practice's own rules behind them: one list for each list of rules. */
export function editsWith(rules: LoadedRules['practiceRules']): readonly ScrubEdit[] {
  if (rules === undefined || rules.length === 0) return scrubEdits;
  const known = editsByRules.get(rules);
  if (known !== undefined) return known;
  const edits = [...scrubEdits, ...rules.map(practiceRuleEdit)];
  editsByRules.set(rules, edits);
  return edits;
}

/** Own rules that ran and could not tell, for want of a fact; all of them when none were given. */
export function rulesNotChecked(
  rules: LoadedRules['practiceRules'],
  running: readonly ScrubEdit[],
  claim: ScrubInput,
): readonly NotChecked[] {
  if (rules === undefined) return [{ checks: ['practice:*'], why: 'the practice’s own rules were not given' }];
  const checks = rules.flatMap((rule) => {
    const edit = running.find(({ id }) => id === practiceRuleEditId(rule.id));
    if (edit === undefined || !inForce(edit, claim.visit.dateOfService)) return [];
    return holds(rule.when, claim) === null ? [edit.id] : [];
  });
  if (checks.length === 0) return [];
  return [{ checks, why: 'a fact that the rule asks for is not given' }];
}

/** Tables of CMS in whose place the built-in subset answered. */
export function tablesNotLoaded({ claim, visit, codePairs, unitLimits }: ScrubInput): readonly NotChecked[] {
  const isBuiltIn = (set: { inUse(date: typeof visit.dateOfService): { readonly kind: string } }) =>
    set.inUse(visit.dateOfService).kind === 'built_in';
  const checks = [
    ...(claim.lines.length > 1 && isBuiltIn(codePairs ?? builtInCodePairSet) ? ['ncci-pair'] : []),
    ...(isBuiltIn(unitLimits ?? builtInUnitLimitSet) ? ['units-over-mue'] : []),
  ];
  if (checks.length === 0) return [];
  return [{ checks, why: 'beyond the built-in subset, since no CMS table of the quarter is loaded' }];
}
