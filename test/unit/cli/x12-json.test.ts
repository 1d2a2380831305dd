import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallClaimFile } from '../../builders/small-claim-file.js';
import { runCommand } from '../../support/run-command.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

function fileWith(name: string, text: string): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

test('a file becomes JSON and the same file again', async () => {
  const home = temporaryFolder();
  const asJson = await runCommand(home, 'x12', 'to-json', fileWith('claims.837', smallClaimFile));
  expect(asJson.exitCode).toBe(0);
  // What `x12 check` warns of is told here too.
  expect(asJson.stderr).toContain('claims.837: warning: NM1 in loop 2300');
  const json = fileWith('claims.json', asJson.stdout);
  expect(await runCommand(home, 'x12', 'from-json', json)).toEqual({ exitCode: 0, stdout: smallClaimFile, stderr: '' });
  const output = join(home, 'again.837');
  expect(await runCommand(home, 'x12', 'from-json', json, '--output', output)).toMatchObject({
    exitCode: 0,
    stdout: '',
  });
  expect(readFileSync(output, 'latin1')).toBe(smallClaimFile);
});

test('several files are a line each, and what is wrong with one is told without its data', async () => {
  const broken = smallClaimFile.replace('*DOE*JANE*', '*DOE*JANE\u0001*');
  const files = [fileWith('good.837', smallClaimFile), fileWith('broken.837', broken)];
  const { exitCode, stdout, stderr } = await runCommand(temporaryFolder(), 'x12', 'to-json', '--lines', ...files);
  expect(exitCode).toBe(1);
  const documents = stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(documents).toMatchObject([{ format: 'teleclaim-x12' }, { format: 'teleclaim-x12' }]);
  expect(stderr).toContain(`${files[1]}: error: NM104 in loop 2010BA`);
  expect(stderr).not.toContain('JANE');
});

test('JSON that stands for no file is refused with file and path', async () => {
  const home = temporaryFolder();
  const { stdout } = await runCommand(home, 'x12', 'to-json', fileWith('claims.837', smallClaimFile));
  const json = fileWith('claims.json', stdout.replace('"chargeCents": 15000', '"chargeCents": "150"'));
  expect(await runCommand(home, 'x12', 'from-json', json)).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `${json}: error: interchanges[0].groups[0].transactionSets[0].value.billingProviders[0].claims[0].chargeCents: must be a whole number of cents\n`,
  });
});

test.each([
  ['a file that is not there', ['to-json', 'missing.837'], "teleclaim: the file missing.837 can't be read\n"],
  ['no file', ['to-json'], "error: missing required argument 'files'"],
])('%s is a usage error', async (_, args, message) => {
  const { exitCode, stderr } = await runCommand(temporaryFolder(), 'x12', ...args);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});

test('text that is no JSON is a usage error', async () => {
  const file = fileWith('claims.json', smallClaimFile);
  expect(await runCommand(temporaryFolder(), 'x12', 'from-json', file)).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `teleclaim: ${file} holds no JSON: give a file that x12 to-json printed\n`,
  });
});

test.each(['to-json', 'from-json'])('the help of %s says that patients’ data come out', async (command) => {
  const { stdout } = await runCommand(temporaryFolder(), 'x12', command, '--help');
  expect(stdout).toContain('names and diagnoses of patients');
});
