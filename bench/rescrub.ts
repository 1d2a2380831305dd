import { parseArgs } from 'node:util';
import pg from 'pg';
import { type RescrubPlan, rescrubClaims } from '../cli/rescrub/rescrub-claims.js';
import { Database } from '../db/database.js';
import { listPractices } from '../db/practices.js';
import { readStoredClaims, type StoredClaimCursor } from '../db/stored-claims.js';
import { builtInDiagnosisCodeSet } from '../domain/coding/diagnosis-code-set.js';
import { plainDate } from '../domain/kernel/plain-date.js';
import { recodeClaim } from '../domain/rescrub/judge-claim.js';
import { defaultPayerProfiles } from '../domain/payer/default-payer-profiles.js';
import { scrubEdits } from '../domain/scrubbing/scrub-edits.js';
import { demonstrationPractice } from '../cli/demonstration/demonstration-practice.js';
import { seedClaims } from './api/seed-claims.js';
import { startBenchServices } from './support/bench-services.js';
import { machineLine } from './support/machine-line.js';

// Judging stored claims anew, against reading and parsing the same rows in the same batches.

const { values } = parseArgs({
  options: { claims: { type: 'string', default: '100000' }, quick: { type: 'boolean', default: false } },
});
/** A rescrub may take this many times what reading and parsing take. */
const ratioMax = 2;
const claims = values.quick ? 5_000 : Number(values.claims);
const turnCount = 3;
const batchSize = 500;
const today = plainDate('2026-03-16');
const filter = { since: plainDate('2020-01-01'), until: null };
const rules = { edits: scrubEdits, knownOn: today };
const plan: RescrubPlan = { filter, before: 'stored', after: rules, today, batchSize };

const services = await startBenchServices({ temporal: false });
try {
  await seedClaims({ app: services.appUrl, owner: services.ownerUrl }, claims);
  const db = new Database({ url: services.appUrl, maxConnections: 4 });
  const [practice] = await listPractices(db);
  if (practice === undefined) throw new Error('there is no practice');
  await makeDecided(services.ownerUrl, db, practice.id);
  const turns: { readonly floorMillis: number; readonly millis: number; readonly ratio: number }[] = [];
  for (let turn = 0; turn < turnCount; turn += 1) {
    const floorMillis = await millisOf(() => readAll(db, practice.id));
    const millis = await millisOf(() => rescrubAll(db, practice.id));
    turns.push({ floorMillis: Math.round(floorMillis), millis: Math.round(millis), ratio: millis / floorMillis });
  }
  await db.close();
  console.log(`Rescrub of ${claims} claims. ${machineLine()}, embedded PostgreSQL.`);
  console.table(turns);
  const ratio = turns.map((turn) => turn.ratio).sort((a, b) => a - b)[Math.floor(turnCount / 2)] ?? Number.NaN;
  console.log(`median ${ratio.toFixed(2)} times reading and parsing (at most ${ratioMax})`);
  process.exitCode = ratio <= ratioMax ? 0 : 1;
} finally {
  await services.stop();
}

async function millisOf(work: () => Promise<number>): Promise<number> {
  const start = performance.now();
  const read = await work();
  if (read !== claims) throw new Error(`${read} claims were read in place of ${claims}`);
  return performance.now() - start;
}

/** The floor: every row is read and parsed, and nothing is made of it. */
async function readAll(db: Database, practiceId: string): Promise<number> {
  let read = 0;
  let rows = await readAfter(db, practiceId, null);
  for (let last = rows.at(-1)?.claim; last !== undefined; last = rows.at(-1)?.claim) {
    read += rows.length;
    rows = await readAfter(db, practiceId, { dateOfService: last.date_of_service, claimId: last.id });
  }
  return read;
}

function readAfter(db: Database, practiceId: string, after: StoredClaimCursor | null) {
  return db.read(practiceId, (query) => readStoredClaims(query, filter, after, batchSize));
}

async function rescrubAll(db: Database, practiceId: string): Promise<number> {
  let read = 0;
  for await (const batch of rescrubClaims(db, practiceId, plan, null)) read += batch.read;
  return read;
}

/** Every claim gets a patient of its own, and the codes that our rules give, as if all had been decided. */
async function makeDecided(ownerUrl: string, db: Database, practiceId: string): Promise<void> {
  const [row] = await db.read(practiceId, (query) => readStoredClaims(query, filter, null, 1));
  const payer = defaultPayerProfiles.find((profile) => profile.code === 'medicare');
  if (row === undefined || payer === undefined) throw new Error('there is no claim to copy');
  const outcome = recodeClaim({
    visit: row.visit,
    payer,
    practice: demonstrationPractice,
    corrections: [],
    otherClaims: [],
    eligibility: null,
    frequencyCode: '1',
    diagnosisCodes: builtInDiagnosisCodeSet,
    today,
    overriddenEditIds: [],
  });
  if (outcome.kind !== 'coded') throw new Error('the visit of the benchmark has no codes');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    `update claims set patient_sha256 = encode(sha256(id::bytea), 'hex'), coded = $1, stage = 'adjudication', submission_number = 1`,
    [JSON.stringify(outcome.claim)],
  );
  await owner.query('vacuum analyze claims');
  await owner.end();
}
