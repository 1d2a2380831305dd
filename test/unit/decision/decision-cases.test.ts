import { describe, expect, it } from 'vitest';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { decideFacts } from '../../../domain/decision/decide-facts.js';
import type { VisitDecision } from '../../../domain/decision/visit-decision.js';
import { defaultPayerProfiles } from '../../../domain/payer/default-payer-profiles.js';
import { type DecisionCase, readDecisionCases } from '../../support/decision-cases.js';

const context = { payers: defaultPayerProfiles, diagnosisCodes: builtInDiagnosisCodeSet };
const topics = readDecisionCases();

function codesOf({ codes }: VisitDecision): readonly string[] {
  return codes.map(({ code, modifiers, units }) => [code, ...modifiers].join('-') + (units === 1 ? '' : ` x${units}`));
}

/** A refusal must give the reasons of the row; any other answer gives those and no more. */
function expectAnswer(answer: VisitDecision, row: DecisionCase): void {
  const told = {
    decision: answer.decision,
    findings: answer.findings.map((finding) => finding.code),
    missingFacts: answer.missingFacts.map((fact) => fact.path),
  };
  const { decision, findings, missingFacts } = row;
  if (decision === 'not_allowed')
    expect(told).toMatchObject({ decision, findings: expect.arrayContaining([...findings]) });
  else expect(told).toEqual({ decision, findings, missingFacts });
  if (row.codes !== null) expect(codesOf(answer)).toEqual(row.codes);
  if (row.placeOfService !== undefined) expect(answer.placeOfService).toBe(row.placeOfService);
}

it('there are at least 200 cases, each with a source, and no two of a table with the same name', () => {
  const cases = topics.flatMap((topic) => topic.cases);
  expect(cases.length).toBeGreaterThanOrEqual(200);
  expect(cases.filter(({ source }) => source.length < 4)).toEqual([]);
  for (const topic of topics) {
    expect(new Set(topic.cases.map(({ name }) => name)).size).toBe(topic.cases.length);
  }
});

describe.each(topics)('$title', ({ cases }) => {
  it.each(cases)('$name', (row) => {
    const answer = decideFacts(row.facts, context);
    expectAnswer(answer, row);
    const withoutSource = [...answer.findings, ...answer.missingFacts, ...answer.trace].filter((each) => !each.source);
    expect(withoutSource).toEqual([]);
  });
});
