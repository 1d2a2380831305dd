import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const ours = 'prc_ours';
const theirs = 'prc_theirs';

/** The same for every practice, and the tool's own list of migrations. */
const withoutPractice = [
  'code_set_codes',
  'code_set_editions',
  'ncci_code_pairs',
  'ncci_unit_limits',
  'schema_migrations',
];

let database: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let tables: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  tables = await practiceTables();
  // Rows without their references: this is about who sees them, not about what they mean.
  await owner.query('set session_replication_role = replica');
  for (const practice of [ours, theirs]) for (const table of tables) await owner.query(await rowFor(table, practice));
});

afterAll(async () => {
  await owner?.end();
  await app?.end();
  await database?.drop();
});

async function practiceTables(): Promise<string[]> {
  const { rows } = await owner.query<{ table_name: string }>(`
    select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'practice_id' and t.table_type = 'BASE TABLE' order by 1`);
  return rows.map((row) => row.table_name);
}

/** A statement that inserts a made-up row of a practice: every column that must have a value gets one of its type. */
async function rowFor(table: string, practice: string): Promise<string> {
  const { rows } = await owner.query<{ column_name: string; data_type: string }>(
    `select column_name, data_type from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`,
    [table],
  );
  const values = rows.map(({ column_name, data_type }) => {
    if (column_name === 'practice_id') return `'${practice}'`;
    if (column_name === 'account') return `'revenue'`;
    return valueOf(data_type, practice);
  });
  return `insert into ${table} (${rows.map((row) => row.column_name).join(', ')}) values (${values.join(', ')})`;
}

function valueOf(type: string, practice: string): string {
  switch (type) {
    case 'text':
      return `'x-${practice}'`;
    case 'jsonb':
      return `'{}'`;
    case 'bytea':
      return `'${practice}'::bytea`;
    case 'integer':
    case 'bigint':
      return '1';
    case 'date':
      return `'2026-03-10'`;
    case 'timestamp with time zone':
      return 'now()';
    case 'ARRAY':
      return `'{}'`;
    case 'boolean':
      return 'false';
    default:
      throw new Error(`give columns of type ${type} a value here`);
  }
}

function bindTo(practice: string): Promise<unknown> {
  return app.query('select set_config($1, $2, false)', ['teleclaim.practice_id', practice]);
}

async function practicesIn(table: string): Promise<string[]> {
  const { rows } = await app.query<{ practice_id: string }>(`select practice_id from ${table}`);
  return rows.map((row) => row.practice_id);
}

/** SQLSTATE of what the server said, or how many rows the statement touched. */
async function outcomeOf(statement: string): Promise<string | number> {
  try {
    return (await app.query(statement)).rowCount ?? 0;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.code ?? '';
    throw error;
  }
}

const insufficientPrivilege = '42501';

describe('for every table with a practice', () => {
  test('the tables are known, and every other table has no practice to keep apart', async () => {
    expect(tables.length).toBeGreaterThanOrEqual(17);
    const { rows } = await owner.query<{ table_name: string }>(
      `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const others = rows.map((row) => row.table_name).filter((name) => !tables.includes(name));
    expect(others.toSorted()).toEqual([...withoutPractice, 'practices'].toSorted());
  });

  test('the application sees the rows of its practice and no others', async () => {
    await bindTo(ours);
    for (const table of tables) expect(await practicesIn(table), table).toEqual([ours]);
    await bindTo(theirs);
    for (const table of tables) expect(await practicesIn(table), table).toEqual([theirs]);
  });

  test('with no practice set nothing is visible', async () => {
    await bindTo('');
    for (const table of [...tables]) expect(await practicesIn(table), table).toEqual([]);
    expect(await outcomeOf('select id from practices')).toBe(0);
  });

  test('a row of another practice can not be written', async () => {
    await bindTo('prc_third');
    for (const table of tables) expect(await outcomeOf(await rowFor(table, theirs)), table).toBe(insufficientPrivilege);
  });

  test('a row of another practice can not be changed, nor one’s own given away', async () => {
    await bindTo(ours);
    for (const table of tables) {
      const changed = await outcomeOf(`update ${table} set practice_id = practice_id where practice_id = '${theirs}'`);
      expect([0, insufficientPrivilege], table).toContain(changed);
      expect(await outcomeOf(`update ${table} set practice_id = '${theirs}'`), table).toBe(insufficientPrivilege);
    }
  });

  test('no row can be deleted', async () => {
    await bindTo(ours);
    for (const table of tables) expect(await outcomeOf(`delete from ${table}`), table).toBe(insufficientPrivilege);
  });
});

test('the list of practices shows the application its own row only', async () => {
  await owner.query(
    `insert into practices (id, submitter_id, data) values ('${ours}', 'OURS', '{}'), ('${theirs}', 'THEIRS', '{}')`,
  );
  await bindTo(ours);
  expect((await app.query('select id from practices')).rows).toEqual([{ id: ours }]);
});
