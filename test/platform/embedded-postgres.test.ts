import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { type RunningPostgres, startEmbeddedPostgres } from '../../gateways/provision/embedded-postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function start(home: string, port?: number, durable = false): Promise<RunningPostgres> {
  const passwordFile = join(home, 'postgres.json');
  const postgres = await startEmbeddedPostgres({ folder: join(home, 'postgres'), passwordFile, port, durable });
  onTestFinished(async () => await postgres.stop());
  return postgres;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('committed rows survive kill -9, and the server comes back on its port', async () => {
  const home = temporaryFolder();
  const first = await start(home, undefined, true);
  await query(first.ownerUrl('postgres'), 'create table kept as select 42 as answer');
  process.kill(first.pid, 'SIGKILL');
  const second = await start(home, first.port, true);
  expect(second.port).toBe(first.port);
  expect(await query(second.ownerUrl('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('a server that a killed run left on the data is ended and replaced', async () => {
  const home = temporaryFolder();
  const orphan = await start(home);
  const next = await start(home, orphan.port);
  expect((await orphan.exited).code).toBe(0);
  expect(await query(next.ownerUrl('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a lock file that names the pid of another program does not keep the server from starting', async () => {
  const home = temporaryFolder();
  const first = await start(home);
  await first.stop();
  writeFileSync(
    join(home, 'postgres', 'data', 'postmaster.pid'),
    `${process.pid}\n/elsewhere\n0\n5432\n\n127.0.0.1\n\n`,
  );
  const second = await start(home);
  expect(await query(second.ownerUrl('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a cluster whose making was cut off is made anew', async () => {
  const home = temporaryFolder();
  mkdirSync(join(home, 'postgres', 'data.new', 'base'), { recursive: true });
  const postgres = await start(home);
  expect(existsSync(join(home, 'postgres', 'data.new'))).toBe(false);
  expect(await query(postgres.ownerUrl('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a taken port is not fought over', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  expect((await start(temporaryFolder(), port)).port).not.toBe(port);
});

test('nobody gets in without the password, which only our own user can read', async () => {
  const home = temporaryFolder();
  const postgres = await start(home);
  const url = new URL(postgres.ownerUrl('postgres'));
  url.password = 'guess';
  await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
  expect(statSync(join(home, 'postgres.json')).mode & 0o777).toBe(0o600);
});
