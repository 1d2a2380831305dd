import pg from 'pg';
import type { z } from 'zod';
import { momentOfColumn } from './moment-of-column.js';
import type { SqlQuery } from './sql.js';

// int8 holds cents and counters, all below 2^53; a larger value would be a fault and must not round silently.
pg.types.setTypeParser(20, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint column is beyond 2^53');
  return value;
});
// Dates of service stay plain text; a JavaScript Date would add a time and a zone.
pg.types.setTypeParser(1082, (text) => text);
// Business times are ISO instants in UTC, as the domain writes them.
pg.types.setTypeParser(1184, momentOfColumn);

/** What runs statements: a transaction, or the pool for a single one. Rows are checked against their schema. */
export interface Queryable {
  /** All rows, each parsed by the schema. */
  rows<T>(schema: z.ZodType<T>, query: SqlQuery): Promise<T[]>;
  /** The only row, or null for none; more than one is a fault. */
  maybeOne<T>(schema: z.ZodType<T>, query: SqlQuery): Promise<T | null>;
  /** The only row; anything else is a fault. */
  one<T>(schema: z.ZodType<T>, query: SqlQuery): Promise<T>;
  /** Runs a statement and tells how many rows it touched. */
  execute(query: SqlQuery): Promise<number>;
}

/** Reads rows of one practice. */
export interface PracticeReader extends Omit<Queryable, 'execute'> {
  readonly practiceId: string;
}

/** A transaction bound to one practice by row-level security. */
export interface PracticeTransaction extends Queryable, PracticeReader {}

/** Statements of one practice that each stand alone until `begin` makes one transaction of all that follow. */
export interface PracticeSession extends PracticeTransaction {
  /** Begins the transaction; a second call changes nothing. */
  begin(): Promise<void>;
}

const preparedNames = new Map<string, string>();

/** Statement texts that get a name; filters of lists can be combined in more ways than a connection should remember. */
const preparedNamesMax = 500;

/** Each distinct statement text gets a name once, so that PostgreSQL parses and plans it once a connection; undefined when there are too many. */
function preparedName(text: string): string | undefined {
  const known = preparedNames.get(text);
  if (known !== undefined || preparedNames.size >= preparedNamesMax) return known;
  const name = `q${preparedNames.size}`;
  preparedNames.set(text, name);
  return name;
}

class ClientQueryable implements Queryable {
  constructor(protected readonly client: pg.PoolClient) {}

  async rows<T>(schema: z.ZodType<T>, query: SqlQuery): Promise<T[]> {
    const result = await this.run(query);
    return result.rows.map((row) => schema.parse(row));
  }

  async maybeOne<T>(schema: z.ZodType<T>, query: SqlQuery): Promise<T | null> {
    const rows = await this.rows(schema, query);
    if (rows.length > 1) throw new Error('a statement that must give one row gave several');
    return rows[0] ?? null;
  }

  async one<T>(schema: z.ZodType<T>, query: SqlQuery): Promise<T> {
    const row = await this.maybeOne(schema, query);
    if (row === null) throw new Error('a statement that must give one row gave none');
    return row;
  }

  async execute(query: SqlQuery): Promise<number> {
    return (await this.run(query)).rowCount ?? 0;
  }

  private run(query: SqlQuery): Promise<pg.QueryResult> {
    const { text, values } = query.compile();
    const name = preparedName(text);
    return this.client.query({ text, values, ...(name === undefined ? {} : { name }) });
  }
}

class PracticeQueryable extends ClientQueryable implements PracticeTransaction {
  constructor(
    client: pg.PoolClient,
    readonly practiceId: string,
  ) {
    super(client);
  }
}

class ClientSession extends PracticeQueryable implements PracticeSession {
  private hasBegun = false;

  async begin(): Promise<void> {
    if (this.hasBegun) return;
    await this.client.query('begin');
    this.hasBegun = true;
  }

  async commit(): Promise<void> {
    if (this.hasBegun) await this.client.query('commit');
  }

  async rollBack(): Promise<void> {
    if (this.hasBegun) await this.client.query('rollback').catch(() => undefined);
  }
}

