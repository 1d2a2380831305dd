import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How a process ended: exit code or signal, and the last lines it wrote. */
export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lastLines: readonly string[];
}

/** A process that we started. */
export interface RunningProcess {
  readonly pid: number;
  /** The signal that means "end in good order" to it. */
  readonly stopSignal: NodeJS.Signals;
  /** Resolves, never rejects, when the process is gone, whoever ended it. */
  readonly exited: Promise<ProcessExit>;
  /** Asks it to end, insists after a while, resolves when it is gone. */
  stop(): Promise<void>;
}

/** What the one who asked for a process wants to hear of it. */
export interface ProcessHooks {
  /** Called as soon as there is a process, long before it is ready. */
  readonly onSpawn?: (pid: number, stopSignal: NodeJS.Signals) => void;
  readonly onLine?: (line: string) => void;
}

export interface ServerProcessOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly folder?: string;
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  readonly stopSignal: NodeJS.Signals;
  readonly stopWithinMillis: number;
  readonly hooks?: ProcessHooks | undefined;
  /** Opens a message channel (Node programs only); called for each message. */
  readonly onMessage?: ((message: unknown) => void) | undefined;
}

const keptLines = 20;

/**
 * Starts a server as the leader of its own process group, so that Ctrl-C in the terminal reaches only us and servers
 * stop in our order. Rejects when the program can't be run.
 */
export async function spawnServer(options: ServerProcessOptions): Promise<RunningProcess> {
  const child = spawn(options.command, options.args, {
    stdio: ['ignore', 'pipe', 'pipe', ...(options.onMessage ? (['ipc'] as const) : [])],
    detached: process.platform !== 'win32',
    ...(options.environment ? { env: options.environment } : {}),
    ...(options.folder ? { cwd: options.folder } : {}),
    ...(options.user ?? {}),
  });
  if (options.onMessage) child.on('message', options.onMessage);
  const lastLines = collectLines(child, options.hooks?.onLine);
  const exited = new Promise<ProcessExit>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, lastLines }));
  });
  const pid = await pidOf(child, options.command);
  options.hooks?.onSpawn?.(pid, options.stopSignal);
  return {
    pid,
    stopSignal: options.stopSignal,
    exited,
    stop: async () => await stopChild(child, exited, options),
  };
}

/** Says in one line how a process ended, for logs and errors. */
export function describeExit(exit: ProcessExit): string {
  return exit.signal === null ? `exit code ${exit.code}` : `ended by ${exit.signal}`;
}

function collectLines(child: ChildProcess, onLine: ((line: string) => void) | undefined): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      onLine?.(line);
    });
  }
  return lines;
}

async function pidOf(child: ChildProcess, command: string): Promise<number> {
  const { pid } = child;
  if (pid !== undefined) {
    child.on('error', () => undefined);
    return pid;
  }
  return await new Promise<never>((_, reject) => {
    child.once('error', (cause) => reject(new Error(`can't run ${command}: ${cause.message}`, { cause })));
  });
}

async function stopChild(
  child: ChildProcess,
  exited: Promise<ProcessExit>,
  options: Pick<ServerProcessOptions, 'stopSignal' | 'stopWithinMillis'>,
): Promise<void> {
  child.kill(options.stopSignal);
  const insist = setTimeout(() => child.kill('SIGKILL'), options.stopWithinMillis);
  await exited;
  clearTimeout(insist);
}
