import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { z } from 'zod';
import type { ActivityDeps } from '../../activities/ports.js';
import { demonstrationPractice } from '../../cli/demonstration/demonstration-practice.js';
import { generateVisits } from '../../cli/demonstration/generate-visits.js';
import { Database } from '../../db/database.js';
import { createPractice } from '../../db/practices.js';
import { receiveVisits } from '../../db/receive-visits.js';
import { sql } from '../../db/sql.js';
import { builtInDiagnosisCodeSet } from '../../domain/coding/diagnosis-code-set.js';
import { realTimeClock } from '../../domain/kernel/business-clock.js';
import { plainDateAt } from '../../domain/kernel/instant.js';
import type { PlainDate } from '../../domain/kernel/plain-date.js';
import { defaultPayerProfiles } from '../../domain/payer/default-payer-profiles.js';
import { type Visit, visitSchema } from '../../domain/visit/visit.js';
import { openKeyRing } from '../../gateways/encryption/key-ring.js';
import { bundleWorkflows } from '../../worker/bundle.js';
import { payerPolicy } from '../../simulator/payers/payer-policies.js';
import { createClock } from '../../worker/clock.js';
import { createWorkers, workerConnectionsMax } from '../../worker/create-workers.js';
import { createDataConverter } from '../../worker/data-converter.js';
import { ensureMailboxSchedules } from '../../worker/mailbox-schedules.js';
import { OutboxRelay } from '../../worker/outbox-relay.js';
import { claimWorkflowId } from '../../workflows/workflow-ids.js';
import type { BenchServices } from '../support/bench-services.js';
import { createInMemoryClearinghouse } from '../support/in-memory-clearinghouse.js';
import { silentLogger } from '../support/silent-logger.js';
import { type LifecycleResult, lifecycleResult } from './lifecycle-result.js';

/** Claims that rest this long rest for good. */
const standstillMillis = 60_000;
const quiet = { info: () => undefined, warn: () => undefined };

/** What else ran beside the claims' own workflows: files sent, files read, remittances posted. */
export type Exchange = { readonly submissions: number; readonly inbound: number; readonly remittances: number };
export type ProductResult = LifecycleResult & {
  readonly payloadBytesMax: number;
  readonly notPaid: number;
  readonly exchange: Exchange;
};

/** How many claims, and a name that keeps this run's patients, files and numbers apart from those of others. */
export type ProductRun = { readonly claims: number; readonly run: string };

/** The database as the worker of a process opens it, once for all rounds: it lives on while claims come and go. */
export function openProductDatabase(services: BenchServices): Database {
  return new Database({ url: services.appUrl, maxConnections: workerConnectionsMax, planOnce: true });
}

/** Runs clean claims through the whole product: codec, database, X12, batches, remittances; the payers are the simulator’s, in memory. */
export async function runProduct(
  services: BenchServices,
  db: Database,
  { claims, run }: ProductRun,
): Promise<ProductResult> {
  const clock = createClock(realTimeClock);
  const practice = { ...demonstrationPractice, submitterId: `BENCH${run}`.toUpperCase().replaceAll('-', '') };
  const { practiceId } = await createPractice(db, practice, defaultPayerProfiles);
  const clearinghouse = createInMemoryClearinghouse(practice.submitterId, () => clock.now());
  const deps: ActivityDeps = {
    db,
    clock,
    log: quiet,
    diagnosisCodes: builtInDiagnosisCodeSet,
    clearinghouse: () => Promise.resolve(clearinghouse),
    tradingPartner: { name: 'CLEARINGHOUSE', receiverId: 'CLEARINGHOUSE', usage: 'test' },
    mailboxKeepsArchive: true,
  };
  const dataConverter = createDataConverter(
    await openKeyRing({ file: join(services.folder, 'keys.json') }),
    services.namespace,
  );
  const connection = await NativeConnection.connect({ address: services.temporalAddress });
  const client = new Client({
    connection: await Connection.connect({ address: services.temporalAddress }),
    namespace: services.namespace,
    dataConverter,
  });
  const workers = await createWorkers({
    connection,
    namespace: services.namespace,
    dataConverter,
    workflowBundle: await bundleWorkflows({ logger: silentLogger }),
    deps,
  });
  const running = workers.map((worker) => worker.run());
  const relay = new OutboxRelay({ db, client, clock, log: quiet, gatherWallMillis: 5_000 });
  await ensureMailboxSchedules(client, [practiceId], 4_000);
  relay.start();
  const result = await drive({ db, client, practiceId, now: deps.clock.now }, { claims, run });
  await client.schedule.getHandle(`inbound-files-schedule:${practiceId}`).delete();
  await relay.stop();
  for (const worker of workers) worker.shutdown();
  await Promise.all(running);
  await client.connection.close();
  await connection.close();
  return result;
}

