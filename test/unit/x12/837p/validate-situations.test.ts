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
const diagnosis = (code: string) => ({ codeSet: 'ICD-10-CM' as const, code });
const good = fileOf(goodClaim());
const dependent = fileOf(dependentClaim());
const secondary = fileOf(secondaryClaim());

describe('what one part of a claim makes necessary in another (SNIP 4)', () => {
  const cases: readonly Case[] = [
    [
      'a replacement names the claim it replaces',
      fileOf(goodClaim({ frequency: '7' })),
      { code: 'original-reference-missing', at: 'CLM', missing: 'REF' },
    ],
    [
      'a void names the claim it takes back',
      fileOf(goodClaim({ frequency: '8' })),
      { code: 'original-reference-missing', at: 'CLM', missing: 'REF' },
    ],
    [
      'an original claim names no earlier one',
      fileOf(goodClaim({ payerClaimControlNumber: 'ICN1' })),
      { code: 'original-reference-unexpected', at: 'REF*F8' },
    ],
    [
      'an accident has a date',
      fileOf(goodClaim({ relatedCauses: { causes: ['OA'] } })),
      { code: 'accident-date-missing', at: 'CLM', missing: 'DTP' },
    ],
    [
      'the date of an accident has an accident',
      fileOf(goodClaim({ dates: { accident: on('2026-01-01') } })),
      { code: 'accident-date-unexpected', at: 'DTP*439' },
    ],
    [
      'an auto accident has a state',
      fileOf(goodClaim({ relatedCauses: { causes: ['AA'] }, dates: { accident: on('2026-01-01') } })),
      { code: 'accident-state-missing', at: 'CLM', element: 11, component: 4 },
    ],
    [
      'a subscriber who is the patient has no patient below',
      changed(dependent, 'SBR*P**', 'SBR*P*18*'),
      { code: 'patient-level-unexpected', at: 'HL*3' },
    ],
    [
      'a claim with the subscriber has the subscriber as patient',
      changed(good, 'SBR*P*18*', 'SBR*P**'),
      { code: 'patient-level-missing', at: 'SBR', missing: 'HL' },
    ],
    [
      'a subscriber who is the patient has an address',
      good.replace(/N3\*1 MAIN ST~\s*N4\*ALBANY\*NY\*12207~\s*/, ''),
      { code: 'subscriber-address-missing', at: 'NM1*IL', missing: 'N3' },
    ],
    [
      'a subscriber who is the patient has birth date and sex',
      good.replace(/DMG\*[^~]*~\s*/, ''),
      { code: 'subscriber-demographics-missing', at: 'NM1*IL', missing: 'DMG' },
    ],
    [
      'a person who is subscriber has a member id',
      changed(good, 'NM1*IL*1*DOE*JANE****MI*MEMBER1', 'NM1*IL*1*DOE*JANE'),
      { code: 'member-id-missing', at: 'NM1*IL', element: 9 },
    ],
    [
      'an organization that bills names who gave the care',
      good.replace(/NM1\*82[^~]*~\s*PRV\*PE[^~]*~\s*/, ''),
      { code: 'rendering-provider-missing', at: 'CLM', missing: 'NM1' },
    ],
    [
      'Medicare as second payer says why',
      changed(secondary, 'SBR*S*18*******CI', 'SBR*S*18*******MB'),
      { code: 'medicare-secondary-reason-missing', at: 'SBR*S', element: 5 },
    ],
    [
      'no two payers have one place in the order',
      changed(secondary, 'SBR*P*18*******CI', 'SBR*S*18*******BL'),
      { code: 'payer-order-repeated', at: 'SBR*S*18*******BL', element: 1 },
    ],
    [
      'a document that was sent has the number it is found by',
      fileOf(goodClaim({ attachments: [{ reportType: 'OZ', transmission: 'EL' }] })),
      { code: 'attachment-number-missing', at: 'PWK', element: 6 },
    ],
    [
      'a line points at diagnoses that are there',
      fileOf(
        goodClaim({
          lines: [plainLine({ diagnosisPointers: [1, 3] })],
          diagnoses: [diagnosis('J029'), diagnosis('R51')],
        }),
      ),
      { code: 'diagnosis-pointer-unknown', at: 'SV1', element: 7, component: 2 },
    ],
    [
      'a diagnosis stands one time',
      fileOf(goodClaim({ diagnoses: [diagnosis('J029'), diagnosis('R519'), diagnosis('J029')] })),
      { code: 'repeated-diagnosis', at: 'HI', element: 3, component: 2 },
    ],
    [
      'the diagnoses are of one code set',
      changed(fileOf(goodClaim({ diagnoses: [diagnosis('J029'), diagnosis('4660')] })), 'ABF:4660', 'BF:4660'),
      { code: 'mixed-diagnosis-code-sets', at: 'HI', element: 2, component: 2 },
    ],
    [
      'a service from 2015-10-01 on has ICD-10-CM',
      changed(good, 'ABK:J029', 'BK:4660'),
      { code: 'diagnosis-code-set-not-in-force', at: 'HI', element: 1, component: 1 },
    ],
    [
      'a service before 2015-10-01 has ICD-9-CM',
      fileOf(goodClaim({ lines: [plainLine({ serviceDate: on('2015-09-30') })] })),
      { code: 'diagnosis-code-set-not-in-force', at: 'HI', element: 1, component: 1 },
    ],
    [
      'no service lies after the day of the batch',
      fileOf(goodClaim({ lines: [plainLine({ serviceDate: on('2026-01-06') })] })),
      { code: 'service-in-future', at: 'DTP*472', element: 3 },
    ],
    [
      'a span of dates runs forwards',
      changed(good, 'DTP*472*D8*20260105', 'DTP*472*RD8*20260105-20260103'),
      { code: 'date-range-reversed', at: 'DTP*472', element: 3 },
    ],
    [
      'no service lies before the birth of the patient, be it a dependent',
      changed(dependent, 'DMG*D8*20150601*M', 'DMG*D8*20260106*M'),
      { code: 'service-before-birth', at: 'DTP*472', element: 3 },
    ],
    [
      'an illness begins before it is treated',
      fileOf(goodClaim({ dates: { onset: on('2026-01-06') } })),
      { code: 'onset-after-service', at: 'DTP*431', element: 3 },
    ],
    [
      'a decision on a line is of a payer the claim names',
      fileOf(undecidedClaim({ adjudications: [decision({ payerId: 'PRIOR2' })] })),
      { code: 'adjudicating-payer-unknown', at: 'SVD', element: 1 },
    ],
    [
      'a payer that decided on a line says what it paid',
      secondary.replace(/AMT\*D\*100~\s*/, ''),
      { code: 'prior-payment-missing', at: 'SBR*P', missing: 'AMT' },
    ],
    [
      'a payer that decided says when',
      fileOf(
        secondaryClaim(
          { adjustments: [{ group: 'CO', reasonCode: '45', amountCents: cents(5_000) }] },
          { adjudications: [] },
        ),
      ),
      { code: 'adjudication-date-missing', at: 'SBR*P', missing: 'DTP' },
    ],
    [
      'the place of a line is said when it differs',
      fileOf(goodClaim({ lines: [plainLine({ placeOfService: '10' })] })),
      { code: 'place-of-service-repeated', at: 'SV1', element: 5 },
    ],
    [
      'no two claims of a batch have one number',
      fileOf(
        goodClaim(),
        goodClaim({ chargeCents: cents(15_001), lines: [plainLine({ chargeCents: cents(15_001) })] }),
      ),
      { code: 'repeated-claim-number', at: 'CLM*CLAIM1*150.01', element: 1 },
    ],
    [
      'the billing provider has a street',
      changed(good, 'N3*2 STATE ST', 'N3*PO BOX 12'),
      { code: 'post-box-address', at: 'N3*PO BOX', element: 1 },
    ],
    [
      'the billing provider has a whole ZIP code',
      changed(good, 'N4*ALBANY*NY*122070001', 'N4*ALBANY*NY*12208'),
      { code: 'short-postal-code', at: 'N4*ALBANY*NY*12208', element: 3 },
    ],
  ];
  test.each(cases.map(([rule, text, ...expected]) => ({ rule, text, expected })))('$rule', ({ text, expected }) => {
    expectValidation(text, expected);
  });

  test('the findings of a rule that only asks for care are warnings', () => {
    const text = fileOf(goodClaim({ lines: [plainLine({ placeOfService: '10' })] }));
    expect(validateTransaction(onlyTransactionSet(text)).map(({ severity, snip }) => [severity, snip])).toEqual([
      ['warning', 4],
    ]);
  });
});
