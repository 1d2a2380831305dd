import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type FileCheck, fileCheckOf, fileCheckSchema } from '../../../../cli/x12/check-json.js';
import { fileLines } from '../../../../cli/x12/check-lines.js';
import { checkOneFile } from '../../../../cli/x12/check-one-file.js';
import { cents } from '../../../../domain/kernel/cents.js';
import { fileOf, goodClaim } from '../../../builders/checked-claims.js';
import { decision, remittanceFile } from '../../../builders/story-remittance.js';

const folder = mkdtempSync(join(tmpdir(), 'teleclaim-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const reportOptions = { masked: true, placesMax: 5 };
const wrongClaim = decision({ patientControlNumber: 'CLAIM1', chargeCents: 10_000, paidCents: 8_000 });
const texts = {
  '835': remittanceFile('EFT1', [wrongClaim, { ...wrongClaim, paidCents: cents(1) }]),
  '837': fileOf(goodClaim(), goodClaim({ chargeCents: cents(1) })),
};

test.each(['835', '837'] as const)('an %s read piece by piece has the same report for people', async (kind) => {
  const path = fileWith(`file.${kind}`, texts[kind]);
  const whole = await checkOneFile(path, { streamFromBytes: Number.POSITIVE_INFINITY });
  let readBytes = 0;
  const onBytes = (bytes: number) => {
    readBytes += bytes;
  };
  const pieces = await checkOneFile(path, { streamFromBytes: 1, onBytes });
  expect(fileLines(pieces, reportOptions)).toEqual(fileLines(whole, reportOptions));
  expect(fileLines(pieces, reportOptions).join('\n')).toMatch(/\d errors?/);
  expect(readBytes).toBe(texts[kind].length);
});

test('an 835 read piece by piece lists the equations that fail, and counts those that hold', async () => {
  const path = fileWith('unbalanced.835', texts['835']);
  const line = async (streamFromBytes: number) =>
    fileCheckSchema.parse(JSON.parse(JSON.stringify(fileCheckOf(await checkOneFile(path, { streamFromBytes }), true))));
  const [whole, pieces] = [balanceOf(await line(Number.POSITIVE_INFINITY)), balanceOf(await line(0))];
  const listed = whole?.equations.filter(({ kind, holds }) => !holds || kind === 'transaction-paid');
  expect(pieces?.equations).toEqual(expect.arrayContaining(listed ?? []));
  expect(pieces?.equations).toHaveLength(listed?.length ?? 0);
  expect(pieces?.leftOutCount).toBe((whole?.equations.length ?? 0) - (listed?.length ?? 0));
  expect(pieces?.sums).toEqual(whole?.sums);
});

function balanceOf(check: FileCheck) {
  return check.status === 'read' ? check.interchanges[0]?.groups[0]?.transactions[0]?.balance : undefined;
}

test('a file that is not there is told and nothing is thrown, whichever way it was to be read', async () => {
  for (const streamFromBytes of [0, 1_000]) {
    const outcome = await checkOneFile(join(folder, 'none'), { streamFromBytes });
    expect(outcome).toMatchObject({ kind: 'unread', reason: 'it is not there any more' });
  }
});
