import { describe, expect, test } from 'vitest';
import { cents } from '../../../../domain/kernel/cents.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { DateRange } from '../../../../domain/x12/date-range.js';
import { validateTransaction } from '../../../../domain/x12/validate-transaction.js';
import {
  decision,
  dependentClaim,
  fileOf,
  goodClaim,
  secondaryClaim,
  undecidedClaim,
} from '../../../builders/checked-claims.js';
import { plainLine } from '../../../builders/small-claim-file.js';
import { changed, type ExpectedFinding, expectValidation } from '../../../support/expect-validation.js';
import { onlyTransactionSet } from '../../../support/x12-sample.js';

type Case = readonly [rule: string, text: string, ...expected: ExpectedFinding[]];

const on = (date: string): DateRange => ({ from: plainDate(date), to: plainDate(date) });
const good = fileOf(goodClaim());
const dependent = fileOf(dependentClaim());
const secondary = fileOf(secondaryClaim());

describe('a file without faults has no findings', () => {
  const adjudicatedAsAWhole = secondaryClaim(
    {
      adjudicatedOn: plainDate('2026-01-04'),
      adjustments: [{ group: 'CO', reasonCode: '45', amountCents: cents(5_000) }],
    },
    { adjudications: [] },
  );
  const splitLine = secondaryClaim(
    {},
    {
      adjudications: [decision({ paidCents: cents(6_000) }), decision({ paidCents: cents(4_000), adjustments: [] })],
    },
  );
  test.each([
    ['of an own claim', good],
    ['of a dependent', dependent],
    ['of a secondary claim decided on its lines', secondary],
    ['of a secondary claim decided as a whole', fileOf(adjudicatedAsAWhole)],
    ['of a secondary claim whose line the first payer split in two', fileOf(splitLine)],
    ['of a secondary claim the first payer has not decided on', fileOf(undecidedClaim())],
    ['of a replacement', fileOf(goodClaim({ frequency: '7', payerClaimControlNumber: 'ICN1' }))],
    [
      'of an auto accident',
      fileOf(goodClaim({ relatedCauses: { causes: ['AA'], state: 'NY' }, dates: { accident: on('2026-01-01') } })),
    ],
  ])('%s', (_, text) => {
    expectValidation(text, []);
  });
});

describe('sums (SNIP 3)', () => {
  const cases: readonly Case[] = [
    [
      'CLM02 is the sum of SV102',
      changed(good, 'CLM*CLAIM1*150*', 'CLM*CLAIM1*150.01*'),
      { code: 'charge-not-sum-of-lines', at: 'CLM', element: 2 },
    ],
    ['lines are counted from 1', changed(good, 'LX*1~', 'LX*2~'), { code: 'wrong-line-number', at: 'LX', element: 1 }],
    [
      'a charge is not below zero',
      changed(changed(good, 'CLM*CLAIM1*150*', 'CLM*CLAIM1*-150*'), 'HC:99213:95*150*', 'HC:99213:95*-150*'),
      { code: 'negative-charge', at: 'CLM', element: 2 },
      { code: 'negative-charge', at: 'SV1', element: 2 },
    ],
    [
      'SV102 is SVD02 and CAS of the line',
      changed(secondary, 'CAS*CO*45*30', 'CAS*CO*45*29'),
      { code: 'prior-payer-line-out-of-balance', at: 'SVD', element: 2 },
    ],
    [
      'AMT*D is the sum of SVD02 less the claim-level CAS',
      changed(secondary, 'AMT*D*100', 'AMT*D*101'),
      { code: 'prior-payer-payment-out-of-balance', at: 'AMT*D', element: 2 },
    ],
    [
      'CLM02 is AMT*D and all CAS of a payer that decided on the claim as a whole',
      fileOf(secondaryClaim({ adjudicatedOn: plainDate('2026-01-04') }, { adjudications: [] })),
      { code: 'prior-payer-claim-out-of-balance', at: 'AMT*D', element: 2 },
    ],
    [
      'CLM02 is AMT*D and all CAS although one line was not decided on',
      fileOf({
        ...secondaryClaim(),
        chargeCents: cents(16_000),
        lines: [plainLine({ adjudications: [decision()] }), plainLine({ chargeCents: cents(1_000) })],
      }),
      { code: 'prior-payer-claim-out-of-balance', at: 'AMT*D', element: 2 },
    ],
  ];
  test.each(cases.map(([rule, text, ...expected]) => ({ rule, text, expected })))('$rule', ({ text, expected }) => {
    expectValidation(text, expected);
  });

  test('a finding carries what is stated and what was added up', () => {
    const text = changed(good, 'CLM*CLAIM1*150*', 'CLM*CLAIM1*149*');
    const [finding] = validateTransaction(onlyTransactionSet(text));
    expect(finding).toMatchObject({
      snip: 3,
      severity: 'error',
      value: '149',
      figures: { statedCents: 14_900, computedCents: 15_000 },
    });
  });
});
