import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BalanceReport } from '../../domain/x12/835/balance-report.js';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import { checkFile } from '../../domain/x12/check-file.js';
import type { FileReport, TransactionReport } from '../../domain/x12/file-report.js';
import { totalsOf } from '../../domain/x12/file-totals.js';
import { checkFileStream } from '../../domain/x12/stream-check/check-file-stream.js';
import { cents } from '../../domain/kernel/cents.js';
import { brokenFiles, cuttings, equalChunks } from '../builders/byte-chunks.js';
import { dependentClaim, goodClaim, secondaryClaim } from '../builders/checked-claims.js';
import { plainBatch } from '../builders/small-claim-file.js';
import { decision, remittanceFile, reversalOf } from '../builders/story-remittance.js';
import { testEnvelope } from '../builders/x12-envelope.js';
import { describeSamples, readSample, samplesFolder } from '../support/shared-samples.js';

const runs = Number(process.env['X12_FUZZ_RUNS'] ?? '400');

const office = decision({ patientControlNumber: 'CLAIM1', chargeCents: 10_000, paidCents: 8_000 });
const telehealth = decision({ patientControlNumber: 'CLAIM2', chargeCents: 7_500, paidCents: 7_500 });
const wrong = { ...office, paidCents: cents(1), patientControlNumber: 'CLAIM3' };

const claims = [
  goodClaim(),
  goodClaim({ frequency: '7' }),
  dependentClaim({ chargeCents: cents(1), patientControlNumber: 'C2' }),
  secondaryClaim({ paidCents: cents(5) }),
];
const files = [
  remittanceFile('EFT1', [office, telehealth, reversalOf(office), wrong]),
  remittanceFile('EFT2', [office, reversalOf(office), reversalOf(office), office], { amountCents: 1 }),
  remittanceFile('EFT3', []),
  writeProfessionalClaimBatch(plainBatch(...claims), testEnvelope),
];
const runLengths = fc.constantFrom(1, 60, 100_000);

describe('a file that is checked as a stream', () => {
  test('has the report of the whole', async () => {
    for (const text of files) {
      for (const size of [1, 64, 700, 100_000]) await expectSameReport(Buffer.from(text), equalChunks(size), 1);
    }
  });

  test('of a guide that is not known judges no more than the whole does', async () => {
    const [first = ''] = files;
    const bytes = Buffer.from(first.replaceAll('005010X221A1', '005010X999'));
    await expectSameReport(bytes, equalChunks(64), 1);
    expect(checkFile(bytes).findings.map(({ code }) => code)).toEqual(['unknown-guide']);
  });

  test('has the report of the whole when bytes are changed, lost and inserted', async () => {
    await fc.assert(
      fc.asyncProperty(brokenFiles(files.slice(0, 3)), cuttings, runLengths, async (bytes, cut, runLength) => {
        await expectSameReport(bytes, cut, runLength);
      }),
      { numRuns: runs },
    );
  }, 60_000);

  test('tells a claim number that comes again in another part of the batch', async () => {
    const again = Array.from({ length: 40 }, (_, index) => goodClaim({ patientControlNumber: `C${index % 30}` }));
    const text = writeProfessionalClaimBatch(plainBatch(...again), testEnvelope);
    const report = await checkFileStream(equalChunks(1_000)(Buffer.from(text)), 1);
    expect(report.findings.map(({ code }) => code)).toEqual(Array(10).fill('repeated-claim-number'));
    expect(report.totals.claimCount).toBe(40);
  });
});

describeSamples('the samples', () => {
  test.each(readdirSync(join(samplesFolder, 'x12')))('%s has the report of the whole', async (name) => {
    for (const size of [1, 50, 5_000]) await expectSameReport(readSample('x12', name), equalChunks(size), 1);
  });
});

async function expectSameReport(
  bytes: Uint8Array,
  cut: (bytes: Uint8Array) => Uint8Array[],
  runSegments: number,
): Promise<void> {
  expect(await checkFileStream(cut(bytes), runSegments)).toEqual(asStreamed(checkFile(bytes)));
}

/** What a stream can tell of a report: a reversal is not held against its original, and what holds is not kept. */
function asStreamed(report: FileReport): FileReport {
  const findings = report.findings.filter(({ code }) => code !== 'reversal-differs-from-original');
  const interchanges = report.interchanges.map((interchange) => ({
    ...interchange,
    groups: interchange.groups.map((group) => ({ ...group, transactions: group.transactions.map(streamedSet) })),
  }));
  return { interchanges, findings, totals: totalsOf(interchanges, findings) };
}

function streamedSet(set: TransactionReport): TransactionReport {
  if (set.balance === undefined) return set;
  const balance = streamedBalance(set.balance);
  const failing = balance.equations.flatMap(({ holds, claimIndex }) => (holds ? [] : [claimIndex]));
  const numbers = [...(set.patientControlNumbers ?? [])].filter(([index]) => failing.includes(index));
  return { ...set, balance, patientControlNumbers: new Map(numbers) };
}

function streamedBalance(balance: BalanceReport): BalanceReport {
  const known = balance.equations.filter(({ kind }) => kind !== 'reversal-negates-original');
  const equations = known.filter(({ holds, kind }) => !holds || kind === 'transaction-paid');
  const sums = balance.sums.filter(({ kind }) => kind !== 'reversal-negates-original');
  return { ...balance, equations, sums, leftOutCount: known.length - equations.length };
}
