import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPracticeRules } from '../../../../cli/practice-rules/read-practice-rules.js';
import { trialLines } from '../../../../cli/practice-rules/trial-lines.js';
import { cents } from '../../../../domain/kernel/cents.js';
import { RuleJudge } from '../../../../domain/practice-rule/rule-judge.js';
import { aPracticeRule } from '../../../builders/practice-rules.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

test('a bad rule is named with its field and never stops the good ones', () => {
  const file = join(temporaryFolder(), 'rules.json');
  const good = aPracticeRule();
  writeFileSync(file, JSON.stringify([{ ...good, id: 'bad', when: { fact: 'payer.cod', is: 'x' } }, good, good, 7]));
  const { rules, problems } = readPracticeRules(file);
  expect(rules).toEqual([good]);
  expect(problems).toEqual([
    expect.stringMatching(/rules\.json, rule 1, when\.fact: there is no fact payer\.cod; there are: payer\.code, /),
    `${file}, rule 3, id: summit-audio-only stands in the file twice`,
    expect.stringContaining('rule 4, as a whole: '),
  ]);
});

test('a file with one rule need not be a list, and what is no JSON is a usage error', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'one.json'), JSON.stringify(aPracticeRule()));
  writeFileSync(join(folder, 'none.json'), '{');
  expect(readPracticeRules(join(folder, 'one.json')).rules).toHaveLength(1);
  expect(() => readPracticeRules(join(folder, 'none.json'))).toThrow('no JSON file');
});

test('a trial is told in words: what it stops, what that is worth, and how well it fits', () => {
  const trial = {
    ...new RuleJudge(aPracticeRule()).trial(),
    claims: 40,
    firedClaimIds: Array.from({ length: 12 }, (_, index) => `clm_${index}`),
    firedChargeCents: cents(123_400),
    decided: 30,
    denied: 8,
    firedAndDecided: 10,
    firedAndDenied: 6,
  };
  const lines = trialLines('mine', trial);
  expect(lines[0]).toBe('mine: fires on 12 of 40 claims, $1,234.00 charged');
  expect(lines).toContain('  precision 60.0 %: 6 of the 10 decided ones it fires on were denied');
  expect(lines.join('\n')).toContain('recall    75.0 %');
  expect(lines.at(-1)).toBe('  … and 2 more (--json lists all)');
  expect(trialLines('mine', new RuleJudge(aPracticeRule()).trial()).join('\n')).toContain('precision –');
});
