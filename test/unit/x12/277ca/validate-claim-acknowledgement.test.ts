import { describe, expect, test } from 'vitest';
import { validateTransaction } from '../../../../domain/x12/validate-transaction.js';
import { interchangeText } from '../../../builders/x12-texts.js';
import { changed, type ExpectedFinding, expectValidation } from '../../../support/expect-validation.js';
import { onlyTransactionSet } from '../../../support/x12-sample.js';

/** An answer to a batch of three claims, one of which is turned back. */
const good = interchangeText(
  [
    'BHT*0085*08*ACK1*20260106*0900*TH',
    'HL*1**20*1',
    'NM1*PR*2*PAYER*****PI*12345',
    'TRN*1*TRACE1',
    'DTP*050*D8*20260105',
    'DTP*009*D8*20260106',
    'HL*2*1*21*1',
    'NM1*41*2*PRACTICE*****46*ETIN1',
    'TRN*2*BATCH1',
    'STC*A1:19*20260106*WQ*450',
    'QTY*90*2',
    'QTY*AA*1',
    'AMT*YU*300',
    'AMT*YY*150',
    'HL*3*2*19*1',
    'NM1*85*2*PRACTICE*****XX*1234567893',
    'TRN*1*0',
    'QTY*QA*2',
    'QTY*QC*1',
    'AMT*YU*300',
    'AMT*YY*150',
    ...['1', '2', '3'].flatMap((number) => [
      `HL*${Number(number) + 3}*3*PT`,
      'NM1*QC*1*DOE*JANE****MI*MEMBER1',
      `TRN*2*CLAIM${number}`,
      number === '3' ? 'STC*A7:562:85*20260106*U*150' : `STC*A2:20*20260106*WQ*${number}50.00`.replace('250', '150'),
      'DTP*472*D8*20260105',
    ]),
  ],
  { functionalId: 'HN', guideId: '005010X214', transactionId: '277' },
);

const cases: readonly (readonly [rule: string, text: string, expected: readonly ExpectedFinding[]])[] = [
  ['nothing, when totals and answers agree', good, []],
  [
    'a number of accepted claims that is not theirs, of the batch',
    changed(good, 'QTY*90*2', 'QTY*90*3'),
    [{ code: 'acknowledgement-totals-differ', at: 'QTY*90', element: 2 }],
  ],
  [
    'a number of rejected claims that is not theirs, of a provider',
    changed(good, 'QTY*QC*1', 'QTY*QC*0'),
    [{ code: 'acknowledgement-totals-differ', at: 'QTY*QC', element: 2 }],
  ],
  [
    'an accepted amount that is not the sum of its claims',
    changed(good, 'AMT*YU*300', 'AMT*YU*301'),
    [{ code: 'acknowledgement-totals-differ', at: 'AMT*YU*301', element: 2 }],
  ],
  [
    'a rejected amount that is not the sum of its claims',
    changed(good, 'AMT*YY*150', 'AMT*YY*151'),
    [{ code: 'acknowledgement-totals-differ', at: 'AMT*YY*151', element: 2 }],
  ],
  [
    'a category of claim status',
    changed(good, 'STC*A1:19*20260106*WQ', 'STC*F1:19*20260106*WQ'),
    [{ code: 'status-category-not-allowed', at: 'STC*F1', element: 1, component: 1 }],
  ],
  [
    'an action against its category',
    changed(good, 'STC*A1:19*20260106*WQ', 'STC*A1:19*20260106*U'),
    [{ code: 'acknowledgement-status-conflict', at: 'STC*A1:19*20260106*U', element: 3 }],
  ],
  [
    'an NPI that is none',
    changed(good, 'XX*1234567893', 'XX*1234567894'),
    [{ code: 'invalid-npi', at: 'NM1*85', element: 9 }],
  ],
];

describe('the check of a 277CA finds', () => {
  test.each(cases)('%s', (_, text, expected) => {
    expectValidation(text, expected);
  });

  test('no totals to doubt when a claim’s answer is unclear', () => {
    const text = changed(good, 'STC*A7:562:85*20260106*U*150', 'STC*R0:562:85*20260106**150');
    expect(validateTransaction(onlyTransactionSet(text)).map(({ code }) => code)).toEqual([
      'status-category-not-allowed',
    ]);
  });
});
