import { expect, test } from 'vitest';
import { plainDate } from '../../../domain/kernel/plain-date.js';
import { practiceRuleEdit } from '../../../domain/practice-rule/practice-rule-edit.js';
import { listRuleFacts } from '../../../domain/practice-rule/rule-facts.js';
import { scrubClaim } from '../../../domain/scrubbing/scrub-claim.js';
import { aPracticeRule } from '../../builders/practice-rules.js';
import { aPayer, aScrubInput, aVisit } from '../../builders/rules.js';

const audio = { visit: aVisit({ modality: 'audio_only' }), payer: aPayer('summit-health') };

test('fires with the practice’s own words when its condition surely holds, and only then', () => {
  const edit = practiceRuleEdit(aPracticeRule());
  const found = scrubClaim(aScrubInput(audio), [edit]).findings;
  expect(found).toEqual([
    {
      editId: 'practice:summit-audio-only',
      blocking: true,
      overridden: false,
      source: 'the payer’s letter of January 2026',
      message: 'Summit denies audio-only visits of this kind',
      remedy: 'Ask the clinician for the reason, then override.',
      location: 'claim',
    },
  ]);
  expect(scrubClaim(aScrubInput({ ...audio, visit: aVisit() }), [edit]).findings).toEqual([]);
  const unsure = practiceRuleEdit(aPracticeRule({ when: { fact: 'visit.medicalDecisionMaking', is: 'high' } }));
  expect(scrubClaim(aScrubInput(audio), [unsure]).findings).toEqual([]);
});

test('holds within its dates only', () => {
  const lastDay = { effectiveTo: plainDate('2026-03-09') };
  expect(scrubClaim(aScrubInput(audio), [practiceRuleEdit(aPracticeRule(lastDay))]).findings).toEqual([]);
  expect(practiceRuleEdit(aPracticeRule())).not.toHaveProperty('effectiveTo');
});

test('every fact says what it is and is read from a claim that has all', () => {
  const facts = listRuleFacts();
  expect(facts.find(({ name }) => name === 'payer.class')).toEqual({
    name: 'payer.class',
    kind: 'text',
    about: 'what kind of plan pays',
    values: ['medicare', 'medicare_advantage', 'medicaid', 'commercial', 'self_pay'],
  });
  expect(facts.find(({ name }) => name === 'claim.lineCount')?.values).toEqual([]);
  expect(facts.length).toBeGreaterThan(25);
});
