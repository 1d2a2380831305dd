import { describe, expect, it } from 'vitest';
import { parseCalendarQuarter } from '../../../domain/coding/calendar-quarter.js';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { codesToPair } from '../../../domain/decision/codes-to-pair.js';
import { type DecisionContext, decideVisit } from '../../../domain/decision/decide-visit.js';
import { type VisitFactsInput, visitFactsSchema } from '../../../domain/decision/visit-facts.js';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import type { RuleCondition } from '../../../domain/practice-rule/rule-condition.js';
import { buildCodePairSet } from '../../../domain/scrubbing/ncci/code-pair-set.js';
import { buildUnitLimitSet } from '../../../domain/scrubbing/ncci/unit-limit-set.js';
import { aPracticeRule } from '../../builders/practice-rules.js';
import { aPayer } from '../../builders/rules.js';
import { someFacts } from '../../builders/visit-facts.js';

const builtIn: DecisionContext = { payers: [aPayer('summit-health')], diagnosisCodes: builtInDiagnosisCodeSet };
const quarter = parseCalendarQuarter('2026q1');

function decide(facts: Partial<VisitFactsInput>, loaded: Partial<DecisionContext> = {}) {
  const given = visitFactsSchema.parse(someFacts({ payer: { code: 'summit-health' }, ...facts }));
  const { decision, findings, notChecked } = decideVisit(given, { ...builtIn, ...loaded });
  const unchecked = new Map(notChecked.flatMap(({ checks, why }) => checks.map((check) => [check, why])));
  return { decision, findings: findings.map(({ code }) => code), unchecked };
}

describe('the practice’s own rules', () => {
  const byPhone = { modality: 'audio_only', audioOnlyReason: 'patient_no_device' } as const;
  const ruleOf = (when: RuleCondition) => ({ practiceRules: [aPracticeRule({ id: 'ours', when })] });

  it('decide with the others, under their own id', () => {
    const practiceRules = [aPracticeRule()];
    expect(decide(byPhone, { practiceRules })).toMatchObject({
      decision: 'not_allowed',
      findings: ['practice:summit-audio-only'],
    });
    expect(decide({}, { practiceRules })).toMatchObject({ decision: 'allowed', findings: [] });
  });

  it('hold for their dates of service only', () => {
    const practiceRules = [aPracticeRule({ effectiveFrom: plainDate('2026-04-01') })];
    expect(decide(byPhone, { practiceRules }).decision).toBe('allowed');
  });

  it('are told as not checked when nobody gives them, and not when there are none', () => {
    expect(decide({}).unchecked.has('practice:*')).toBe(true);
    expect([...decide({}, { practiceRules: [] }).unchecked.keys()].filter((id) => id.startsWith('practice:'))).toEqual(
      [],
    );
  });

  it.each<readonly [string, RuleCondition, RegExp]>([
    ['a charge', { fact: 'claim.chargeCents', atMost: 100 }, /charges/],
    ['an age', { any: [{ fact: 'visit.patientAgeYears', atMost: 17 }] }, /birth date/],
    ['the 271', { not: { fact: 'coverage.status', is: 'active' } }, /271/],
    ['an authorization nobody spoke of', { all: [{ fact: 'claim.hasPriorAuthorization', is: false }] }, /authorized/],
    ['decision making that is not given', { fact: 'visit.medicalDecisionMaking', is: 'high' }, /not given/],
  ])('that ask for %s are not guessed but told as not checked', (_, when, why) => {
    const { decision, findings, unchecked } = decide({}, ruleOf(when));
    expect({ decision, findings }).toEqual({ decision: 'allowed', findings: [] });
    expect(unchecked.get('practice:ours')).toMatch(why);
  });

  it('that ask for authorization judge once it is spoken of', () => {
    const rule = ruleOf({ fact: 'claim.hasPriorAuthorization', is: false });
    expect(decide({ priorAuthorization: false }, rule)).toMatchObject({ findings: ['practice:ours'] });
    expect(decide({ priorAuthorization: true }, rule)).toMatchObject({ decision: 'allowed' });
  });
});

describe('tables of CMS that are loaded', () => {
  if (quarter === null) throw new Error('2026q1 is a quarter');
  const pair = {
    columnOne: '90834',
    columnTwo: '90785',
    effectiveFrom: plainDate('2020-01-01'),
    modifierIndicator: 0,
  } as const;
  const therapy = { totalMinutes: 45, diagnoses: ['F411'], procedures: [{ code: '90834' }, { code: '90785' }] };

  it('code pairs decide, and are told as not checked without', () => {
    const codePairs = buildCodePairSet([{ quarter, revision: 1, pairs: [pair] }]);
    expect(decide(therapy, { codePairs })).toMatchObject({ decision: 'not_allowed', findings: ['ncci-pair'] });
    expect(decide(therapy, { codePairs }).unchecked.has('ncci-pair')).toBe(false);
    expect(decide(therapy)).toMatchObject({ decision: 'allowed' });
    expect(decide(therapy).unchecked.get('ncci-pair')).toMatch(/built-in subset/);
    expect(decide({}).unchecked.has('ncci-pair')).toBe(false);
  });

  it('unit limits decide, and are told as not checked without', () => {
    const limits = [{ code: '99213', unitsMax: 0, adjudicationIndicator: 2 } as const];
    const unitLimits = buildUnitLimitSet([{ quarter, revision: 1, limits }]);
    expect(decide({}, { unitLimits })).toMatchObject({ findings: ['units-over-mue'] });
    expect(decide({}, { unitLimits }).unchecked.has('units-over-mue')).toBe(false);
    expect(decide({}).unchecked.has('units-over-mue')).toBe(true);
  });

  it('are asked for the codes of visits with more than one line, and for no others', () => {
    const facts = [therapy, {}].map((each) =>
      visitFactsSchema.parse(someFacts({ payer: { code: 'summit-health' }, ...each })),
    );
    expect([...codesToPair(facts, builtIn)].sort()).toEqual(['90785', '90834']);
    expect(codesToPair(facts.slice(1), builtIn)).toEqual([]);
  });
});
