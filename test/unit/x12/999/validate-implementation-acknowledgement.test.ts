import { describe, test } from 'vitest';
import { interchangeText } from '../../../builders/x12-texts.js';
import { changed, type ExpectedFinding, expectValidation } from '../../../support/expect-validation.js';

/** Two sets answered, the second turned back. */
const good = interchangeText(
  [
    'AK1*HC*1*005010X222A1',
    'AK2*837*0001*005010X222A1',
    'IK5*A',
    'AK2*837*0002*005010X222A1',
    'IK3*CLM*20*2300*8',
    'IK4*2*782*6*15O',
    'IK5*R*5',
    'AK9*P*2*2*1',
  ],
  { functionalId: 'FA', guideId: '005010X231A1', transactionId: '999' },
);

const cases: readonly (readonly [rule: string, text: string, expected: readonly ExpectedFinding[]])[] = [
  ['nothing, when counts and verdicts agree', good, []],
  [
    'a number of sets that are not answered',
    changed(good, 'AK9*P*2*2*1', 'AK9*P*3*3*1'),
    [{ code: 'acknowledgement-totals-differ', at: 'AK9', element: 3 }],
  ],
  [
    'a number of accepted sets that is not theirs',
    changed(good, 'AK9*P*2*2*1', 'AK9*P*2*2*2'),
    [{ code: 'acknowledgement-totals-differ', at: 'AK9', element: 4 }],
  ],
  [
    'a group accepted whole of which a set is not',
    changed(good, 'AK9*P*', 'AK9*A*'),
    [{ code: 'acknowledgement-status-conflict', at: 'AK9', element: 1 }],
  ],
  [
    'a group rejected whole of which a set is not',
    changed(good, 'AK9*P*', 'AK9*R*'),
    [{ code: 'acknowledgement-status-conflict', at: 'AK9', element: 1 }],
  ],
  [
    'a set accepted without errors that lists some',
    changed(changed(good, 'IK5*R*5', 'IK5*A*5'), 'AK9*P*2*2*1', 'AK9*A*2*2*2'),
    [{ code: 'acknowledgement-status-conflict', at: 'IK5*A*5', element: 1 }],
  ],
];

describe('the check of a 999 finds', () => {
  test.each(cases)('%s', (_, text, expected) => {
    expectValidation(text, expected);
  });
});
