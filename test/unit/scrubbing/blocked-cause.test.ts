import { describe, expect, it, test } from 'vitest';
import { codeVisit } from '../../../domain/coding/code-visit.js';
import { questionCause } from '../../../domain/coding/question-cause.js';
import { blockedCause } from '../../../domain/scrubbing/blocked-cause.js';
import { scrubClaim } from '../../../domain/scrubbing/scrub-claim.js';
import type { ScrubInput } from '../../../domain/scrubbing/scrub-edit.js';
import { scrubEdits } from '../../../domain/scrubbing/scrub-edits.js';
import type { Visit, VisitInput } from '../../../domain/visit/visit.js';
import { buildDiagnosisCodeSet } from '../../../domain/coding/diagnosis-code-set.js';
import { aPayer, aPractice, aScrubInput, aVisit } from '../../builders/rules.js';
import { editExamples } from './examples/edit-examples.js';

/** What tells of the patient: names, birth date, member ids, street, and diagnoses with and without the dot. */
function valuesOf({ patient, coverages, diagnoses }: Visit, billed: readonly string[]): readonly string[] {
  const codes = [...diagnoses.map(({ code }) => code), ...billed];
  return [
    patient.firstName,
    patient.lastName,
    patient.birthDate,
    patient.address?.line1 ?? '',
    ...coverages.map(({ memberId }) => memberId),
    ...codes.flatMap((code) => [code, `${code.slice(0, 3)}.${code.slice(3)}`]),
  ].filter((value) => value.length > 2);
}

function told(text: string, values: readonly string[]): readonly string[] {
  const words = text.toLowerCase();
  return values.filter((value) => words.includes(value.toLowerCase()));
}

const held: readonly (readonly [id: string, index: number, input: ScrubInput])[] = scrubEdits
  .filter(({ severity }) => severity === 'blocking')
  .flatMap(({ id }) => (editExamples[id] ?? []).map(({ fails }, index) => [id, index, aScrubInput(fails)] as const));

describe('the cause of a claim that is held', () => {
  it('names every edit that holds it and nothing of the patient, whatever the claim', () => {
    expect(held.length).toBeGreaterThan(200);
    for (const [id, index, input] of held) {
      const blocking = scrubClaim(input).findings.filter((finding) => finding.blocking);
      const cause = blockedCause(blocking, scrubEdits);
      for (const { editId } of blocking) expect(cause).toContain(editId);
      expect([id, index, told(cause, valuesOf(input.visit, input.claim.diagnoses))]).toEqual([id, index, []]);
    }
  });

  it('leaves to the findings what has a diagnosis in it', () => {
    const messages = held.flatMap(([, , input]) =>
      scrubClaim(input)
        .findings.filter((finding) => finding.blocking)
        .flatMap((finding) => told(finding.message, input.claim.diagnoses)),
    );
    expect(messages.length).toBeGreaterThan(0);
  });
});

const questions: readonly (readonly [string, VisitInput['diagnoses']])[] = [
  ['no code of the map', [{ system: 'snomed-ct', code: '239720000' }]],
  ['no code of the year', [{ system: 'icd-10-cm', code: 'G35' }]],
  ['no code at all', [{ system: 'icd-10-cm', code: 'I99.9X' }]],
  ['not written like one', [{ system: 'icd-10-cm', code: '12-34' }]],
  ['none', []],
];

test.each(questions)('a question about a diagnosis (%s) has none in its cause', (what, diagnoses) => {
  const visit = aVisit({ diagnoses });
  const diagnosisCodes = buildDiagnosisCodeSet(what === 'no code at all' ? [{ fiscalYear: 2026, codes: ['I10'] }] : []);
  const coding = { visit, payer: aPayer(), practice: aPractice(), diagnosisCodes };
  const outcome = codeVisit(coding);
  if (outcome.kind === 'coded') throw new Error('the visit was coded');
  const cause = questionCause(outcome.questions);
  expect(cause.length).toBeGreaterThan(10);
  expect(told(cause, valuesOf(visit, []))).toEqual([]);
});
