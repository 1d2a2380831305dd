import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = [await createTestDatabase(), await createTestDatabase()];
});

afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('each test file has a migrated database of its own', async () => {
  await query(first.ownerUrl, 'create table only_here (id int)');
  await expect(query(second.ownerUrl, 'select * from only_here')).rejects.toThrow('does not exist');
  const [migrations] = await query(second.ownerUrl, 'select count(*)::int > 0 as migrated from schema_migrations');
  expect(migrations).toEqual({ migrated: true });
});

test('the application role can neither bypass row-level security nor change the schema', async () => {
  const [role] = await query(
    first.appUrl,
    'select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
  );
  expect(role).toEqual({
    rolname: 'teleclaim_app',
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
  });
  await expect(query(first.appUrl, 'create table mine (id int)')).rejects.toThrow('permission denied');
});
