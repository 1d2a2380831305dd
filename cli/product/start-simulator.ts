import { join } from 'node:path';
import { z } from 'zod';
import type { Home } from '../supervise/home.js';
import { nodeService } from '../supervise/node-service.js';
import type { PortBook } from '../supervise/port-book.js';
import type { RunEnvironment } from '../supervise/run-environment.js';
import type { Supervisor } from '../supervise/supervisor.js';
import { withOwnPorts } from '../supervise/with-own-ports.js';
import { openSimulatorCredentials, type SimulatorCredentials } from './simulator-credentials.js';

export interface SimulatorOptions {
  readonly home: Home;
  readonly supervisor: Supervisor;
  readonly ports: PortBook;
  /** Variables every process of the product gets; the clock is among them. */
  readonly environment: NodeJS.ProcessEnv;
  readonly seed: string;
  /** Electronic submitter id of the practice whose mailbox it is (ISA06). */
  readonly submitterId: string;
}

const readySchema = z.object({
  host: z.string(),
  sftpPort: z.int(),
  httpPort: z.int(),
  hostKeyFingerprint: z.string(),
});

/** Starts the simulated clearinghouse and payers; gives the variables with which the product reaches them. */
export async function startSimulator(options: SimulatorOptions): Promise<RunEnvironment> {
  const { home, supervisor, ports, seed, submitterId } = options;
  const credentials = openSimulatorCredentials(home);
  const { username: user, password, publicKey } = credentials;
  const simulator = await withOwnPorts(
    async () =>
      await supervisor.add(
        nodeService({
          name: 'simulator',
          main: new URL('../../simulator/main.ts', import.meta.url),
          environment: {
            ...options.environment,
            SIMULATOR_HOME: join(home.folder, 'simulator'),
            // Fixed ports: after a restart the product finds the simulator where it was.
            SIMULATOR_SFTP_PORT: String(await ports.choose('simulator-sftp', 2222)),
            SIMULATOR_HTTP_PORT: String(await ports.choose('simulator-http', 8270)),
            SIMULATOR_SEED: seed,
            SIMULATOR_MAILBOXES: JSON.stringify([{ user, password, publicKey, submitterId }]),
          },
        }),
      ),
  );
  return clearinghouseVariables(credentials, readySchema.parse(simulator.readyMessage));
}

function clearinghouseVariables(
  credentials: SimulatorCredentials,
  address: z.infer<typeof readySchema>,
): RunEnvironment {
  return {
    CLEARINGHOUSE_HTTP_URL: `http://${address.host}:${address.httpPort}`,
    CLEARINGHOUSE_USERNAME: credentials.username,
    CLEARINGHOUSE_PASSWORD: credentials.password,
    CLEARINGHOUSE_KEEPS_ARCHIVE: 'true',
    CLEARINGHOUSE_SFTP_HOST: address.host,
    CLEARINGHOUSE_SFTP_PORT: String(address.sftpPort),
    CLEARINGHOUSE_SFTP_USERNAME: credentials.username,
    CLEARINGHOUSE_SFTP_KEY_FILE: credentials.privateKeyFile,
    CLEARINGHOUSE_SFTP_HOST_KEY: address.hostKeyFingerprint,
  };
}
