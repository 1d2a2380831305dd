import { createHash } from 'node:crypto';
import SftpClient from 'ssh2-sftp-client';
import { ClearinghouseError } from './clearinghouse-error.js';
import type { ClearinghouseSettings } from './clearinghouse-settings.js';
import { connectFailure, operationFailure } from './sftp-failure.js';

type SftpSettings = ClearinghouseSettings['sftp'];

/**
 * One SFTP connection, opened when needed, kept a few seconds for the next call, dropped at the first fault.
 * Calls run one after the other: a mailbox is a single place, and order there matters.
 */
export class SftpConnection {
  readonly #settings: SftpSettings;
  #client: SftpClient | undefined;
  #lastCall: Promise<unknown> = Promise.resolve();
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(settings: SftpSettings) {
    this.#settings = settings;
  }

  /** Runs one exchange on the connection; faults come out as ClearinghouseError and end the connection. */
  run<T>(exchange: (client: SftpClient) => Promise<T>): Promise<T> {
    const call = this.#lastCall.then(() => this.#runNow(exchange));
    this.#lastCall = call.catch(() => undefined);
    return call;
  }

  /** Waits for calls under way, then ends the connection. */
  async close(): Promise<void> {
    await this.#lastCall;
    this.#discard();
  }

  async #runNow<T>(exchange: (client: SftpClient) => Promise<T>): Promise<T> {
    clearTimeout(this.#idleTimer);
    const client = this.#client ?? (await this.#connect());
    try {
      return await withTimeout(exchange(client), this.#settings.operationTimeoutMillis);
    } catch (error) {
      const failure = operationFailure(error);
      if (failure.code !== 'not_found' && failure.code !== 'rejected') this.#discard();
      throw failure;
    } finally {
      this.#idleTimer = setTimeout(() => this.#discard(), this.#settings.idleTimeoutMillis);
      this.#idleTimer.unref();
    }
  }

  async #connect(): Promise<SftpClient> {
    const settings = this.#settings;
    const forget = () => {
      if (this.#client === client) this.#client = undefined;
    };
    const client = new SftpClient('clearinghouse', { error: forget, end: forget, close: forget });
    let isTrusted = true;
    try {
      await withTimeout(
        client.connect({
          host: settings.host,
          port: settings.port,
          username: settings.user,
          readyTimeout: settings.connectTimeoutMillis,
          ...(settings.password === undefined ? {} : { password: settings.password }),
          ...(settings.privateKey === undefined ? {} : { privateKey: settings.privateKey }),
          hostVerifier: (key: Buffer) => {
            isTrusted = settings.hostKeyFingerprint === undefined || fingerprintOf(key) === settings.hostKeyFingerprint;
            return isTrusted;
          },
        }),
        settings.connectTimeoutMillis,
      );
    } catch (error) {
      endQuietly(client);
      throw connectFailure(error, settings.host, settings.port, isTrusted);
    }
    this.#client = client;
    return client;
  }

  #discard(): void {
    clearTimeout(this.#idleTimer);
    const client = this.#client;
    this.#client = undefined;
    if (client) endQuietly(client);
  }
}

function fingerprintOf(hostKey: Buffer): string {
  return createHash('sha256').update(hostKey).digest('base64').replace(/=+$/, '');
}

function endQuietly(client: SftpClient): void {
  client.end().catch(() => undefined);
}

async function withTimeout<T>(work: Promise<T>, timeoutMillis: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ClearinghouseError('timeout', `no answer over SFTP within ${timeoutMillis} ms; try again later`));
    }, timeoutMillis);
  });
  try {
    return await Promise.race([work, expiry]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
