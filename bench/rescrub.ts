import { parseArgs } from 'node:util';
import { readBatches } from '../cli/rescrub/read-batches.js';
import { type RescrubPlan, rescrubClaims } from '../cli/rescrub/rescrub-claims.js';
import { Database } from '../db/database.js';
import { plainDate } from '../domain/kernel/plain-date.js';
import { candidateEdits } from '../domain/scrubbing/candidate-edits.js';
import { scrubEdits } from '../domain/scrubbing/scrub-edits.js';
import { seedDecidedClaims } from './rescrub/seed-decided-claims.js';
import { startBenchServices } from './support/bench-services.js';
import { machineLine } from './support/machine-line.js';

// Judging stored claims anew, against reading and parsing the same rows: by the same reader, which reads ahead, in the
// same batches. What was decided against the rules of today, and the rules of today against candidates.

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '100000' },
    turns: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
  },
});
/** A rescrub may take this many times what reading and parsing take. */
const ratioMax = 2;
const claims = values.quick ? 5_000 : Number(values.claims);
const turnCount = Number(values.turns);
const today = plainDate('2026-03-16');
const rules = { edits: scrubEdits, knownOn: today };
const candidates = candidateEdits({
  block: ['illinois-medicaid-video-modifier'],
  without: ['telehealth-consent-missing'],
});
if (!candidates.ok) throw new Error(candidates.error);
const common = { filter: { since: plainDate('2020-01-01'), until: null }, today, batchSize: 500 };
const plans: Readonly<Record<'current' | 'candidate', RescrubPlan>> = {
  current: { ...common, before: 'stored', after: rules },
  candidate: { ...common, before: rules, after: { ...rules, edits: candidates.value } },
};

/** Batches in a row of one contestant before the next has its turn: what else the machine does falls on all alike. */
const sliceBatches = 10;

type Batches = AsyncIterator<{ readonly read: number; readonly changes: readonly unknown[] }>;

interface Figures {
  readonly millis: number;
  /** The processor's time in this process; the database has its own. */
  readonly cpuMillis: number;
  readonly read: number;
  readonly changed: number;
}

const heapBytes: number[] = [];
const none: Figures = { millis: 0, cpuMillis: 0, read: 0, changed: 0 };

const services = await startBenchServices({ temporal: false });
try {
  const db = new Database({ url: services.appUrl, maxConnections: 4 });
  const practiceId = await seedDecidedClaims(db, services.ownerUrl, claims);
  const turns: Record<'floor' | 'current' | 'candidate', Figures>[] = [];
  for (let turn = 0; turn < turnCount; turn += 1) {
    const contestants = {
      floor: readAll(db, practiceId),
      current: rescrubClaims(db, practiceId, plans.current, null),
      candidate: rescrubClaims(db, practiceId, plans.candidate, null),
    };
    const figures = { floor: none, current: none, candidate: none };
    for (let isOpen = true; isOpen; ) {
      isOpen = false;
      for (const name of ['floor', 'current', 'candidate'] as const) {
        const slice = await measure(contestants[name]);
        figures[name] = plus(figures[name], slice);
        isOpen ||= slice.read > 0;
      }
      heapBytes.push(process.memoryUsage().heapUsed);
    }
    turns.push(figures);
  }
  await db.close();
  console.log(`Rescrub of ${claims} claims. ${machineLine()}, embedded PostgreSQL.`);
  console.table(
    turns.flatMap((turn) => Object.entries(turn).map(([name, figures]) => ({ name, ...rounded(figures) }))),
  );
  console.log(`heap: ${heapBytes.map((bytes) => Math.round(bytes / 1e6)).join(' ')} MB after each round of slices`);
  for (const name of ['current', 'candidate'] as const) {
    const ratio = median(turns.map((turn) => turn[name].millis / turn.floor.millis));
    const cpuRatio = median(turns.map((turn) => turn[name].cpuMillis / turn.floor.cpuMillis));
    const text = `median ${ratio.toFixed(2)} times reading and parsing (at most ${ratioMax})`;
    console.log(`--rules ${name}: ${text}; processor ${cpuRatio.toFixed(2)} times`);
    if (!(ratio <= ratioMax)) process.exitCode = 1;
  }
} finally {
  await services.stop();
}

/** The floor: every row is read and parsed, and nothing is made of it. */
async function* readAll(db: Database, practiceId: string) {
  for await (const { rows } of readBatches(db, practiceId, common, null)) yield { read: rows.length, changes: [] };
}

/** Drives a contestant for a slice; nothing is read when it is at its end. */
async function measure(batches: Batches): Promise<Figures> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  let [read, changed] = [0, 0];
  for (let count = 0; count < sliceBatches; count += 1) {
    const batch = await batches.next();
    if (batch.done === true) break;
    read += batch.value.read;
    changed += batch.value.changes.length;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { millis: performance.now() - start, cpuMillis: (user + system) / 1000, read, changed };
}

function plus(one: Figures, other: Figures): Figures {
  return {
    millis: one.millis + other.millis,
    cpuMillis: one.cpuMillis + other.cpuMillis,
    read: one.read + other.read,
    changed: one.changed + other.changed,
  };
}

function rounded(figures: Figures): Figures {
  if (figures.read !== claims) throw new Error(`${figures.read} claims were read in place of ${claims}`);
  return { ...figures, millis: Math.round(figures.millis), cpuMillis: Math.round(figures.cpuMillis) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
