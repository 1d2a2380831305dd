import { describe, expect, it } from 'vitest';
import { aPayer } from '../../builders/rules.js';
import { behavioralCases } from './cases/behavioral-cases.js';
import { contactCases } from './cases/contact-cases.js';
import { monthlyServiceCases } from './cases/monthly-service-cases.js';
import { otherServiceCases } from './cases/other-service-cases.js';
import { visitAddOnCases } from './cases/visit-add-on-cases.js';
import { visitCases } from './cases/visit-cases.js';
import { outcomeOf, shortlyOf, sourcesOf } from './coded-shortly.js';

const everyRule = [
  ...visitCases,
  ...visitAddOnCases,
  ...behavioralCases,
  ...contactCases,
  ...monthlyServiceCases,
  ...otherServiceCases,
];

describe.each(everyRule)('codeVisit, $rule', ({ source, cases }) => {
  it.each(cases)('%s (%s)', (_, payer, visit, expected) => {
    const outcome = outcomeOf(visit, aPayer(payer));
    expect(shortlyOf(outcome)).toBe(expected);
    expect(sourcesOf(outcome)).toContain(source);
  });
});
