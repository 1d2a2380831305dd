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

interface Turn {
  readonly millis: number;
  /** The processor's time in this process; the database has its own. */
  readonly cpuMillis: number;
  readonly heapMegabytes: number;
  readonly changed: number;
}

const services = await startBenchServices({ temporal: false });
try {
  const db = new Database({ url: services.appUrl, maxConnections: 4 });
  const practiceId = await seedDecidedClaims(db, services.ownerUrl, claims);
  const turns: Record<'floor' | 'current' | 'candidate', Turn>[] = [];
  for (let turn = 0; turn < turnCount; turn += 1) {
    turns.push({
      floor: await measure(readAll(db, practiceId)),
      current: await measure(rescrubClaims(db, practiceId, plans.current, null)),
      candidate: await measure(rescrubClaims(db, practiceId, plans.candidate, null)),
    });
  }
  await db.close();
  console.log(`Rescrub of ${claims} claims. ${machineLine()}, embedded PostgreSQL.`);
  console.table(turns.flatMap((turn) => Object.entries(turn).map(([name, figures]) => ({ name, ...figures }))));
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

/** Drives batches to their end; the heap is what two batches and the shared tables need, however many claims there are. */
async function measure(batches: AsyncIterable<{ read: number; changes: readonly unknown[] }>): Promise<Turn> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  let [read, changed, heapBytes] = [0, 0, 0];
  for await (const batch of batches) {
    read += batch.read;
    changed += batch.changes.length;
    heapBytes = Math.max(heapBytes, process.memoryUsage().heapUsed);
  }
  const millis = Math.round(performance.now() - start);
  const { user, system } = process.cpuUsage(cpu);
  if (read !== claims) throw new Error(`${read} claims were read in place of ${claims}`);
  return {
    millis,
    cpuMillis: Math.round((user + system) / 1000),
    heapMegabytes: Math.round(heapBytes / 1e6),
    changed,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
