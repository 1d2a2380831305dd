import { expect, test } from 'vitest';
import { codeVisit } from '../../../domain/coding/code-visit.js';
import { buildDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { aPayer, aPractice, aVisit } from '../../builders/rules.js';

function outcomeOf(code: string) {
  return codeVisit({
    visit: aVisit({ diagnoses: [{ system: 'icd-10-cm', code }] }),
    payer: aPayer(),
    practice: aPractice(),
    diagnosisCodes: buildDiagnosisCodeSet([{ fiscalYear: 2026, codes: ['I10', 'A150'] }]),
  });
}

test('with the official codes of the year a code outside of them is a question, with its place', () => {
  const outcome = outcomeOf('X999');
  expect(outcome.kind === 'needs_coder' && outcome.questions).toMatchObject([
    {
      code: 'diagnosis-invalid',
      severity: 'error',
      message: 'X999 is not an ICD-10-CM code of fiscal year 2026',
      location: 'diagnoses[0].code',
      remedy: 'Enter a code that is valid on the date of service, to its full length.',
    },
  ]);
});

test('with the official codes of the year a code that the built-in subset lacks goes without a warning', () => {
  const outcome = outcomeOf('A150');
  expect(outcome.kind === 'coded' && [outcome.claim.diagnoses, outcome.warnings]).toEqual([['A150'], []]);
});
