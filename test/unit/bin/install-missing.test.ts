import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** Stands in for npm: notes each call, takes a moment, and leaves what an install leaves. */
const npmDouble = `
const { appendFileSync, copyFileSync, mkdirSync } = require('node:fs');
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
if (process.env.NPM_DOUBLE_FAILS) { console.error('registry not reached'); process.exit(7); }
mkdirSync('node_modules', { recursive: true });
setTimeout(() => copyFileSync('package-lock.json', 'node_modules/.package-lock.json'), 300);
`;

function project(): string {
  const folder = temporaryFolder();
  cpSync(fileURLToPath(new URL('../../../bin', import.meta.url)), join(folder, 'bin'), { recursive: true });
  mkdirSync(join(folder, 'npm'));
  writeFileSync(join(folder, 'npm', 'npm-cli.js'), npmDouble);
  lock(folder, '1.0.0');
  return folder;
}

function lock(folder: string, version: string): void {
  const packages = { '': {}, 'node_modules/a': { version }, 'node_modules/b': { version: '1.0.0', optional: true } };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
}

async function install(
  folder: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<{ code: unknown; output: string }> {
  const script = "import('./bin/install-missing.mjs').then(async (module) => await module.installMissing())";
  const env = { ...process.env, npm_execpath: join(folder, 'npm', 'npx-cli.js'), ...environment };
  const child = spawn(process.execPath, ['-e', script], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = await once(child, 'close');
  return { code, output: Buffer.concat(chunks).toString() };
}

function npmCalls(folder: string): number {
  return readFileSync(join(folder, 'npm-calls'), 'utf8').trim().split('\n').length;
}

test('packages are installed one time, also when two commands start at the same moment', async () => {
  const folder = project();
  const results = await Promise.all([install(folder), install(folder)]);
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  await install(folder);
  expect(npmCalls(folder)).toBe(1);
});

test('a changed lockfile is installed again', async () => {
  const folder = project();
  await install(folder);
  lock(folder, '1.0.1');
  expect((await install(folder)).output).toContain('1 missing or outdated: a');
  expect(npmCalls(folder)).toBe(2);
});

test('an install that was killed does not lock out the next one', async () => {
  const folder = project();
  const killed = spawn(process.execPath, ['-e', '0']);
  await once(killed, 'exit');
  mkdirSync(join(folder, '.cache', 'install.lock'), { recursive: true });
  writeFileSync(join(folder, '.cache', 'install.lock', 'pid'), String(killed.pid));
  expect((await install(folder)).code).toBe(0);
});

test('a failed install says why and what to check', async () => {
  const { code, output } = await install(project(), { NPM_DOUBLE_FAILS: 'yes' });
  expect(code).toBe(1);
  expect(output).toMatch(/registry not reached[\s\S]*npm ci failed \(exit code 7\)\. Check the npm output/);
});
