import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { acceptsConnections } from './accepts-connections.js';
import { freePort } from './free-port.js';
import { searchAttributeTypes } from './search-attributes.js';
import { describeExit, type ProcessHooks, type RunningProcess, spawnServer } from './server-process.js';

export interface TemporalServerOptions {
  /** The program, from `findTemporalBinary`. */
  readonly program: string;
  readonly namespace: string;
  /** Where histories are kept; without it they live in memory. */
  readonly databaseFile?: string | undefined;
  /** Ports to take when they are free; else others are chosen. */
  readonly port?: number | undefined;
  readonly uiPort?: number | undefined;
  /** false runs without the web interface. */
  readonly ui?: boolean;
  /** Where the web interface may decode payloads. */
  readonly codecEndpoint?: string | undefined;
  readonly hooks?: ProcessHooks;
}

/** A Temporal dev server that accepts calls for its namespace. */
export interface RunningTemporal extends RunningProcess {
  readonly port: number;
  readonly uiPort: number | undefined;
  /** host:port for TEMPORAL_ADDRESS. */
  readonly address: string;
  readonly uiUrl: string | undefined;
}

const host = '127.0.0.1';
// A claim lives for months; its closed history is kept as long as a person may ask Temporal about it.
const retention = '30 days';
const readyWithinMillis = 60_000;
const announcedWithinMillis = 10_000;

/** Starts the dev server; resolves when the namespace answers. Histories survive `kill -9` when there is a database file. */
export async function startTemporalServer(options: TemporalServerOptions): Promise<RunningTemporal> {
  const port = await freePort(options.port);
  const uiPort = options.ui === false ? undefined : await freePort(options.uiPort ?? port + 1000);
  let firstTrouble: string | undefined;
  const announced = new AbortController();
  const running = await spawnServer({
    command: options.program,
    args: serverArguments(options, port, uiPort),
    stopSignal: 'SIGTERM',
    stopWithinMillis: 10_000,
    hooks: {
      ...options.hooks,
      onLine: (line) => {
        if (/level=ERROR|^Error:/.test(line)) firstTrouble ??= line;
        if (/^(Temporal )?Server:/.test(line)) announced.abort();
        options.hooks?.onLine?.(line);
      },
    },
  });
  const { namespace } = options;
  await readyOrStopped(running, { port, namespace, announced: announced.signal, firstTrouble: () => firstTrouble });
  const uiUrl = uiPort === undefined ? undefined : `http://${host}:${uiPort}`;
  return { ...running, port, uiPort, address: `${host}:${port}`, uiUrl };
}

function serverArguments(options: TemporalServerOptions, port: number, uiPort: number | undefined): string[] {
  const attributes = Object.entries(searchAttributeTypes).flatMap(([name, type]) => [
    '--search-attribute',
    `${name}=${type}`,
  ]);
  return [
    ...[
      'server',
      'start-dev',
      '--ip',
      host,
      '--port',
      String(port),
      '--namespace',
      options.namespace,
      '--log-level',
      'warn',
    ],
    ...attributes,
    ...(uiPort === undefined
      ? ['--headless']
      : ['--ui-ip', host, '--ui-port', String(uiPort), '--ui-disable-news-fetch']),
    ...(options.codecEndpoint === undefined ? [] : ['--ui-codec-endpoint', options.codecEndpoint]),
    ...databaseArguments(options.databaseFile),
  ];
}

/** Without these pragmas the file makes the server less than half as fast; with them a kill still loses nothing that was acknowledged. */
function databaseArguments(databaseFile: string | undefined): string[] {
  if (databaseFile === undefined) return [];
  return [
    '--db-filename',
    databaseFile,
    '--sqlite-pragma',
    'journal_mode=WAL',
    '--sqlite-pragma',
    'synchronous=NORMAL',
  ];
}

interface Start {
  readonly port: number;
  readonly namespace: string;
  /** Aborted when our process has said that it listens: until then another server may be the one that answers. */
  readonly announced: AbortSignal;
  /** The first line that tells of trouble: what comes after it is often a long stack of the server's own. */
  readonly firstTrouble: () => string | undefined;
}

async function readyOrStopped(running: RunningProcess, start: Start): Promise<void> {
  const { port, namespace } = start;
  const gaveUp = new AbortController();
  const ended = running.exited.then((exit) => {
    const reason = start.firstTrouble() ?? exit.lastLines.join('\n');
    throw new Error(`the Temporal server did not start (${describeExit(exit)}): ${reason}`);
  });
  try {
    // A program that announces nothing would have ended by then if it could not listen.
    const signal = AbortSignal.any([start.announced, gaveUp.signal]);
    await Promise.race([delay(announcedWithinMillis, undefined, { signal }).catch(() => undefined), ended]);
    await Promise.race([namespaceAnswers(port, namespace, gaveUp.signal), ended]);
  } catch (error) {
    await running.stop();
    throw error;
  } finally {
    gaveUp.abort();
    ended.catch(() => undefined);
  }
}

async function namespaceAnswers(port: number, namespace: string, stop: AbortSignal): Promise<void> {
  const address = `${host}:${port}`;
  const deadline = Date.now() + readyWithinMillis;
  for (;;) {
    try {
      // A gRPC client that finds the port closed waits a second before it tries again; a plain connect does not.
      if (await acceptsConnections(port)) return await keepHistories(address, namespace);
    } catch (cause) {
      if (Date.now() > deadline) throw new Error(`the Temporal server at ${address} does not answer`, { cause });
    }
    if (stop.aborted) return;
    if (Date.now() > deadline) throw new Error(`the Temporal server does not open ${address}`);
    await delay(50);
  }
}

async function keepHistories(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 1_000 });
  try {
    await connection.withDeadline(Date.now() + 5_000, async () => {
      await connection.workflowService.describeNamespace({ namespace });
      await connection.workflowService.updateNamespace({
        namespace,
        config: { workflowExecutionRetentionTtl: msToTs(retention) },
      });
    });
  } finally {
    await connection.close();
  }
}
