import { describe, test } from 'vitest';
import { interchangeText } from '../../../builders/x12-texts.js';
import { changed, type ExpectedFinding, expectValidation } from '../../../support/expect-validation.js';

function responseOf(member: readonly string[], source: readonly string[] = []): string {
  return interchangeText(
    [
      'BHT*0022*11*REF1*20260105*1200',
      'HL*1**20*1',
      'NM1*PR*2*PAYER*****PI*12345',
      ...source,
      'HL*2*1*21*1',
      'NM1*1P*2*PRACTICE*****XX*1234567893',
      'HL*3*2*22*0',
      'TRN*2*TRACE1*1123456789',
      'NM1*IL*1*DOE*JANE****MI*MEMBER1',
      'N3*1 MAIN ST',
      'N4*ALBANY*NY*12207',
      ...member,
    ],
    { functionalId: 'HB', guideId: '005010X279A1', transactionId: '271' },
  );
}

const dependent = ['HL*4*3*23*0', 'NM1*03*1*DOE*TIM'];
const good = responseOf(['EB*1*IND*30']);

const cases: readonly (readonly [rule: string, text: string, expected: readonly ExpectedFinding[]])[] = [
  ['nothing, when benefits are given', good, []],
  ['nothing, when the person is refused', responseOf(['AAA*N**72*C']), []],
  ['nothing, when the payer refuses all', responseOf([], ['AAA*N**42*R']), []],
  ['nothing of a subscriber whose dependent is answered', responseOf([...dependent, 'EB*1*IND*30']), []],
  [
    'a subscriber who gets no answer',
    responseOf([]),
    [{ code: 'eligibility-answer-missing', at: 'NM1*IL', missing: 'EB' }],
  ],
  [
    'a dependent who gets no answer',
    responseOf(dependent),
    [{ code: 'eligibility-answer-missing', at: 'NM1*03', missing: 'EB' }],
  ],
  [
    'a refusal beside benefits',
    responseOf(['AAA*N**72*C', 'EB*1*IND*30']),
    [{ code: 'eligibility-answer-conflict', at: 'AAA' }],
  ],
  [
    'a state that is none',
    changed(good, 'N4*ALBANY*NY', 'N4*ALBANY*ZZ'),
    [{ code: 'unknown-state', at: 'N4', element: 2 }],
  ],
];

describe('the check of a 271 finds', () => {
  test.each(cases)('%s', (_, text, expected) => {
    expectValidation(text, expected);
  });
});
