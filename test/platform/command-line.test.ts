import { mkdtempSync, readdirSync, readFileSync, rmSync, chmodSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runCommand } from '../support/run-command.js';
import { describeSamples, samplesFolder } from '../support/shared-samples.js';

const timeout = 280_000;
/** A business day in one second, so that a demonstration of a month takes half a minute. */
const start = ['start', '--once', '--visits', '3', '--rate', '86400', '--date', '2026-03-02', '--seed', 'test'];

const summarySchema = z.object({
  claimCount: z.int(),
  closedCount: z.int(),
  waitingForPersonCount: z.int(),
  businessFrom: z.string(),
  billedCents: z.int(),
  paidCents: z.int(),
});

function summaryOf(stdout: string): z.infer<typeof summarySchema> {
  const line = stdout.split('\n').find((text) => text.startsWith('summary {'));
  return summarySchema.parse(JSON.parse(line?.slice('summary '.length) ?? 'null'));
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that outlives the tests of this file; the database's own user can enter it. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'teleclaim-test-'));
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}

describe.sequential('the demonstration', () => {
  const home = newFolder();

  test('runs until every claim is closed or waits for a person, and ends with exit code 0', { timeout }, async () => {
    const { exitCode, stdout, stderr } = await runCommand(home, ...start);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const summary = summaryOf(stdout);
    expect(summary.claimCount).toBe(3);
    // The clock begins on the day asked for; a machine under load takes business days to get so far.
    expect(summary.businessFrom).toMatch(/^2026-03-/);
    expect(summary.closedCount + summary.waitingForPersonCount).toBe(3);
    expect(summary.paidCents).toBeGreaterThan(0);
    expect(stdout).toMatch(/^API key {6}tck_/m);
    expect(statSync(join(home, 'api-key.json')).mode & 0o077).toBe(0);
  });

  test('a further start takes no visit in again and bills nothing twice', { timeout }, async () => {
    const list = async () => JSON.parse((await runCommand(home, 'claims', 'list', '--json')).stdout);
    const before: unknown = await list();
    const { exitCode, stdout } = await runCommand(home, ...start);
    expect(exitCode).toBe(0);
    expect(summaryOf(stdout).claimCount).toBe(3);
    expect(await list()).toEqual(before);
    const told = stdout.split('\n').filter((line) => /^(API {10}|Logs {9}|\d{4}-\d\d-\d\d {2})/.test(line));
    expect(told).toEqual([
      expect.stringMatching(/^API /),
      expect.stringMatching(/^Logs /),
      expect.stringMatching(/3 claims: \d closed, \d with a person, 0 under way$/),
    ]);
  });

  test('what it sent can be exported while nothing runs', { timeout }, async () => {
    const folder = newFolder();
    const { exitCode, stdout } = await runCommand(home, 'submissions', 'export', folder);
    expect(exitCode).toBe(0);
    const files = readdirSync(folder);
    expect(stdout).toContain(`${files.length} file`);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(readFileSync(join(folder, file), 'latin1')).toMatch(/^ISA\*[\s\S]*IEA\*1\*\d{9}~/);
  });

  test('each claim tells where it stands, what happened to it and why', { timeout }, async () => {
    const [claim] = z
      .array(z.object({ id: z.string(), patientControlNumber: z.string() }))
      .parse(JSON.parse((await runCommand(home, 'claims', 'list', '--json')).stdout));
    const timeline = await runCommand(home, 'claims', 'timeline', claim?.patientControlNumber ?? '');
    expect(timeline.stdout).toMatch(/^intake {11}entered 2026-03-/);
    const explanation = await runCommand(home, 'explain', claim?.patientControlNumber ?? '');
    expect(explanation.stdout).toMatch(/^claim clm_\w+ .*\ncharge \$[\d.,]+, paid /);
    expect(explanation.stdout).toMatch(/^coding, cycle 1[^\n]*\n├─ \S+\n│ {2}├ facts /m);
    const asJson = await runCommand(home, 'claims', 'explain', claim?.id ?? '', '--json');
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      claimId: claim?.id,
      money: { chargeCents: expect.any(Number) },
      decisions: expect.arrayContaining([expect.objectContaining({ step: 'coding' })]),
    });
  });
});

describeSamples('import', () => {
  const bulkExport = join(samplesFolder, 'fhir');

  test('starts the product, accounts for every encounter, and stops it again', { timeout }, async () => {
    const home = newFolder();
    const { exitCode, stdout } = await runCommand(home, 'import', bulkExport, '--no-wait');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('1 virtual visit: 0 claims, 1 finding; 0 unaccounted');
    expect(stdout).toContain('60 other encounters: not telemedicine, no claim');
    const status = await runCommand(home, 'status');
    expect(status.stdout).toMatch(/^worker {9}does not run here$/m);
  });
});

describe('wrong use ends with exit code 2 and says what to do', () => {
  test.each([
    ['an unknown command', ['begin'], "unknown command 'begin'"],
    ['a path that is not there', ['import', '/does/not/exist.json'], 'there is no file or folder'],
    ['an option out of bounds', ['start', '--visits', '0'], 'Give a whole number from 1'],
    ['a folder in which nothing ever ran', ['claims', 'list'], 'run teleclaim start first'],
  ])('%s', { timeout }, async (_, args, words) => {
    const { exitCode, stderr } = await runCommand(newFolder(), ...args);
    expect(stderr).toContain(words);
    expect(exitCode).toBe(2);
  });
});
