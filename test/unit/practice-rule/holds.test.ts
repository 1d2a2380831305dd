import { describe, expect, test } from 'vitest';
import { cents } from '../../../domain/kernel/cents.js';
import { holds } from '../../../domain/practice-rule/holds.js';
import { type RuleCondition, ruleConditionSchema } from '../../../domain/practice-rule/rule-condition.js';
import { aClaim, aLine, aPayer, aScrubInput, aVisit } from '../../builders/rules.js';

const input = aScrubInput({
  visit: aVisit({ totalMinutes: 22, modality: 'audio_only' }),
  payer: aPayer('summit-health'),
  claim: aClaim({
    placeOfService: '10',
    diagnoses: ['I10', 'E119'],
    lines: [aLine({ procedureCode: '99213', modifiers: ['93'], chargeCents: cents(9_000) })],
  }),
});
const unknown: RuleCondition = { fact: 'visit.medicalDecisionMaking', is: 'high' };
const yes: RuleCondition = { fact: 'payer.code', is: 'summit-health' };
const no: RuleCondition = { fact: 'payer.code', is: 'cobalt-mutual' };

describe('a test of one fact', () => {
  test.each<[RuleCondition, boolean]>([
    [{ fact: 'visit.modality', is: 'audio_only' }, true],
    [{ fact: 'visit.modality', isNot: 'audio_only' }, false],
    [{ fact: 'payer.code', oneOf: ['cobalt-mutual', 'summit-health'] }, true],
    [{ fact: 'payer.code', noneOf: ['summit-health'] }, false],
    [{ fact: 'visit.totalMinutes', atLeast: 22 }, true],
    [{ fact: 'visit.totalMinutes', atLeast: 23 }, false],
    [{ fact: 'visit.totalMinutes', atMost: 22 }, true],
    [{ fact: 'visit.totalMinutes', atMost: 21 }, false],
    [{ fact: 'visit.dateOfService', atLeast: '2026-03-10' }, true],
    [{ fact: 'visit.dateOfService', atMost: '2026-03-09' }, false],
    [{ fact: 'claim.procedureCodes', includesAny: ['99214', '99213'] }, true],
    [{ fact: 'claim.procedureCodes', includesAll: ['99214', '99213'] }, false],
    [{ fact: 'claim.procedureCodes', includesNone: ['99214'] }, true],
    [{ fact: 'claim.diagnosisCodes', startsWithAny: ['I1'] }, true],
    [{ fact: 'claim.diagnosisCodes', startsWithAny: ['F', 'Z'] }, false],
    [{ fact: 'visit.clinicianNpi', startsWithAny: ['9'] }, false],
    [{ fact: 'claim.procedureCodes', includesAll: ['99213'] }, true],
    [{ fact: 'claim.procedureCodes', includesAny: ['99214', '99215'] }, false],
    [{ fact: 'claim.procedureCodes', includesNone: ['99214', '99213'] }, false],
    [{ fact: 'claim.diagnosisCodes', startsWithAny: ['F', 'I'] }, true],
    [{ fact: 'visit.clinicianNpi', startsWithAny: ['9', '1'] }, true],
    [{ fact: 'claim.chargeCents', is: 9_000 }, true],
    [{ fact: 'claim.chargeCents', isNot: 9_001 }, true],
    [{ fact: 'payer.code', oneOf: ['cobalt-mutual'] }, false],
    [{ fact: 'payer.code', noneOf: ['cobalt-mutual'] }, true],
    [{ fact: 'visit.medicalDecisionMaking', known: true }, false],
    [{ fact: 'visit.newPatient', is: false }, true],
    [{ fact: 'visit.patientAgeYears', is: 55 }, true],
    [{ fact: 'visit.medicalDecisionMaking', known: false }, true],
    [{ fact: 'visit.totalMinutes', known: false }, false],
  ])('%j is %j', (condition, expected) => {
    expect(holds(ruleConditionSchema.parse(condition), input)).toBe(expected);
  });
});

describe('what is not known is neither true nor false', () => {
  test.each<[string, RuleCondition, boolean | null]>([
    ['a test of it', unknown, null],
    ['its opposite', { not: unknown }, null],
    ['beside what holds', { all: [yes, unknown] }, null],
    ['beside what does not hold', { all: [unknown, no] }, false],
    ['or what holds', { any: [unknown, yes] }, true],
    ['or what does not hold', { any: [no, unknown] }, null],
    ['all of what holds', { all: [yes, yes] }, true],
    ['any of what does not hold', { any: [no, no] }, false],
    ['the opposite of what does not hold', { not: no }, true],
  ])('%s', (_, condition, expected) => {
    expect(holds(condition, input)).toBe(expected);
  });
});
