import { fileURLToPath } from 'node:url';
import {
  describeExit,
  type ProcessHooks,
  type RunningProcess,
  spawnServer,
} from '../../gateways/provision/server-process.js';
import { nodeOptions } from './node-options.js';
import type { Service } from './service.js';

export interface NodeServiceOptions {
  readonly name: string;
  /** The main module. It sends `'ready'` or `{ type: 'ready', … }` (`process.send?.`) when it works, and ends on SIGTERM. */
  readonly main: URL;
  readonly environment: NodeJS.ProcessEnv;
  readonly readyWithinMillis?: number;
  readonly stopWithinMillis?: number;
}

const exitWithParent = fileURLToPath(new URL('./exit-with-parent.mjs', import.meta.url));

/** A program of ours that is ready, with the message in which it said so. */
export interface RunningNode extends RunningProcess {
  readonly readyMessage: unknown;
}

/** A TypeScript program of ours as a service; it ends by itself when the supervisor dies. */
export function nodeService(options: NodeServiceOptions): Service<RunningNode> {
  return { name: options.name, start: async (hooks) => await startNode(options, hooks) };
}

async function startNode(options: NodeServiceOptions, hooks: ProcessHooks): Promise<RunningNode> {
  let announceReady = (_message: unknown): void => undefined;
  const ready = new Promise<{ readonly readyMessage: unknown }>((resolve) => {
    announceReady = (readyMessage) => resolve({ readyMessage });
  });
  const running = await spawnServer({
    command: process.execPath,
    args: [
      ...nodeOptions,
      '--import',
      exitWithParent,
      '--import',
      import.meta.resolve('tsx'),
      fileURLToPath(options.main),
    ],
    environment: options.environment,
    stopSignal: 'SIGTERM',
    stopWithinMillis: options.stopWithinMillis ?? 15_000,
    hooks,
    onMessage: (message) => {
      if (saysReady(message)) announceReady(message);
    },
  });
  const timeout = new AbortController();
  const outcome = await Promise.race([ready, running.exited, readyDeadline(options, timeout.signal)]);
  timeout.abort();
  if (outcome !== 'late' && 'readyMessage' in outcome) return { ...running, ...outcome };
  await running.stop();
  if (outcome === 'late') throw new Error(`${options.name} was not ready in time; its log says why`);
  throw new Error(
    `${options.name} did not start (${describeExit(outcome)}): ${outcome.lastLines.slice(-8).join('\n')}`,
  );
}

function saysReady(message: unknown): boolean {
  if (message === 'ready') return true;
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}

async function readyDeadline(options: NodeServiceOptions, cancel: AbortSignal): Promise<'late'> {
  return await new Promise((resolve) => {
    const timer = setTimeout(() => resolve('late'), options.readyWithinMillis ?? 60_000);
    cancel.addEventListener('abort', () => clearTimeout(timer));
  });
}
