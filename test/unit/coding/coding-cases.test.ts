import { describe, expect, it } from 'vitest';
import { aPayer } from '../../builders/rules.js';
import { everyCodingCase } from './cases/every-coding-case.js';
import { outcomeOf, shortlyOf, sourcesOf } from './coded-shortly.js';

describe.each(everyCodingCase)('codeVisit, $rule', ({ source, cases }) => {
  it.each(cases)('%s (%s)', (_, payer, visit, expected) => {
    const outcome = outcomeOf(visit, aPayer(payer));
    expect(shortlyOf(outcome)).toBe(expected);
    expect(sourcesOf(outcome)).toContain(source);
  });
});
