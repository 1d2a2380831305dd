import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fileCheckSchema } from '../../../../cli/x12/check-json.js';
import { checkFile } from '../../../../domain/x12/check-file.js';
import { fileOf, goodClaim } from '../../../builders/checked-claims.js';
import { smallClaimFile } from '../../../builders/small-claim-file.js';
import { runCommand } from '../../../support/run-command.js';

/** A folder of the test's own, with these files in it. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'teleclaim-x12-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const clean = fileOf(goodClaim());

const bad = smallClaimFile.replace('*Y*A*Y*Y~', '*Y*Q*Y*Y~');

/** Runs `teleclaim x12 …` with a home that must stay empty: no database, no server, no configuration. */
async function x12(...args: readonly string[]) {
  const home = folderWith({});
  const end = await runCommand(home, 'x12', ...args);
  expect(readdirSync(home)).toEqual([]);
  return end;
}

describe('x12 check', () => {
  test('ends with 0 for clean files, and tells them together', async () => {
    const folder = folderWith({ 'a.837': clean, 'b.837': clean });
    mkdirSync(join(folder, 'inner'));
    writeFileSync(join(folder, 'inner', 'c.837'), clean);
    const { exitCode, stdout, stderr } = await x12('check', folder);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      '3 files: 3 interchanges, 3 groups, 3 transaction sets, 3 claims, charged $450.00, payments $0.00, 0 errors, 0 warnings',
    );
  });

  test('ends with 0 for warnings alone', async () => {
    // An organization bills, and nobody is named who gave the service.
    const { exitCode, stdout } = await x12('check', folderWith({ 'a.837': smallClaimFile }));
    expect(stdout).toContain('warning rendering-provider-missing');
    expect(stdout.trimEnd()).toMatch(/, 0 errors, 1 warning$/);
    expect(exitCode).toBe(0);
  });

  test('ends with 1 for an error; a file that can’t be read stops none of the others', async () => {
    const folder = folderWith({ 'a.837': bad, 'c.837': smallClaimFile });
    // A socket stands in the folder like a file, and nobody can read it as one.
    const unreadable = join(folder, 'b.837');
    const server = createServer().listen(unreadable);
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { exitCode, stdout } = await x12('check', join(folder, 'a.837'), unreadable, join(folder, 'c.837'), '--json');
    const checks = stdout
      .trimEnd()
      .split('\n')
      .map((line) => fileCheckSchema.parse(JSON.parse(line)));
    expect(exitCode).toBe(1);
    expect(checks.map((check) => [check.file, check.status])).toEqual([
      [join(folder, 'a.837'), 'read'],
      [unreadable, 'unread'],
      [join(folder, 'c.837'), 'read'],
    ]);
  });

  test('ends with 2 for a path that leads nowhere, after checking the others', async () => {
    const folder = folderWith({ 'a.837': smallClaimFile });
    const { exitCode, stdout } = await x12('check', join(folder, 'none.837'), join(folder, 'a.837'));
    expect(exitCode).toBe(2);
    expect(stdout).toContain('a.837: ');
    expect(stdout).toContain('none.837: not read, there is no such file');
  });

  test('ends with 2 for an option that is none', async () => {
    expect((await x12('check', '--jsn', '.')).exitCode).toBe(2);
  });
});

describe('x12 show', () => {
  test('masks by default, and shows when asked to', async () => {
    const file = join(folderWith({ 'a.837': smallClaimFile }), 'a.837');
    const masked = await x12('show', file);
    expect(masked.exitCode).toBe(0);
    expect(masked.stdout).toContain('2010BA subscriber');
    expect(masked.stdout).not.toMatch(/DOE|MEMBER1|19800229|1980-02-29|CLAIM1/);
    expect((await x12('show', file, '--unmask')).stdout).toMatch(/name DOE; first name JANE; MI id MEMBER1/);
  });

  test('ends with 2 when there is no such file', async () => {
    const { exitCode, stderr } = await x12('show', 'no-such-file');
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "teleclaim: the file no-such-file can't be read\n" });
  });
});

describe('x12 acknowledge', () => {
  test('writes the answer to standard output or to a file, and what it says beside it', async () => {
    const folder = folderWith({ 'a.837': bad });
    const on = ['--date', '2026-01-06', '--time', '0930', '--interchange-control-number', '77'];
    const { exitCode, stdout, stderr } = await x12('acknowledge', join(folder, 'a.837'), ...on);
    expect(exitCode).toBe(0);
    expect(checkFile(stdout)).toMatchObject({
      findings: [],
      interchanges: [{ controlNumber: '000000077', groups: [{ transactions: [{ kind: '999' }] }] }],
    });
    expect(stderr).toBe('interchange 000000001, group 1: 999 R, 0 of 1 transaction sets accepted\n');
    const out = join(folder, 'a.999');
    const second = await x12('acknowledge', join(folder, 'a.837'), ...on, '--out', out);
    expect(second.stdout).toBe('');
    expect(readFileSync(out, 'utf8')).toBe(stdout);
  });

  test('answers no 999 and ends with 0; a file without interchange ends with 1', async () => {
    const folder = folderWith({ 'a.837': smallClaimFile, 'none.txt': 'hello' });
    const { stdout } = await x12('acknowledge', join(folder, 'a.837'));
    writeFileSync(join(folder, 'a.999'), stdout);
    expect(await x12('acknowledge', join(folder, 'a.999'))).toMatchObject({ exitCode: 0, stdout: '' });
    expect(await x12('acknowledge', join(folder, 'none.txt'))).toMatchObject({ exitCode: 1, stdout: '' });
  });
});
