import { expect, it } from 'vitest';
import { readDecisionCases } from '../../support/decision-cases.js';
import { readCoveredRules } from '../../support/decision-coverage.js';

const rules = readCoveredRules();
const topics = readDecisionCases();
const caseNames = new Set(topics.flatMap(({ file, cases }) => cases.map(({ name }) => `${file}: ${name}`)));
const answeredCodes = new Set(
  topics.flatMap(({ cases }) =>
    cases.flatMap(({ codes, facts }) => [
      ...(codes ?? []).map((line) => line.slice(0, 5)),
      ...(facts.procedures ?? []).map(({ code }) => code),
    ]),
  ),
);

it('every rule names a code or a case', () => {
  expect(rules.length).toBeGreaterThanOrEqual(110);
  expect(rules.filter(({ codes, cases }) => codes.length + cases.length === 0)).toEqual([]);
});

it.each(rules)('$rule', ({ codes, cases }) => {
  expect(codes.filter((code) => !answeredCodes.has(code))).toEqual([]);
  expect(cases.filter((name) => !caseNames.has(name))).toEqual([]);
});
