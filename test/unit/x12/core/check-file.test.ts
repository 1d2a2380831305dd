import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFile } from '../../../../domain/x12/check-file.js';
import type { TransactionReport } from '../../../../domain/x12/file-report.js';
import { fileOf, goodClaim } from '../../../builders/checked-claims.js';
import { smallClaimFile } from '../../../builders/small-claim-file.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import { adjustment, remittanceAdvice, remittanceClaim, remittanceLine } from '../../../builders/x12-remittance.js';
import { interchangeText } from '../../../builders/x12-texts.js';
import { writeRemittanceAdvice } from '../../../../domain/x12/835/write-remittance-advice.js';
import { describeSamples, readSample, samplesFolder } from '../../../support/shared-samples.js';

function transactionsOf(input: Uint8Array | string): TransactionReport[] {
  return checkFile(input).interchanges.flatMap((one) => one.groups.flatMap((group) => group.transactions));
}

type Row = readonly [
  kind: string,
  claims: number | undefined,
  chargeCents: number | undefined,
  paidCents: number | undefined,
  paymentCents: number | undefined,
  errors: number,
  warnings: number,
];

/** What each sample holds, reviewed by hand against its segments; amounts in cents. */
const reviewed: Readonly<Record<string, Row>> = {
  '270-subscriber.270': ['270', undefined, undefined, undefined, undefined, 0, 0],
  '271-subscriber.271': ['271', undefined, undefined, undefined, undefined, 0, 0],
  '276-claim-level.276': ['276', 3, 1_611_288, undefined, undefined, 2, 0],
  '277-claim-level.277': ['277', 3, 1_626_288, 759_900, undefined, 2, 0],
  '277ca-accepted.277': ['277CA', 1, 12_500, undefined, undefined, 1, 0],
  '835-managed-care.835': ['835', 2, 200_000, 94_500, 94_500, 3, 0],
  '835-medicare-part-a.835': ['835', 2, 22_636_697, 14_999_873, 15_000_000, 2, 0],
  '835-secondary-payment.835': ['835', 2, 1_107_514, 122_200, 122_200, 2, 1],
  '837p-cob.example3.A.837': ['837P', 1, 7_904, undefined, undefined, 4, 2],
  '837p-example1.837': ['837P', 1, 10_000, undefined, undefined, 1, 1],
  '837p-example11.837': ['837P', 1, 2_875, undefined, undefined, 3, 1],
  '837p-example2.837': ['837P', 1, 10_000, undefined, undefined, 3, 3],
  '837p-example7.837': ['837P', 1, 52_024, undefined, undefined, 3, 2],
  '837p-example8.837': ['837P', 1, 7_500, undefined, undefined, 2, 2],
  '837p-multiple-isa.837': ['837P', 2, 100_000, undefined, undefined, 56, 16],
  '999-accepted.999': ['999', undefined, undefined, undefined, undefined, 1, 1],
};

describeSamples('the samples', () => {
  const names = readdirSync(join(samplesFolder, 'x12')).sort();

  test('each has a reviewed row', () => {
    expect(Object.keys(reviewed).sort()).toEqual(names);
  });

  test.each(names)('%s: kind, claims, money and findings are those reviewed', (name) => {
    const { totals } = checkFile(readSample('x12', name));
    const [first] = transactionsOf(readSample('x12', name));
    const row = [
      first?.kind,
      first?.claimCount,
      first?.chargeCents,
      first?.paidCents,
      first?.paymentCents,
      totals.errorCount,
      totals.warningCount,
    ];
    expect(row).toEqual(reviewed[name]);
  });

  test.each(names.filter((name) => name.startsWith('835')))('%s balances', (name) => {
    expect(transactionsOf(readSample('x12', name)).map((one) => one.balance?.failed)).toEqual([[]]);
  });
});

describe('checkFile', () => {
  test('counts a transaction set of an unknown guide and says so', () => {
    const text = smallClaimFile.replaceAll('005010X222A1', '005010X223A2');
    const report = checkFile(text);
    expect(transactionsOf(text)).toMatchObject([{ kind: 'unknown', transactionId: '837', guideId: '005010X223A2' }]);
    expect(report.findings).toMatchObject([
      { code: 'unknown-guide', severity: 'error', segmentId: 'ST', transactionErrorCode: 'I6' },
    ]);
    expect(report.totals).toMatchObject({ transactionCount: 1, claimCount: 0, errorCount: 1 });
  });

  test('a kind of transaction that nobody knows here has another code than a guide that nobody knows', () => {
    const text = interchangeText(['BGN*00*1*20260105'], {
      transactionId: '834',
      functionalId: 'BE',
      guideId: '005010X220A1',
    });
    expect(checkFile(text).findings).toMatchObject([{ code: 'unknown-guide', transactionErrorCode: '1' }]);
  });

  test('a set that names no guide is read by the one of its kind', () => {
    const text = smallClaimFile.replaceAll('005010X222A1', '');
    expect(transactionsOf(text)).toMatchObject([{ kind: '837P', claimCount: 1 }]);
  });

  test('an 835 shows each equation with its figures, and which fails', () => {
    const line = remittanceLine(10_000, 8_000, [adjustment('CO', '45', 1_500)]);
    const text = writeRemittanceAdvice(
      remittanceAdvice([remittanceClaim(10_000, 8_000, { lines: [line] })]),
      testEnvelope,
    );
    const [transaction] = transactionsOf(text);
    expect(transaction).toMatchObject({
      kind: '835',
      paymentCents: 8_000,
      patientControlNumbers: new Map([[0, 'CLAIM1']]),
    });
    expect(
      transaction?.balance?.failed.map(({ kind, leftCents, rightCents }) => [kind, leftCents, rightCents]),
    ).toEqual([
      ['line-paid', 8_000, 8_500],
      ['claim-paid', 8_000, 8_500],
    ]);
    expect(checkFile(text).totals.unbalancedCount).toBe(1);
  });

  test('findings of envelope, guide and validation stand together in file order', () => {
    const text = fileOf(goodClaim())
      .replace('*Y*A*Y*Y~', '*Y*Q*Y*Y~')
      .replace('*1234567893~', '*1234567890~')
      .replace(/SE\*\d+/, 'SE*3')
      .replace('0*T*:', '0*Z*:');
    const { findings } = checkFile(text);
    expect(findings.map((finding) => finding.code)).toEqual([
      'invalid-envelope-element',
      'invalid-npi',
      'invalid-code',
      'wrong-segment-count',
    ]);
  });

  test.each([
    ['nothing', ''],
    ['no X12', 'Dear sir or madam'],
    ['half an ISA', 'ISA*00*'],
    ['absurd amounts', smallClaimFile.replace(/CLM\*([^*]*)\*[^*]*/, `CLM*$1*${'9'.repeat(18)}`)],
  ])('%s gives a report and no exception', (_, text) => {
    expect(checkFile(text).totals.errorCount).toBeGreaterThan(0);
  });
});
