import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { join } from 'node:path';
import type { SimulatorConfig } from './config/simulator-config.js';
import { House } from './pipeline/house.js';
import { FaultSwitchboard } from './servers/fault-switchboard.js';
import { createHttpServer } from './servers/http-server.js';
import { createSftpServer } from './servers/sftp-server.js';
import { loadHostKey } from './storage/host-key.js';
import { ensureFolder } from './storage/write-durably.js';

/** Wall time between two rounds of work. */
const roundMillis = 50;

/** What the simulator says when its doors are open; also its one line on standard output. */
interface ReadyMessage {
  readonly type: 'ready';
  readonly service: 'simulator';
  readonly pid: number;
  readonly host: string;
  readonly sftpPort: number;
  readonly httpPort: number;
  /** `SHA256:…` of the SFTP host key. */
  readonly hostKeyFingerprint: string;
}

export interface RunningSimulator {
  readonly ready: ReadyMessage;
  close(): Promise<void>;
}

/** Opens the doors and works in rounds until closed; a fault in a round stops it and goes to `onFault`. */
export async function runSimulator(
  config: SimulatorConfig,
  onFault: (error: unknown) => void,
): Promise<RunningSimulator> {
  const staging = join(config.home, 'staging');
  ensureFolder(staging);
  const hostKey = loadHostKey(join(config.home, 'host-key'), staging);
  const faults = new FaultSwitchboard(config.faults);
  const house = new House({ ...config, faults, onBadFile: reportBadFile, wallMillisNow: Date.now });
  const { sftp, http } = createServers(config, hostKey.privateKey, faults, house);
  const sockets = openSockets(sftp, http);
  const stopRounds = startRounds(house, onFault);
  const sftpPort = await listen(sftp, config.sftpPort, config.host);
  const httpPort = await listen(http, config.httpPort, config.host);
  const { host } = config;
  const { fingerprint: hostKeyFingerprint } = hostKey;
  return {
    ready: { type: 'ready', service: 'simulator', pid: process.pid, host, sftpPort, httpPort, hostKeyFingerprint },
    close: async () => {
      stopRounds();
      for (const socket of sockets) socket.destroy();
      await Promise.all([closed(sftp), closed(http)]);
      house.close();
    },
  };
}

function reportBadFile(fileId: string, error: unknown): void {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`simulator: file ${fileId} could not be processed: ${why}\n`);
}

function createServers(
  { mailboxes, adminToken }: SimulatorConfig,
  hostKey: string,
  faults: FaultSwitchboard,
  house: House,
): { readonly sftp: Server; readonly http: Server } {
  const sftp = createSftpServer({ hostKey, mailboxes, faults, rootOf: (user) => house.rootOf(user) });
  const http = createHttpServer({
    mailboxes,
    faults,
    adminToken,
    services: {
      '/x12/270': (mailbox, x12) => house.answerEligibility(mailbox, x12),
      '/x12/276': (mailbox, x12) => house.answerStatus(mailbox, x12),
    },
    desk: { state: house.state, faults, now: () => house.now() },
  });
  return { sftp, http };
}

function startRounds(house: House, onFault: (error: unknown) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const round = () => {
    try {
      house.work();
      timer = setTimeout(round, roundMillis);
    } catch (error) {
      onFault(error);
    }
  };
  round();
  return () => clearTimeout(timer);
}

/** The connections open at any time. */
function openSockets(...servers: readonly Server[]): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  for (const server of servers) {
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
  }
  return sockets;
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server listens on no TCP port');
  return address.port;
}

async function closed(server: Server): Promise<void> {
  const end = once(server, 'close');
  server.close();
  await end;
}
