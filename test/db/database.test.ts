import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { Database } from '../../db/database.js';
import { json, SqlQuery, sql } from '../../db/sql.js';
import { practiceDatabase } from '../support/practice-database.js';

const house = practiceDatabase();
const submitters = ['FIRST', 'SECOND', 'THIRD', 'FOURTH'];
let practices: string[];
/** Two connections for many practices: each connection is handed from one to the next all the time. */
let narrow: Database;

beforeAll(async () => {
  practices = await Promise.all(submitters.map((submitterId) => house.otherPractice(submitterId)));
  narrow = new Database({ url: house.appUrl, maxConnections: 2 });
});
afterAll(async () => {
  await narrow?.close();
});

const seen = sql`select submitter_id from practices where submitter_id <> ${'nobody'}`;
const seenSchema = z.object({ submitter_id: z.string() });

test('a connection handed from practice to practice shows each only its own rows', async () => {
  const rounds = Array.from({ length: 60 }, (_, round) => round % practices.length);
  const answers = await Promise.all(
    rounds.map((index) => {
      const practiceId = practices[index] ?? '';
      return index % 2 === 0
        ? narrow.read(practiceId, (query) => query.rows(seenSchema, seen))
        : narrow.inPractice(practiceId, (tx) => tx.rows(seenSchema, seen));
    }),
  );
  expect(answers).toEqual(rounds.map((index) => [{ submitter_id: submitters[index] }]));
});

test.each([
  { planOnce: false, mode: 'auto' },
  { planOnce: true, mode: 'force_generic_plan' },
])('a prepared statement keeps nothing of the practice it was first run for (plans: $mode)', async (options) => {
  const single = new Database({ url: house.appUrl, maxConnections: 1, planOnce: options.planOnce });
  try {
    // Six runs: from the sixth on PostgreSQL may use one generic plan for all.
    for (let round = 0; round < 6; round += 1)
      await single.read(practices[0] ?? '', (query) => query.rows(seenSchema, seen));
    expect(await single.read(practices[1] ?? '', (query) => query.rows(seenSchema, seen))).toEqual([
      { submitter_id: 'SECOND' },
    ]);
    expect(await single.system((query) => query.rows(seenSchema, seen))).toEqual([]);
    const mode = z.object({ plan_cache_mode: z.string() });
    expect(await single.system((query) => query.rows(mode, sql`show plan_cache_mode`))).toEqual([
      { plan_cache_mode: options.mode },
    ]);
  } finally {
    await single.close();
  }
});

test('more statements than a connection remembers are all answered', async () => {
  const single = new Database({ url: house.appUrl, maxConnections: 1 });
  const answer = z.object({ number: z.int() });
  try {
    await single.read(practices[0] ?? '', async (query) => {
      for (let number = 0; number < 520; number += 1) {
        const text = new SqlQuery([`select ${number} as number`], []);
        expect(await query.one(answer, text)).toEqual({ number });
      }
    });
  } finally {
    await single.close();
  }
});

test('a connection that is lost under a statement fails that statement alone, and the next one gets another', async () => {
  const single = new Database({ url: house.appUrl, maxConnections: 1 });
  const answer = z.object({ pid: z.int() });
  const pidOf = sql`select pg_backend_pid() as pid`;
  try {
    const lost = single.inPractice(practices[0] ?? '', async (tx) => {
      const { pid } = await tx.one(answer, pidOf);
      await house.asOwner('select pg_terminate_backend($1)', [pid]);
      await tx.one(answer, pidOf);
    });
    await expect(lost).rejects.toThrow(/terminat|not queryable/); // told under the statement, or just before it
    expect((await single.read(practices[0] ?? '', (query) => query.one(answer, pidOf))).pid).toBeGreaterThan(0);
  } finally {
    await single.close();
  }
});

test('after a failed transaction the connection still belongs to whoever takes it next', async () => {
  const single = new Database({ url: house.appUrl, maxConnections: 1 });
  try {
    const failing = single.inPractice(practices[0] ?? '', async (tx) => {
      await tx.execute(sql`update practices set data = '{"name": "changed"}' where id = ${practices[0]}`);
      await tx.execute(sql`select 1 / 0`);
    });
    await expect(failing).rejects.toThrow('division by zero');
    const [row] = await single.read(practices[0] ?? '', (query) =>
      query.rows(z.object({ name: z.string() }), sql`select data ->> 'name' as name from practices`),
    );
    expect(row?.name).not.toBe('changed');
    expect(await single.read(practices[1] ?? '', (query) => query.rows(seenSchema, seen))).toEqual([
      { submitter_id: 'SECOND' },
    ]);
  } finally {
    await single.close();
  }
});

test('a practice id that is none never reaches the server', async () => {
  await expect(narrow.read(`prc_x'; drop table claims; --`, (query) => query.rows(seenSchema, seen))).rejects.toThrow(
    'not a practice id',
  );
});

test('a number beyond 2^53 is a fault, not a rounded amount', async () => {
  const read = narrow.system((query) =>
    query.rows(z.object({ amount: z.number() }), sql`select 9007199254740993::bigint as amount`),
  );
  await expect(read).rejects.toThrow('beyond 2^53');
});

test('a statement for one row says so when there are several or none', async () => {
  const rows = (count: number) => sql`select n from generate_series(1, ${count}::int) n`;
  const schema = z.object({ n: z.int() });
  await expect(narrow.system((query) => query.one(schema, rows(0)))).rejects.toThrow('gave none');
  await expect(narrow.system((query) => query.maybeOne(schema, rows(2)))).rejects.toThrow('gave several');
  expect(await narrow.system((query) => query.maybeOne(schema, rows(0)))).toBeNull();
});

test('nested fragments keep their parameters in order', () => {
  const condition = sql`b = ${2} and c = ${3}`;
  expect(sql`select ${1} where ${condition} limit ${4}`.compile()).toEqual({
    text: 'select $1 where b = $2 and c = $3 limit $4',
    values: [1, 2, 3, 4],
  });
});

test('a text that no database can hold is stored with its place marked, alone, in lists and in documents', async () => {
  const odd = 'a\u0000b';
  const document = { name: odd, half: 'x\ud800y', kept: 'a\\u0000b', list: [odd] };
  const [row] = await narrow.system((query) =>
    query.rows(
      z.object({ text: z.string(), list: z.array(z.string()), document: z.unknown() }),
      sql`select ${odd}::text as text, ${[odd, 'plain']}::text[] as list, ${json(document)}::jsonb as document`,
    ),
  );
  expect(row).toEqual({
    text: 'a\ufffdb',
    list: ['a\ufffdb', 'plain'],
    document: { name: 'a\ufffdb', half: 'x\ufffdy', kept: 'a\\u0000b', list: ['a\ufffdb'] },
  });
});
