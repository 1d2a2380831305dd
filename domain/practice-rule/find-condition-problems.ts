import { parsePlainDate } from '../kernel/plain-date.js';
import { type Comparison, comparisonNames, type RuleCondition } from './rule-condition.js';
import { type RuleFact, ruleFact, ruleFactNames } from './rule-facts.js';

/** What is wrong with a condition, and where in it. */
export interface ConditionProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const depthMax = 10;
const comparisonsOf: Readonly<Record<RuleFact['kind'], readonly Comparison[]>> = {
  text: ['is', 'isNot', 'oneOf', 'noneOf', 'startsWithAny', 'known'],
  date: ['is', 'isNot', 'atLeast', 'atMost', 'known'],
  number: ['is', 'isNot', 'oneOf', 'noneOf', 'atLeast', 'atMost', 'known'],
  yes_no: ['is', 'known'],
  list: ['includesAny', 'includesAll', 'includesNone', 'startsWithAny', 'known'],
};

/** All that keeps a condition from being judged: parts that don't fit, facts nobody knows, values that can never be. */
export function findConditionProblems(
  condition: RuleCondition,
  path: readonly (string | number)[] = [],
): ConditionProblem[] {
  const forms = (['all', 'any', 'not', 'fact'] as const).filter((form) => condition[form] !== undefined);
  const [form, second] = forms;
  if (form === undefined || second !== undefined)
    return [{ path, message: 'write exactly one of all, any, not, fact' }];
  const compared = comparisonsIn(condition);
  if (form !== 'fact' && compared.length > 0) {
    return [{ path: [...path, ...compared.slice(0, 1)], message: 'a comparison needs its fact beside it' }];
  }
  if (path.length > 2 * depthMax) return [{ path, message: `conditions may be nested ${depthMax} deep` }];
  switch (form) {
    case 'all':
      return (condition.all ?? []).flatMap((part, index) => findConditionProblems(part, [...path, 'all', index]));
    case 'any':
      return (condition.any ?? []).flatMap((part, index) => findConditionProblems(part, [...path, 'any', index]));
    case 'not':
      return condition.not === undefined ? [] : findConditionProblems(condition.not, [...path, 'not']);
    case 'fact':
      return testProblems(condition, path);
  }
}

function comparisonsIn(condition: RuleCondition): string[] {
  return Object.entries(condition).flatMap(([key, value]) =>
    value !== undefined && comparisonNames.includes(key) ? [key] : [],
  );
}

function testProblems(test: RuleCondition, path: readonly (string | number)[]): ConditionProblem[] {
  const name = test.fact ?? '';
  const fact = ruleFact(name);
  if (fact === undefined) {
    return [{ path: [...path, 'fact'], message: `there is no fact ${name}; there are: ${ruleFactNames.join(', ')}` }];
  }
  const fitting: readonly string[] = comparisonsOf[fact.kind];
  const [comparison, second] = comparisonsIn(test);
  if (comparison === undefined || second !== undefined) {
    return [{ path, message: `compare ${name} by exactly one of ${fitting.join(', ')}` }];
  }
  const place = [...path, comparison];
  if (!fitting.includes(comparison)) {
    return [{ path: place, message: `${name} can be compared by ${fitting.join(', ')}` }];
  }
  return comparison === 'known'
    ? []
    : operandsOf(test).flatMap((operand) => operandProblem(fact, name, comparison, operand, place));
}

function operandsOf(test: RuleCondition): readonly (string | number | boolean)[] {
  const { is, isNot, atLeast, atMost, oneOf, noneOf, includesAny, includesAll, includesNone, startsWithAny } = test;
  const single = is ?? isNot ?? atLeast ?? atMost;
  if (single !== undefined) return [single];
  return oneOf ?? noneOf ?? includesAny ?? includesAll ?? includesNone ?? startsWithAny ?? [];
}

function operandProblem(
  fact: RuleFact,
  name: string,
  comparison: string,
  operand: string | number | boolean,
  path: readonly (string | number)[],
): ConditionProblem[] {
  const wrong = wrongOperand(fact, name, comparison, operand);
  return wrong === null ? [] : [{ path, message: wrong }];
}

function wrongOperand(
  fact: RuleFact,
  name: string,
  comparison: string,
  operand: string | number | boolean,
): string | null {
  switch (fact.kind) {
    case 'number':
      return typeof operand === 'number' ? null : `${name} is a number`;
    case 'yes_no':
      return typeof operand === 'boolean' ? null : `${name} is true or false`;
    case 'date':
      return typeof operand === 'string' && parsePlainDate(operand).ok ? null : `${name} is a date, YYYY-MM-DD`;
    case 'list':
      return typeof operand === 'string' ? null : `${name} is a list of texts`;
    case 'text': {
      if (typeof operand !== 'string') return `${name} is a text`;
      const possible = comparison === 'startsWithAny' ? undefined : fact.values;
      return possible === undefined || possible.includes(operand) ? null : `${name} is one of ${possible.join(', ')}`;
    }
  }
}