const practiceIdPattern = /^prc_[0-9a-z]+$/;

/** The application's connections. Every statement runs for one practice, or for none through the narrow `security definer` functions. */
export class Database {
  private readonly pool: pg.Pool;
  private readonly planCacheMode: 'auto' | 'force_generic_plan';
  /** The practice a pooled connection is set to, so that a read need not set it again. */
  private readonly boundPractice = new WeakMap<pg.PoolClient, string>();

  constructor(options: {
    readonly url: string;
    readonly maxConnections?: number;
    /**
     * Plans each statement one time a connection, whatever its values: for a process whose statements find rows by id. The
     * planner's own way tries five times first; of a young process with many connections that was a third of the database's time.
     */
    readonly planOnce?: boolean;
    readonly onIdleError?: (error: Error) => void;
  }) {
    this.planCacheMode = options.planOnce === true ? 'force_generic_plan' : 'auto';
    this.pool = new pg.Pool({
      connectionString: options.url,
      max: options.maxConnections ?? 20,
      application_name: 'teleclaim',
      connectionTimeoutMillis: 10_000,
    });
    this.pool.on('error', (error) => options.onIdleError?.(error));
    // While a connection is lent, the pool does not listen: the statement under way fails, which is told to its caller, and nothing else must.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Runs `work` in one transaction that sees and writes only the practice's rows. */
  async inPractice<T>(practiceId: string, work: (tx: PracticeTransaction) => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      await this.bind(client, practiceId);
      return inTransaction(client, () => work(new PracticeQueryable(client, practiceId)));
    });
  }

  /** Runs `work` in a session; the transaction that it may have begun commits when it ends and leaves nothing when it fails. */
  async inSession<T>(practiceId: string, work: (session: PracticeSession) => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      await this.bind(client, practiceId);
      const session = new ClientSession(client, practiceId);
      try {
        const value = await work(session);
        await session.commit();
        return value;
      } catch (error) {
        await session.rollBack();
        throw error;
      }
    });
  }

  /** Single statements outside a transaction for one practice: one round trip each when the connection is bound already. */
  async read<T>(practiceId: string, work: (query: Queryable & PracticeReader) => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      await this.bind(client, practiceId);
      return work(new PracticeQueryable(client, practiceId));
    });
  }

  /** Statements of no practice: the clock, code sets, API keys, the outbox relay. Row-level security shows no business rows. */
  async system<T>(work: (query: Queryable) => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      await this.bind(client, '');
      return inTransaction(client, () => work(new ClientQueryable(client)));
    });
  }

  /**
   * Runs work while this process alone holds a named lock, on a connection of its own; undefined when somebody else holds
   * it. The lock ends with the connection, so a process that dies leaves none behind.
   */
  async whileHolding<T>(name: string, work: () => Promise<T>): Promise<{ readonly value: T } | undefined> {
    return this.withClient(async (client) => {
      const taken = await client.query<{ held: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
        [name],
      );
      if (taken.rows[0]?.held !== true) return undefined;
      try {
        return { value: await work() };
      } finally {
        await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
      }
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      return await work(client);
    } catch (error) {
      if (isConnectionFault(error)) broken = error;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private async bind(client: pg.PoolClient, practiceId: string): Promise<void> {
    if (practiceId !== '' && !practiceIdPattern.test(practiceId)) throw new RangeError('not a practice id');
    if (this.boundPractice.get(client) === practiceId) return;
    await client.query(
      "select set_config('teleclaim.practice_id', $1, false), set_config('plan_cache_mode', $2, false)",
      [practiceId, this.planCacheMode],
    );
    this.boundPractice.set(client, practiceId);
  }
}

async function inTransaction<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const value = await work();
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** An error after which the connection can't be used again: no SQLSTATE, or the server is going down (class 57P, 08). */
function isConnectionFault(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error instanceof pg.DatabaseError) return /^(57P|08)/.test(error.code ?? '');
  return 'code' in error || /connection|terminated/i.test(error.message);
}
