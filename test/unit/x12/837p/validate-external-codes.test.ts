import { describe, test } from 'vitest';
import type { ValidationOptions } from '../../../../domain/x12/validation-options.js';
import { fileOf, goodClaim, secondaryClaim } from '../../../builders/checked-claims.js';
import { plainLine } from '../../../builders/small-claim-file.js';
import { changed, type ExpectedFinding, expectValidation } from '../../../support/expect-validation.js';

type Case = readonly [rule: string, text: string, ...expected: ExpectedFinding[]];

const good = fileOf(goodClaim());
const secondary = fileOf(secondaryClaim());

describe('lists kept by others (SNIP 5)', () => {
  const drug = { identifier: { qualifier: 'N4', value: '1234-5678-90' }, quantity: 1, unit: 'UN' };
  const cases: readonly Case[] = [
    [
      'an NPI has a right check digit',
      changed(good, 'XX*1245319599', 'XX*1245319598'),
      { code: 'invalid-npi', at: 'NM1*82', element: 9 },
    ],
    [
      'a tax id has nine digits',
      changed(good, 'REF*EI*123456789', 'REF*EI*12-3456789'),
      { code: 'malformed-tax-id', at: 'REF*EI', element: 2 },
    ],
    [
      'a state is one',
      changed(good, 'N4*ALBANY*NY*12207~', 'N4*ALBANY*XY*12207~'),
      { code: 'unknown-state', at: 'N4*ALBANY*XY', element: 2 },
    ],
    [
      'a ZIP code is one',
      changed(good, 'N4*ALBANY*NY*12207~', 'N4*ALBANY*NY*1299~'),
      { code: 'malformed-postal-code', at: 'N4*ALBANY*NY*1299', element: 3 },
    ],
    [
      'a taxonomy code is written like one',
      changed(good, 'PRV*BI*PXC*261QM1300X', 'PRV*BI*PXC*261QM13000'),
      { code: 'malformed-external-code', at: 'PRV*BI', element: 3 },
    ],
    [
      'a diagnosis is written like one',
      changed(good, 'ABK:J029', 'ABK:J02.9'),
      { code: 'malformed-external-code', at: 'HI', element: 1, component: 2 },
    ],
    [
      'a procedure is written like one',
      changed(good, 'HC:99213', 'HC:9921'),
      { code: 'malformed-external-code', at: 'SV1', element: 1, component: 2 },
    ],
    [
      'a modifier is written like one',
      changed(good, 'HC:99213:95', 'HC:99213:9-'),
      { code: 'external-code-not-valid', at: 'SV1', element: 1, component: 3 },
    ],
    [
      'a place of service is in the list',
      changed(good, '10:B:1', '98:B:1'),
      { code: 'external-code-not-valid', at: 'CLM', element: 5, component: 1 },
    ],
    [
      'the place of a line is in the list',
      fileOf(goodClaim({ lines: [plainLine({ placeOfService: '44' })] })),
      { code: 'external-code-not-valid', at: 'SV1', element: 5 },
    ],
    [
      'a national drug code has eleven digits',
      fileOf(goodClaim({ lines: [plainLine({ drug })] })),
      { code: 'malformed-external-code', at: 'LIN', element: 3 },
    ],
    [
      'a reason of another payer is written like one',
      changed(secondary, 'CAS*CO*45*30', 'CAS*CO*Q45*30'),
      { code: 'malformed-external-code', at: 'CAS*CO', element: 2 },
    ],
    [
      'a remark of another payer is written like one',
      fileOf(secondaryClaim({ outpatientAdjudication: { remarkCodes: ['MA01', 'X1'] } })),
      { code: 'malformed-external-code', at: 'MOA', element: 4 },
    ],
  ];
  test.each(cases.map(([rule, text, ...expected]) => ({ rule, text, expected })))('$rule', ({ text, expected }) => {
    expectValidation(text, expected);
  });

  const notOn = (wrong: string) => (code: string, day: string) => (code === wrong ? day > '2026-01-05' : undefined);
  const lists: readonly (readonly [list: string, text: string, codes: ValidationOptions['codes'], ExpectedFinding])[] =
    [
      [
        'a diagnosis was in force on the day of service',
        good,
        { isDiagnosis: notOn('J029') },
        { code: 'external-code-not-valid', at: 'HI', element: 1, component: 2 },
      ],
      [
        'a procedure was in force on the day of service',
        good,
        { isProcedure: notOn('99213') },
        { code: 'external-code-not-valid', at: 'SV1', element: 1, component: 2 },
      ],
      [
        'a modifier was in force on the day of service',
        good,
        { isModifier: notOn('95') },
        { code: 'external-code-not-valid', at: 'SV1', element: 1, component: 3 },
      ],
      [
        'a taxonomy code is in the list',
        good,
        { isTaxonomy: (code) => code !== '261QM1300X' },
        { code: 'external-code-not-valid', at: 'PRV*BI', element: 3 },
      ],
      [
        'a reason is in the list',
        secondary,
        { isAdjustmentReason: (code) => code !== '45' },
        { code: 'external-code-not-valid', at: 'CAS*CO', element: 2 },
      ],
      [
        'a remark is in the list',
        fileOf(secondaryClaim({ outpatientAdjudication: { remarkCodes: ['MA01'] } })),
        { isRemark: (code) => code !== 'MA01' },
        { code: 'external-code-not-valid', at: 'MOA', element: 3 },
      ],
    ];
  test.each(lists)('%s', (_, text, codes, expected) => {
    expectValidation(text, [expected], codes === undefined ? {} : { codes });
  });

  test('a code nobody can judge is no finding', () => {
    const unknown = () => undefined;
    expectValidation(secondary, [], {
      codes: { isDiagnosis: unknown, isProcedure: unknown, isModifier: unknown, isAdjustmentReason: unknown },
    });
  });
});
