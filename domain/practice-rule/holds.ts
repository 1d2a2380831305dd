import type { ScrubInput } from '../scrubbing/scrub-edit.js';
import type { RuleCondition } from './rule-condition.js';
import { type FactValue, ruleFact } from './rule-facts.js';

/** Whether a condition holds; null when a fact it hangs on is not known, since nothing is guessed. */
export type Holding = boolean | null;

/** Judges a condition on a claim by three-valued logic: `not` of what is not known is not known either. Pure. */
export function holds(condition: RuleCondition, input: ScrubInput): Holding {
  if (condition.all !== undefined) return every(condition.all, input);
  if (condition.any !== undefined) return some(condition.any, input);
  if (condition.not !== undefined) return negate(holds(condition.not, input));
  const value = ruleFact(condition.fact ?? '')?.read(input) ?? null;
  if (condition.known !== undefined) return (value !== null) === condition.known;
  return value === null ? null : passes(condition, value);
}

function negate(held: Holding): Holding {
  return held === null ? null : !held;
}

function every(conditions: readonly RuleCondition[], input: ScrubInput): Holding {
  let result: Holding = true;
  for (const condition of conditions) {
    const held = holds(condition, input);
    if (held === false) return false;
    if (held === null) result = null;
  }
  return result;
}

function some(conditions: readonly RuleCondition[], input: ScrubInput): Holding {
  let result: Holding = false;
  for (const condition of conditions) {
    const held = holds(condition, input);
    if (held === true) return true;
    if (held === null) result = null;
  }
  return result;
}

function passes(test: RuleCondition, value: Exclude<FactValue, null>): boolean {
  if (typeof value === 'object') return passesList(test, value);
  if (test.is !== undefined) return value === test.is;
  if (test.isNot !== undefined) return value !== test.isNot;
  if (test.oneOf !== undefined) return test.oneOf.includes(value);
  if (test.noneOf !== undefined) return !test.noneOf.includes(value);
  if (test.atLeast !== undefined) return value >= test.atLeast;
  if (test.atMost !== undefined) return value <= test.atMost;
  if (test.startsWithAny !== undefined) return startsWithAny(String(value), test.startsWithAny);
  return false;
}

function passesList(test: RuleCondition, values: readonly string[]): boolean {
  if (test.includesAny !== undefined) return test.includesAny.some((wanted) => values.includes(wanted));
  if (test.includesAll !== undefined) return test.includesAll.every((wanted) => values.includes(wanted));
  if (test.includesNone !== undefined) return !test.includesNone.some((wanted) => values.includes(wanted));
  const beginnings = test.startsWithAny ?? [];
  return values.some((value) => startsWithAny(value, beginnings));
}

function startsWithAny(value: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => value.startsWith(beginning));
}
