import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { ActivityDeps } from '../../activities/ports.js';
import { Database } from '../../db/database.js';
import { createPractice } from '../../db/practices.js';
import { receiveVisits } from '../../db/receive-visits.js';
import { builtInDiagnosisCodeSet } from '../../domain/coding/diagnosis-code-set.js';
import { instant } from '../../domain/kernel/instant.js';
import { visitSchema } from '../../domain/visit/visit.js';
import { aPractice } from '../builders/rules.js';
import { storyPayers } from '../builders/story-payers.js';
import { type StorySketch, storyVisit } from '../builders/story-visit.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** The business moment of every test of the database; the clock stands still. */
export const databaseNow = instant('2026-03-16T15:00:00.000Z');

/** A database of one test file's own with a practice in it. */
export interface PracticeDatabase {
  readonly db: Database;
  readonly practiceId: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** For activities that stay in the house; there is no clearinghouse to talk to. */
  readonly deps: ActivityDeps;
  /** Another practice of the same installation. */
  otherPractice(submitterId: string): Promise<string>;
  /** Takes a visit in and gives its claim. */
  claim(name: string, sketch?: StorySketch): Promise<string>;
  /** Runs one statement as the owner, whom row-level security does not bind. */
  asOwner(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
}

/** Opens the database before the tests of the calling file and drops it after them. */
export function practiceDatabase(): PracticeDatabase {
  let database: TestDatabase | undefined;
  let db: Database | undefined;
  let owner: pg.Client | undefined;
  let practiceId = '';
  beforeAll(async () => {
    database = await createTestDatabase();
    db = new Database({ url: database.appUrl });
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    ({ practiceId } = await createPractice(db, aPractice(), storyPayers));
  });
  afterAll(async () => {
    await owner?.end();
    await db?.close();
    await database?.drop();
  });
  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the database opens in beforeAll');
    return value;
  };
  return {
    get db() {
      return there(db);
    },
    get practiceId() {
      return practiceId;
    },
    get ownerUrl() {
      return there(database).ownerUrl;
    },
    get appUrl() {
      return there(database).appUrl;
    },
    get deps() {
      return inHouseDeps(there(db));
    },
    otherPractice: async (submitterId) =>
      (await createPractice(there(db), aPractice({ submitterId }), storyPayers)).practiceId,
    claim: async (name, sketch) => {
      const visits = [visitSchema.parse(storyVisit(name, sketch))];
      const [received] = await receiveVisits(there(db), { practiceId, actor: 'system:test', now: databaseNow, visits });
      if (received === undefined || received.kind === 'refused') throw new Error('the visit was refused');
      return received.claimId;
    },
    asOwner: async (text, values = []) => (await there(owner).query<Record<string, unknown>>(text, [...values])).rows,
  };
}

function inHouseDeps(db: Database): ActivityDeps {
  return {
    db,
    clock: { now: () => databaseNow, wallMillisUntil: () => 0 },
    log: { info: () => undefined, warn: () => undefined },
    diagnosisCodes: builtInDiagnosisCodeSet,
    clearinghouse: () => Promise.reject(new Error('there is no clearinghouse in this test')),
    tradingPartner: { name: 'CLEARINGHOUSE', receiverId: 'CLEARINGHOUSE', usage: 'test' },
    mailboxKeepsArchive: true,
  };
}
