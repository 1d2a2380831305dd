import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import type { ActivityDeps, Log } from '../activities/ports.js';
import { loadDiagnosisCodes, loadProcedureCodes } from '../db/code-sets.js';
import { Database } from '../db/database.js';
import { loadUnitLimits } from '../db/ncci-tables.js';
import { listPractices } from '../db/practices.js';
import { loadConfig } from '../gateways/config/load-config.js';
import { openKeyRing } from '../gateways/encryption/key-ring.js';
import { bundleWorkflows } from './bundle.js';
import { openClearinghouse } from './clearinghouse-of.js';
import { createClock } from './clock.js';
import { createWorkers, workerConnectionsMax } from './create-workers.js';
import { createDataConverter } from './data-converter.js';
import { ensureMailboxSchedules } from './mailbox-schedules.js';
import { OutboxRelay } from './outbox-relay.js';
import { createTemporalLogger } from './temporal-logger.js';
import { wallIntervals } from './wall-intervals.js';

/** New practices get their mailbox schedule at the latest after this. */
const scheduleRefreshMillis = 30_000;

const config = loadConfig();
const logger = pino({ level: config.logLevel, base: { process: 'worker' } });
const log: Log = {
  info: (facts, message) => logger.info(facts, message),
  warn: (facts, message) => logger.warn(facts, message),
};
Runtime.install({
  logger: createTemporalLogger('WARN', ({ level, message, fields }) => {
    if (level === 'ERROR') logger.error(fields, message);
    else logger.warn(fields, message);
  }),
  shutdownSignals: [],
});

const db = new Database({
  url: config.database.appUrl,
  maxConnections: workerConnectionsMax,
  planOnce: true,
  onIdleError: () => log.warn({}, 'a database connection was lost'),
});
const clock = createClock(config.clock);
const intervals = wallIntervals(config.clock);
const clearinghouse = await openClearinghouse(config.clearinghouse);
const deps: ActivityDeps = {
  db,
  clock,
  log,
  diagnosisCodes: await loadDiagnosisCodes(db),
  procedureCodes: await loadProcedureCodes(db),
  unitLimits: await loadUnitLimits(db),
  clearinghouse: () => Promise.resolve(clearinghouse),
  tradingPartner: config.clearinghouse.tradingPartner,
  mailboxKeepsArchive: config.clearinghouse.keepsArchive,
};

const { namespace, connectionOptions } = config.temporal;
const dataConverter = createDataConverter(await openKeyRing(config.keyRing), namespace);
const connection = await NativeConnection.connect(connectionOptions);
const client = new Client({ connection: await Connection.connect(connectionOptions), namespace, dataConverter });
const workers = await createWorkers({
  connection,
  namespace,
  dataConverter,
  workflowBundle: await bundleWorkflows(),
  deps,
});

const relay = new OutboxRelay({ db, client, clock, log, gatherWallMillis: intervals.gatherMillis });
const scheduled = new Set<string>();
const refreshSchedules = async () => {
  const missing = (await listPractices(db)).map((practice) => practice.id).filter((id) => !scheduled.has(id));
  await ensureMailboxSchedules(client, missing, intervals.mailboxPollMillis);
  for (const practiceId of missing) scheduled.add(practiceId);
};
await refreshSchedules();
const refresh = setInterval(() => {
  refreshSchedules().catch(() => log.warn({}, 'mailbox schedules could not be refreshed; trying again'));
}, scheduleRefreshMillis);
relay.start();

let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  clearInterval(refresh);
  for (const worker of workers) worker.shutdown();
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

log.info({ namespace, rate: config.clock.rate }, 'worker is ready');
process.send?.('ready');
await Promise.all(workers.map((worker) => worker.run()));
await relay.stop();
await clearinghouse.close();
await client.connection.close();
await connection.close();
await db.close();
process.disconnect?.();
