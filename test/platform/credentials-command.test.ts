import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
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

// Each command starts and stops the embedded database of the folder.
const timeout = 280_000;

test('a file of credentials is tried dry, taken in once whatever the number of imports, and listed', {
  timeout,
}, async () => {
  const practice = write('practice.json', JSON.stringify(aPractice()));
  expect((await runCommand(home, 'practice', 'create', practice)).exitCode).toBe(0);
  const good = [aLicence(), anEnrolment()].map((row) => JSON.stringify({ npi, ...row })).join('\n');
  const file = write('credentials.ndjson', `${good}\n{"npi":"${npi}","kind":"licence"}\n`);
  const imported = async (...options: string[]) => await runCommand(home, 'credentials', 'import', file, ...options);
  const [dry, first, second] = [await imported('--dry-run'), await imported(), await imported()];
  expect(dry.stdout).toContain('nothing was recorded: this was a dry run');
  expect(first.stdout).toContain('3 rows of 1 clinician: 2 new, 0 changed, 0 as they were, 1 bad');
  expect(first.stdout).toMatch(/error: state: .*\(credentials\.ndjson:3\)/);
  expect(second.stdout).toContain('0 new, 0 changed, 2 as they were, 1 bad');
  expect([dry.exitCode, first.exitCode, second.exitCode]).toEqual([1, 1, 1]);
  const { stdout } = await runCommand(home, 'credentials', 'list', '--clinician', npi);
  expect(stdout).toMatch(/physician licence +NY +active +2020-01-01/);
  expect(stdout).toContain('enrolment with summit-health');
});