type Drive = {
  readonly db: Database;
  readonly client: Client;
  readonly practiceId: string;
  readonly now: ActivityDeps['clock']['now'];
};

async function drive({ db, client, practiceId, now }: Drive, { claims, run }: ProductRun): Promise<ProductResult> {
  const parsed = cleanVisits(claims, run, plainDateAt(now()));
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const received = await receiveVisits(db, { practiceId, actor: 'system:bench', now: now(), visits: parsed });
  const claimIds = received.flatMap((one) => (one.kind === 'refused' ? [] : [one.claimId]));
  if (claimIds.length !== claims)
    throw new Error(`${claims - claimIds.length} visits were refused: there is nothing to compare`);
  await untilSettled(db, practiceId, claimIds.length);
  await Promise.all(claimIds.map((claimId) => client.workflow.getHandle(claimWorkflowId(claimId)).result()));
  const timed = lifecycleResult(claims, startedAt, cpu, 0);
  const [sample] = claimIds;
  const history =
    sample === undefined ? undefined : await client.workflow.getHandle(claimWorkflowId(sample)).fetchHistory();
  const events = history?.events ?? [];
  return {
    ...timed,
    eventsPerClaim: events.length,
    payloadBytesMax: Math.max(...events.flatMap((event) => payloadSizes(event)), 0),
    notPaid: await countNotPaid(db, practiceId),
    exchange: await countExchange(db, practiceId),
  };
}

/** Visits whose claims go out one time and are paid: those of a payer that turns the first file back would go out twice. */
function cleanVisits(count: number, run: string, today: PlainDate): Visit[] {
  const visits = generateVisits({ seed: `bench-${process.pid}-${run}`, count: count * 2, today, mix: { plain: 1 } });
  const ready = defaultPayerProfiles
    .filter((payer) => payerPolicy(payer.electronicPayerId)?.rejectsFirstFile === false)
    .map((payer) => payer.code);
  return visits
    .map((one) => visitSchema.parse(one.visit))
    .filter(({ coverages }) => ready.includes(coverages[0]?.payerCode ?? ''))
    .slice(0, count);
}

/** Waits until no claim moves any more; when nothing has happened for a while although some should, says so. */
async function untilSettled(db: Database, practiceId: string, claims: number): Promise<void> {
  const schema = z.object({ open: z.int(), all: z.int(), events: z.int() });
  let seen = { events: -1, at: performance.now() };
  for (;;) {
    const { open, all, events } = await db.read(practiceId, (query) =>
      query.one(
        schema,
        sql`select count(*) filter (where stage <> 'closed' and attention = 'none') as open, count(*) as all,
          coalesce(sum(event_count), 0)::bigint as events from claims`,
      ),
    );
    if (open === 0 && all >= claims) return;
    if (events !== seen.events) seen = { events, at: performance.now() };
    if (performance.now() - seen.at > standstillMillis)
      throw new Error(`${open} of ${all} claims have not moved for ${standstillMillis / 1000} s and never end`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function countNotPaid(db: Database, practiceId: string): Promise<number> {
  const row = await db.read(practiceId, (query) =>
    query.one(
      z.object({ count: z.number() }),
      sql`select count(*) as count from claims where insurance_outcome <> 'paid' or stage <> 'closed'`,
    ),
  );
  return row.count;
}

function countExchange(db: Database, practiceId: string): Promise<Exchange> {
  const schema = z.object({ submissions: z.number(), inbound: z.number(), remittances: z.number() });
  return db.read(practiceId, (query) =>
    query.one(
      schema,
      sql`select (select count(*) from submissions) as submissions, (select count(*) from inbound_files) as inbound,
        (select count(*) from remittances) as remittances`,
    ),
  );
}

/** Sizes in bytes of every payload found in an event, however deep. */
function payloadSizes(value: unknown): number[] {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return [];
  if ('data' in value && value.data instanceof Uint8Array && 'metadata' in value) return [value.data.byteLength];
  return Object.values(value).flatMap(payloadSizes);
}
