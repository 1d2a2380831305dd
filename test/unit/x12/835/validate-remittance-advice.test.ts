import { describe, expect, test } from 'vitest';
import { cents } from '../../../../domain/kernel/cents.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { RemittanceAdvice, RemittanceClaim } from '../../../../domain/x12/835/remittance-advice.js';
import { isRetiredAdjustmentReason } from '../../../../domain/x12/835/retired-adjustment-reasons.js';
import { writeRemittanceAdvice } from '../../../../domain/x12/835/write-remittance-advice.js';
import { validateTransaction } from '../../../../domain/x12/validate-transaction.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import {
  adjustment,
  providerAdjustment,
  remittanceAdvice,
  remittanceClaim,
  remittanceLine,
} from '../../../builders/x12-remittance.js';
import { changed, type ExpectedFinding, expectValidation } from '../../../support/expect-validation.js';
import { onlyTransactionSet } from '../../../support/x12-sample.js';

type Case = readonly [rule: string, text: string, ...expected: ExpectedFinding[]];

/** Paid by cheque, so that no accounts are needed. */
function fileOf(advice: RemittanceAdvice): string {
  return writeRemittanceAdvice({ ...advice, payment: withMethod(advice) }, testEnvelope);
}

function withMethod({ payment }: RemittanceAdvice): RemittanceAdvice['payment'] {
  return { ...payment, method: payment.amountCents === 0 ? 'NON' : 'CHK' };
}

const paid = (rest: Partial<RemittanceClaim> = {}): RemittanceClaim =>
  remittanceClaim(15_000, 10_000, {
    patientResponsibilityCents: cents(2_000),
    lines: [remittanceLine(15_000, 10_000, [adjustment('CO', '45', 3_000), adjustment('PR', '2', 2_000)])],
    ...rest,
  });

const reversal = (rest: Partial<RemittanceClaim> = {}): RemittanceClaim =>
  remittanceClaim(-15_000, -10_000, {
    statusCode: '22',
    lines: [remittanceLine(-15_000, -10_000, [adjustment('CO', '45', -3_000), adjustment('PR', '2', -2_000)])],
    ...rest,
  });

const good = fileOf(remittanceAdvice([paid()]));
const corrected = paid({ payerClaimControlNumber: 'ICN2' });

describe('a remittance without faults has no findings', () => {
  test.each([
    ['of a paid claim', good],
    ['of a reversal and its correction', fileOf(remittanceAdvice([reversal(), corrected]))],
    ['of an original, its reversal and its correction', fileOf(remittanceAdvice([paid(), reversal(), corrected]))],
    [
      'that pays nothing',
      fileOf(remittanceAdvice([remittanceClaim(10_000, 0, { adjustments: [adjustment('CO', '29', 10_000)] })])),
    ],
    ['of provider adjustments alone', fileOf(remittanceAdvice([], [providerAdjustment('L6', -500)]))],
    [
      'of a refund against its recovery',
      fileOf(remittanceAdvice([paid()], [providerAdjustment('WO', 4_000), providerAdjustment('72', -4_000)])),
    ],
    ['paid to an account', writeRemittanceAdvice(withAccounts(remittanceAdvice([paid()])), testEnvelope)],
  ])('%s', (_, text) => {
    expectValidation(text, []);
  });
});

function withAccounts(advice: RemittanceAdvice): RemittanceAdvice {
  const account = { routingQualifier: '01', routingNumber: '021000021', accountQualifier: 'DA', accountNumber: '1' };
  return { ...advice, payment: { ...advice.payment, senderAccount: account, receiverAccount: account } };
}

