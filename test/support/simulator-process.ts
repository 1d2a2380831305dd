import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Clearinghouse } from '../../gateways/clearinghouse/clearinghouse.js';
import { clearinghouseSettingsSchema } from '../../gateways/clearinghouse/clearinghouse-settings.js';
import { createClearinghouse } from '../../gateways/clearinghouse/create-clearinghouse.js';
import type { FaultKind } from '../../simulator/servers/fault.js';
import { testSubmitterId } from '../builders/claim-file.js';

const readySchema = z.object({
  type: z.literal('ready'),
  host: z.string(),
  sftpPort: z.int(),
  httpPort: z.int(),
  hostKeyFingerprint: z.string(),
});

const testCredentials = { user: 'practice', password: 'open sesame' } as const;

export interface SimulatorOptions {
  readonly home: string;
  /** Business milliseconds in one of the wall; the business day begins with the test. */
  readonly clockRate?: number;
  readonly anchorWallMillis?: number;
  readonly seed?: string;
  readonly publicKey?: string;
}

/** The simulator as a process of its own, as the product runs it. Killed when the test ends. */
export class SimulatorProcess {
  readonly #child: ChildProcess;
  readonly ready: z.infer<typeof readySchema>;

  private constructor(child: ChildProcess, ready: z.infer<typeof readySchema>) {
    this.#child = child;
    this.ready = ready;
  }

  static async start(options: SimulatorOptions): Promise<SimulatorProcess> {
    const anchorWall = options.anchorWallMillis ?? Date.now();
    const mailbox = { ...testCredentials, submitterId: testSubmitterId, publicKey: options.publicKey };
    const child = spawn(process.execPath, ['--import', 'tsx', 'simulator/main.ts'], {
      env: {
        PATH: process.env['PATH'],
        SIMULATOR_HOME: options.home,
        SIMULATOR_SEED: options.seed ?? 'test',
        SIMULATOR_MAILBOXES: JSON.stringify([mailbox]),
        TELECLAIM_CLOCK_RATE: String(options.clockRate ?? 1),
        TELECLAIM_CLOCK_ANCHOR: `${anchorWall}:${Date.parse('2026-01-06T14:00:00Z')}`,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), endedEarly(child)]);
    return new SimulatorProcess(child, readySchema.parse(JSON.parse(String(line))));
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    const end = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await end;
  }

  /** The product's own client to this simulator, closed when the test ends. */
  client(
    overrides: {
      readonly timeoutMillis?: number;
      readonly privateKey?: string;
      readonly password?: string;
      readonly fingerprint?: string;
    } = {},
  ): Clearinghouse {
    const { host, sftpPort, httpPort, hostKeyFingerprint } = this.ready;
    const timeoutMillis = overrides.timeoutMillis ?? 10_000;
    const { user } = testCredentials;
    const password = overrides.password ?? testCredentials.password;
    const { privateKey } = overrides;
    const clearinghouse = createClearinghouse(
      clearinghouseSettingsSchema.parse({
        sftp: {
          host,
          port: sftpPort,
          user,
          ...(privateKey === undefined ? { password } : { privateKey }),
          hostKeyFingerprint: overrides.fingerprint ?? hostKeyFingerprint,
          operationTimeoutMillis: timeoutMillis,
        },
        http: { baseUrl: `http://${host}:${httpPort}`, user, password, timeoutMillis },
      }),
    );
    onTestFinished(() => clearinghouse.close());
    return clearinghouse;
  }

  async admin(path: string): Promise<unknown> {
    const response = await fetch(`http://${this.ready.host}:${this.ready.httpPort}/admin/${path}`);
    return response.json();
  }

  async play(kind: FaultKind, times?: number): Promise<void> {
    await fetch(`http://${this.ready.host}:${this.ready.httpPort}/admin/faults`, {
      method: 'POST',
      body: JSON.stringify(times === undefined ? { kind } : { kind, times }),
    });
  }
}

async function endedEarly(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`the simulator ended with code ${String(code)} before it was ready`);
}
