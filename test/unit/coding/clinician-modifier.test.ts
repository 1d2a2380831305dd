import { expect, test } from 'vitest';
import { codeVisit } from '../../../domain/coding/code-visit.js';
import { builtInDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { aClinician, aPayer, aPractice, aVisit } from '../../builders/rules.js';

const therapy = aVisit({
  serviceKind: 'psychotherapy',
  totalMinutes: 45,
  clinician: aClinician('clinical_psychologist'),
});

function coded(payerCode: string) {
  const outcome = codeVisit({
    visit: therapy,
    payer: aPayer(payerCode),
    practice: aPractice(),
    diagnosisCodes: builtInDiagnosisCodeSet,
  });
  if (outcome.kind !== 'coded') throw new Error('the visit was not coded');
  return outcome;
}

test('the modifier that tells the clinician stands before that of the modality, and the trace says where it comes from', () => {
  const { claim, trace } = coded('mi-medicaid');
  expect(claim.lines[0]?.modifiers).toEqual(['AH', '95']);
  expect(trace.find(({ ruleId }) => ruleId === 'clinician-modifier')).toMatchObject({
    facts: { code: '90834', clinician: 'clinical_psychologist', payer: 'mi-medicaid' },
    decision: 'modifier AH tells who gave the service; check it with the payer',
    source: aPayer('mi-medicaid').source,
  });
});

test('a payer that does not ask who gave the service gets no such modifier, and no word of it', () => {
  const { claim, trace } = coded('summit-health');
  expect(claim.lines[0]?.modifiers).toEqual(['95']);
  expect(trace.some(({ ruleId }) => ruleId === 'clinician-modifier')).toBe(false);
});
