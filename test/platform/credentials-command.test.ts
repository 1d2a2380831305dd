import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { plainDate } from '../../domain/kernel/plain-date.js';
import { npiFromNineDigits } from '../../domain/kernel/npi.js';
import { anEnrolment, aLicence } from '../builders/credentials.js';
import { aPractice } from '../builders/rules.js';
import { runCommand } from '../support/run-command.js';

const home = mkdtempSync(join(tmpdir(), 'teleclaim-test-'));
chmodSync(home, 0o711);
afterAll(() => rmSync(home, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = join(home, name);
  writeFileSync(file, text);
  return file;
}

const npi = npiFromNineDigits('199990201');

test('credentials are imported once whatever the number of tries, bad rows are told by line, and the list shows what ends', async () => {
  const practice = write('practice.json', JSON.stringify(aPractice()));
  expect((await runCommand(home, 'practice', 'create', practice)).exitCode).toBe(0);
  const ending = aLicence({ to: plainDate('2999-01-01') });
  const good = [ending, anEnrolment()].map((row) => JSON.stringify({ npi, ...row })).join('\n');
  const file = write('credentials.ndjson', `${good}\n{"npi":"${npi}","kind":"licence"}\n`);
  const dry = await runCommand(home, 'credentials', 'import', file, '--dry-run');
  expect(dry.stdout).toContain('3 rows of 1 clinician: 2 new, 0 changed, 0 as they were, 1 bad');
  expect((await runCommand(home, 'credentials', 'list')).stdout).toContain('no credentials to show');
  const first = await runCommand(home, 'credentials', 'import', file);
  expect(first.stdout).toMatch(/error: state: .*\(credentials\.ndjson:3\)/);
  expect([first.exitCode, (await runCommand(home, 'credentials', 'import', file)).stdout]).toEqual([
    1,
    expect.stringContaining('0 new, 0 changed, 2 as they were, 1 bad'),
  ]);
  const { stdout } = await runCommand(home, 'credentials', 'list', '--clinician', npi);
  expect(stdout).toContain('physician licence');
  expect(stdout).toContain('enrolment with summit-health');
  const soon = await runCommand(home, 'credentials', 'list', '--expiring', '60', '--json');
  expect(JSON.parse(soon.stdout)).toEqual([]);
});
