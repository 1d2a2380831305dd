import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import type { ActivityDeps, Log } from '../../activities/ports.js';
import { Database } from '../../db/database.js';
import { createPractice } from '../../db/practices.js';
import { type ReceivedVisit, receiveVisits } from '../../db/receive-visits.js';
import { builtInDiagnosisCodeSet } from '../../domain/coding/diagnosis-code-set.js';
import type { BusinessClock } from '../../domain/kernel/business-clock.js';
import { type Instant, instant, instantMillis } from '../../domain/kernel/instant.js';
import { demonstrationPayerProfiles } from '../../cli/demonstration/demonstration-payer-profiles.js';
import type { PayerProfile } from '../../domain/payer/payer-profile.js';
import { type VisitInput, visitSchema } from '../../domain/visit/visit.js';
import { demonstrationPractice } from '../../cli/demonstration/demonstration-practice.js';
import type { Clearinghouse } from '../../gateways/clearinghouse/clearinghouse.js';
import { clearinghouseSettingsSchema } from '../../gateways/clearinghouse/clearinghouse-settings.js';
import { createClearinghouse } from '../../gateways/clearinghouse/create-clearinghouse.js';
import { openKeyRing } from '../../gateways/encryption/key-ring.js';
import { type RunningSimulator, runSimulator } from '../../simulator/run-simulator.js';
import { createClock } from '../../worker/clock.js';
import { createDataConverter } from '../../worker/data-converter.js';
import { createWorkers } from '../../worker/create-workers.js';
import { ensureMailboxSchedules } from '../../worker/mailbox-schedules.js';
import { OutboxRelay } from '../../worker/outbox-relay.js';
import { services, type TestServices } from './services.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { createTestNamespace } from './test-namespace.js';

/** One business day lasts this long on the wall, so that a payer's month passes in seconds. */
const dayWallMillis = 250;

/** Where every story begins. */
export const storyStart: Instant = instant('2026-03-16T15:00:00.000Z');

Runtime.install({ logger: new DefaultLogger('ERROR') });

const quiet: Log = { info: () => undefined, warn: () => undefined };

export type WorldOptions = {
  readonly folder: string;
  readonly payers?: readonly PayerProfile[];
  readonly wrapClearinghouse?: (real: Clearinghouse) => Clearinghouse;
  readonly mailboxKeepsArchive?: boolean;
  /** What the test run shares; recorders that run outside of it bring their own. */
  readonly shared?: TestServices;
  /** The Temporal namespace; one of its own when left out. */
  readonly namespace?: string;
};

/** The whole product in one process against real servers: database, Temporal, simulator over SFTP and HTTP, worker and relay. */
export class ClaimWorld {
  private constructor(
    readonly db: Database,
    readonly client: Client,
    readonly practiceId: string,
    readonly simulator: RunningSimulator,
    readonly deps: ActivityDeps,
    /** The folder of the practice's mailbox at the clearinghouse, as it lies on disk. */
    readonly mailboxFolder: string,
    private readonly closers: (() => Promise<unknown>)[],
  ) {}

  static async open(options: WorldOptions): Promise<ClaimWorld> {
    const shared = options.shared ?? services();
    const { temporalAddress, keyRingFile, workflowBundleFile } = shared;
    const database: TestDatabase = await createTestDatabase(shared);
    const namespace = await createTestNamespace(temporalAddress, options.namespace);
    const clock: BusinessClock = {
      anchorWallMillis: Date.now(),
      anchorBusinessMillis: instantMillis(storyStart),
      rate: 86_400_000 / dayWallMillis,
    };
    const mailbox = { user: 'practice', password: 'simulated', submitterId: demonstrationPractice.submitterId };
    const simulator = await runSimulator(
      {
        home: join(options.folder, 'simulator'),
        host: '127.0.0.1',
        sftpPort: 0,
        httpPort: 0,
        seed: 'story',
        mailboxes: [mailbox],
        faults: [],
        adminToken: undefined,
        clock,
        isSupervised: false,
      },
      (error) => {
        throw error;
      },
    );
    const real = createClearinghouse(
      clearinghouseSettingsSchema.parse({
        sftp: { host: '127.0.0.1', port: simulator.ready.sftpPort, user: mailbox.user, password: mailbox.password },
        http: {
          baseUrl: `http://127.0.0.1:${simulator.ready.httpPort}`,
          user: mailbox.user,
          password: mailbox.password,
        },
      }),
    );
    const clearinghouse = options.wrapClearinghouse?.(real) ?? real;
    const db = new Database({ url: database.appUrl, maxConnections: 20, planOnce: true });
    const { practiceId } = await createPractice(
      db,
      demonstrationPractice,
      options.payers ?? demonstrationPayerProfiles,
    );
    const deps: ActivityDeps = {
      db,
      clock: createClock(clock),
      log: quiet,
      diagnosisCodes: builtInDiagnosisCodeSet,
      clearinghouse: () => Promise.resolve(clearinghouse),
      tradingPartner: { name: 'CLEARINGHOUSE', receiverId: 'CLEARINGHOUSE', usage: 'test' },
      mailboxKeepsArchive: options.mailboxKeepsArchive ?? true,
    };
    const dataConverter = createDataConverter(await openKeyRing({ file: keyRingFile }), namespace);
    const connection = await NativeConnection.connect({ address: temporalAddress });
    const client = new Client({
      connection: await Connection.connect({ address: temporalAddress }),
      namespace,
      dataConverter,
    });
    const workers = await createWorkers({
      connection,
      namespace,
      dataConverter,
      workflowBundle: { codePath: workflowBundleFile },
      deps,
    });
    const running = workers.map((worker: Worker) => worker.run());
    const relay = new OutboxRelay({ db, client, clock: deps.clock, log: quiet, gatherWallMillis: 100 });
    await ensureMailboxSchedules(client, [practiceId], 1_000);
    relay.start();
    const closers = [
      () => relay.stop(),
      async () => {
        for (const worker of workers) worker.shutdown();
        await Promise.all(running);
      },
      () => clearinghouse.close(),
      () => simulator.close(),
      () => client.connection.close(),
      () => connection.close(),
      () => db.close(),
      () => database.drop(),
    ];
    const mailboxFolder = join(options.folder, 'simulator', 'mailboxes', mailbox.user);
    return new ClaimWorld(db, client, practiceId, simulator, deps, mailboxFolder, closers);
  }

  /** Takes visits in as the API does; gives the claim ids in order. */
  async receive(...visits: readonly VisitInput[]): Promise<string[]> {
    const received = await receiveVisits(this.db, {
      practiceId: this.practiceId,
      actor: 'system:test',
      now: this.deps.clock.now(),
      visits: visits.map((visit) => visitSchema.parse(visit)),
    });
    return received.map((one: ReceivedVisit) => {
      if (one.kind === 'refused')
        throw new Error(`refused: ${one.findings.map((finding) => finding.message).join('; ')}`);
      return one.claimId;
    });
  }

  async close(): Promise<void> {
    for (const close of this.closers) await close();
  }
}