const sums: readonly Case[] = [
  [
    'the payment is what the claims are paid',
    changed(good, 'BPR*I*100*', 'BPR*I*101*'),
    { code: 'out-of-balance', at: 'BPR', element: 2 },
  ],
  [
    'the payment is lowered by provider adjustments',
    fileOf(remittanceAdvice([paid()], [providerAdjustment('WO', 4_000)], 10_000)),
    { code: 'out-of-balance', at: 'BPR', element: 2 },
  ],
  [
    'a line is paid its charge less its adjustments, and so is the claim',
    changed(good, 'CAS*CO*45*30', 'CAS*CO*45*29'),
    { code: 'out-of-balance', at: 'CLP', element: 4 },
    { code: 'out-of-balance', at: 'SVC', element: 3 },
  ],
  [
    'the lines’ charges are the claim’s',
    changed(changed(good, 'SVC*HC:99213:95*150*', 'SVC*HC:99213:95*140*'), 'CAS*CO*45*30', 'CAS*CO*45*20'),
    { code: 'out-of-balance', at: 'CLP', element: 3 },
    { code: 'out-of-balance', at: 'CLP', element: 4 },
  ],
  [
    'a claim without lines is paid its charge less its adjustments',
    fileOf(remittanceAdvice([remittanceClaim(15_000, 10_000)])),
    { code: 'out-of-balance', at: 'CLP', element: 4 },
  ],
  [
    'the patient’s responsibility is the sum of PR',
    fileOf(remittanceAdvice([paid({ patientResponsibilityCents: cents(1_900) })])),
    { code: 'patient-responsibility-differs', at: 'CLP', element: 5 },
  ],
];

const rules: readonly Case[] = [
  [
    'a reversal is below zero',
    fileOf(remittanceAdvice([paid({ statusCode: '22' }), corrected])),
    { code: 'reversal-not-negated', at: 'CLP', element: 3 },
  ],
  [
    'a reversal is followed by what stands instead',
    fileOf(remittanceAdvice([remittanceClaim(30_000, 30_000, { patientControlNumber: 'OTHER' }), reversal()])),
    { code: 'reversal-without-correction', at: 'CLP*CLAIM1*22' },
  ],
  [
    'a reversal takes back what its original paid and charged',
    fileOf(
      remittanceAdvice([
        remittanceClaim(16_000, 16_000),
        remittanceClaim(-15_000, -15_000, { statusCode: '22' }),
        remittanceClaim(14_000, 14_000, { payerClaimControlNumber: 'ICN2' }),
      ]),
    ),
    { code: 'reversal-differs-from-original', at: 'CLP*CLAIM1*22', element: 3 },
    { code: 'reversal-differs-from-original', at: 'CLP*CLAIM1*22', element: 4 },
  ],
  [
    'SVC06 names another procedure than SVC01',
    changed(good, 'SVC*HC:99213:95*150*100', 'SVC*HC:99213:95*150*100***HC:99213:95'),
    { code: 'submitted-procedure-repeated', at: 'SVC', element: 6 },
  ],
  [
    'no adjustment is zero',
    changed(good, 'CAS*CO*45*30', 'CAS*CO*45*30**97*0'),
    { code: 'zero-adjustment', at: 'CAS*CO', element: 6 },
  ],
  [
    'a reason stands one time in its group',
    changed(good, 'CAS*CO*45*30', 'CAS*CO*45*20**45*10'),
    { code: 'repeated-adjustment-reason', at: 'CAS*CO', element: 5 },
  ],
  [
    'a recovery says what it recovers',
    changed(fileOf(remittanceAdvice([paid()], [providerAdjustment('WO', 4_000)])), 'WO:ICN1', 'WO'),
    { code: 'adjustment-reference-missing', at: 'PLB', element: 3, component: 2 },
  ],
  [
    'no provider adjustment is zero',
    fileOf(remittanceAdvice([paid()], [providerAdjustment('L6', 0)])),
    { code: 'zero-adjustment', at: 'PLB', element: 4 },
  ],
  [
    'a refund stands against a recovery of the same reference',
    fileOf(remittanceAdvice([paid()], [providerAdjustment('WO', 4_000), providerAdjustment('72', -4_000, 'ICN9')])),
    { code: 'refund-not-offset', at: 'PLB', element: 5, component: 1 },
  ],
  [
    'a payment is not below zero',
    fileOf(
      remittanceAdvice([reversal(), remittanceClaim(15_000, 0, { adjustments: [adjustment('CO', '29', 15_000)] })]),
    ),
    { code: 'negative-payment', at: 'BPR', element: 2 },
  ],
  [
    'who pays nothing has no way of payment',
    changed(fileOf(remittanceAdvice([], [])), '*NON*', '*CHK*'),
    { code: 'payment-method-conflict', at: 'BPR', element: 4 },
  ],
  [
    'who has no way of payment pays nothing',
    changed(good, '*CHK*', '*NON*'),
    { code: 'payment-method-conflict', at: 'BPR', element: 4 },
  ],
  [
    'a notification moves no money',
    changed(good, 'BPR*I*', 'BPR*H*'),
    { code: 'payment-method-conflict', at: 'BPR', element: 1 },
  ],
  [
    'an electronic payment names accounts',
    changed(good, '*CHK*', '*ACH*'),
    { code: 'payment-account-missing', at: 'BPR', element: 7 },
  ],
  [
    'the payer’s number is 1 and a tax id',
    changed(good, 'TRN*1*EFT1*1123456789', 'TRN*1*EFT1*9123456789'),
    { code: 'payer-number-malformed', at: 'TRN', element: 3 },
  ],
  [
    'a reason is written like one',
    changed(good, 'CAS*CO*45*', 'CAS*CO*4X5*'),
    { code: 'malformed-external-code', at: 'CAS*CO', element: 2 },
  ],
  [
    'a remark is written like one',
    fileOf(remittanceAdvice([paid({ remarkCodes: ['MA01', 'Z9'] })])),
    { code: 'malformed-external-code', at: 'MOA', element: 4 },
  ],
  [
    'a payee’s NPI has a right check digit',
    changed(good, 'XX*1234567893', 'XX*1234567890'),
    { code: 'invalid-npi', at: 'N1*PE', element: 4 },
  ],
];

