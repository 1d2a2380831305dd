import { describe, expect, test } from 'vitest';
import { practiceRuleSchema } from '../../../domain/practice-rule/practice-rule.js';
import { aPracticeRule } from '../../builders/practice-rules.js';

function problemsOf(rule: unknown): string[] {
  const parsed = practiceRuleSchema.safeParse(rule);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

describe('a rule that can’t be judged is refused, with the place and the reason', () => {
  test.each<[unknown, string]>([
    [{}, 'when: write exactly one of all, any, not, fact'],
    [{ fact: 'payer.code', is: 'x', not: { fact: 'payer.code', is: 'y' } }, 'when: write exactly one of'],
    [{ fact: 'patient.lastName', is: 'x' }, 'when.fact: there is no fact patient.lastName; there are: payer.code'],
    [{ fact: 'payer.code' }, 'when: compare payer.code by exactly one of is, isNot'],
    [{ fact: 'payer.code', is: 'x', isNot: 'y' }, 'when: compare payer.code by exactly one of'],
    [{ fact: 'payer.code', atLeast: 1 }, 'when.atLeast: payer.code can be compared by is, isNot, oneOf'],
    [{ fact: 'visit.totalMinutes', is: 'ten' }, 'when.is: visit.totalMinutes is a number'],
    [{ fact: 'visit.newPatient', is: 'yes' }, 'when.is: visit.newPatient is true or false'],
    [{ fact: 'visit.dateOfService', atLeast: '2026-02-30' }, 'when.atLeast: visit.dateOfService is a date'],
    [{ fact: 'visit.modality', oneOf: ['fax'] }, 'when.oneOf: visit.modality is one of audio_video'],
    [
      { all: [{ any: [{ fact: 'claim.modifiers', is: '95' }] }] },
      'when.all.0.any.0.is: claim.modifiers can be compared',
    ],
    [{ all: [], is: 3 }, 'when.all: '],
    [{ is: 3, not: { fact: 'payer.code', is: 'x' } }, 'when.is: a comparison needs its fact beside it'],
    [{ fact: 'payer.code', equals: 'x' }, 'when: Unrecognized key'],
  ])('%j', (when, expected) => {
    expect(problemsOf({ ...aPracticeRule(), when }).join('\n')).toContain(expected);
  });

  test('too deep a nesting, dates that are crossed, and an id that is none', () => {
    let when: unknown = { fact: 'payer.code', is: 'x' };
    for (let depth = 0; depth < 30; depth += 1) when = { not: when };
    expect(problemsOf({ ...aPracticeRule(), when }).join()).toContain('nested 10 deep');
    expect(problemsOf({ ...aPracticeRule(), effectiveTo: '2024-12-31' })).toEqual([
      'effectiveTo: lies before effectiveFrom',
    ]);
    expect(problemsOf({ ...aPracticeRule(), id: 'Not An Id' }).join()).toContain('small letters');
  });
});

test('a rule of one day is a rule', () => {
  expect(problemsOf({ ...aPracticeRule(), effectiveTo: '2025-01-01' })).toEqual([]);
});

test('every comparison a fact allows is accepted', () => {
  const conditions = [
    { fact: 'payer.code', startsWithAny: ['summit'] },
    { fact: 'claim.modifiers', includesNone: ['95', '93'] },
    {
      not: {
        any: [
          { fact: 'visit.newPatient', known: false },
          { fact: 'visit.totalMinutes', atMost: 9 },
        ],
      },
    },
  ];
  for (const when of conditions) expect(problemsOf({ ...aPracticeRule(), when })).toEqual([]);
});
