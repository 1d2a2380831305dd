import { expect, it } from 'vitest';
import type { ScrubInput } from '../../../domain/scrubbing/scrub-edit.js';
import { aClaim, aLine, aVisit } from '../../builders/rules.js';
import { type EditCase, verdictOf } from './edits-firing.js';

/** Diagnoses of a patient of this birth date and sex; the visit is of 2026-03-10. */
function of(diagnoses: string[], birthDate = '1970-05-01', sex: 'F' | 'M' = 'F'): Partial<ScrubInput> {
  return { visit: aVisit({ patient: { ...aVisit().patient, birthDate, sex } }), claim: aClaim({ diagnoses }) };
}

const cases: readonly EditCase[] = [
  ['maternity-diagnosis-age', 'a day before 9 years', 'finds', of(['O0990'], '2017-03-11')],
  ['maternity-diagnosis-age', '9 years', 'passes', of(['O0990'], '2017-03-10')],
  ['maternity-diagnosis-age', '64 years', 'passes', of(['O0990'], '1961-03-11')],
  ['maternity-diagnosis-age', '65 years', 'finds', of(['O0990'], '1961-03-10')],
  ['maternity-diagnosis-age', 'another diagnosis at 65', 'passes', of(['I10'], '1961-03-10')],
  ['examination-diagnosis-age', 'a child’s examination at 17', 'passes', of(['Z00129'], '2008-03-11')],
  ['examination-diagnosis-age', 'a child’s examination at 18', 'finds', of(['Z00129'], '2008-03-10')],
  ['examination-diagnosis-age', 'an adult’s examination at 14', 'finds', of(['Z0000'], '2011-03-11')],
  ['examination-diagnosis-age', 'an adult’s examination at 15', 'passes', of(['Z0000'], '2011-03-10')],
  ['male-diagnosis-of-female', 'prostate', 'finds', of(['N400'])],
  ['male-diagnosis-of-female', 'cancer of the prostate', 'finds', of(['C61'])],
  ['male-diagnosis-of-female', 'prostate of a man', 'passes', of(['N400'], '1970-05-01', 'M')],
  ['male-diagnosis-of-female', 'cancer of the bladder', 'passes', of(['C679'])],
  ['female-diagnosis-of-male', 'ovaries', 'finds', of(['N838'], '1970-05-01', 'M')],
  ['female-diagnosis-of-male', 'menopause', 'finds', of(['N951'], '1970-05-01', 'M')],
  ['female-diagnosis-of-male', 'cancer of the cervix', 'finds', of(['C539'], '1970-05-01', 'M')],
  ['female-diagnosis-of-male', 'breast', 'passes', of(['N63'], '1970-05-01', 'M')],
  [
    'female-diagnosis-of-male',
    'with KX on one of two lines',
    'passes',
    {
      ...of(['N838'], '1970-05-01', 'M'),
      claim: aClaim({
        diagnoses: ['N838'],
        lines: [aLine({ modifiers: ['KX', '95'] }), aLine({ lineNumber: 2, procedureCode: '96127', modifiers: [] })],
      }),
    },
  ],
  ['sequela-first', 'a sequela', 'finds', of(['S060X0S', 'R51'])],
  ['sequela-first', 'an injury under treatment', 'passes', of(['S060X0A'])],
  ['sequela-first', 'a sequela in second place', 'passes', of(['R519', 'S060X0S'])],
  ['hypertension-with-heart-or-kidney-disease', 'heart failure', 'finds', of(['I10', 'I509'])],
  ['hypertension-with-heart-or-kidney-disease', 'kidney disease first', 'finds', of(['N183', 'I10'])],
  ['hypertension-with-heart-or-kidney-disease', 'the joint code alone', 'passes', of(['I110', 'I509'])],
  ['hypertension-with-heart-or-kidney-disease', 'hypertension alone', 'passes', of(['I10', 'E119'])],
  ['unspecified-illness-first', 'unknown illness', 'finds', of(['R69'])],
  ['unspecified-illness-first', 'unknown cause of death', 'finds', of(['R99'])],
  ['unspecified-illness-first', 'in second place', 'passes', of(['I10', 'R69'])],
];

it.each(cases)('%s: %s, %s', (editId, _, verdict, overrides) => {
  expect(verdictOf(editId, overrides)).toBe(verdict);
});