describe('sums of a remittance (SNIP 3)', () => {
  test.each(sums.map(([rule, text, ...expected]) => ({ rule, text, expected })))('$rule', ({ text, expected }) => {
    expectValidation(text, expected);
  });

  test('an equation that fails is reported with both figures, an amount nobody can read one time only', () => {
    const [finding] = validateTransaction(onlyTransactionSet(changed(good, 'BPR*I*100*', 'BPR*I*101*')));
    expect(finding).toMatchObject({ snip: 3, figures: { statedCents: 10_100, computedCents: 10_000 } });
    expectValidation(changed(good, 'CLP*CLAIM1*1*150*', 'CLP*CLAIM1*1*15O*'), []);
  });
});

describe('what the parts of a remittance ask of one another (SNIP 4 and 5)', () => {
  test.each(rules.map(([rule, text, ...expected]) => ({ rule, text, expected })))('$rule', ({ text, expected }) => {
    expectValidation(text, expected);
  });

  test('reasons and remarks are judged by the lists the caller has', () => {
    const text = fileOf(remittanceAdvice([paid({ remarkCodes: ['MA01'] })]));
    expectValidation(
      text,
      [
        { code: 'external-code-not-valid', at: 'MOA', element: 3 },
        { code: 'external-code-not-valid', at: 'CAS*CO', element: 2 },
      ],
      { codes: { isAdjustmentReason: (code) => code !== '45', isRemark: () => false } },
    );
  });
});

describe('an adjustment reason that was taken off its list', () => {
  const withReason = (claim: RemittanceClaim) => ({
    ...claim,
    lines: claim.lines.map((line) => ({
      ...line,
      adjustments: line.adjustments.map((one) => (one.reasonCode === '45' ? { ...one, reasonCode: '42' } : one)),
    })),
  });
  const codesOf = (advice: RemittanceAdvice) =>
    validateTransaction(onlyTransactionSet(fileOf(advice))).map(({ code, severity }) => [code, severity]);

  test('is a warning in an adjudication, and none in the reversal of an old one', () => {
    expect(codesOf(remittanceAdvice([withReason(paid())]))).toEqual([['external-code-not-valid', 'warning']]);
    expect(codesOf(remittanceAdvice([withReason(reversal()), corrected]))).toEqual([]);
  });

  test('was good up to its last day', () => {
    expect(isRetiredAdjustmentReason('42', plainDate('2007-06-01'))).toBe(false);
    expect(isRetiredAdjustmentReason('42', plainDate('2007-06-02'))).toBe(true);
    expect(isRetiredAdjustmentReason('45', plainDate('2026-01-05'))).toBe(false);
  });
});
