import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const tries = 20;

/** The preferred port, or one of those after it, when it is free on loopback and not given away already; else any free one. */
export async function freePort(preferred?: number, givenAway: ReadonlySet<number> = new Set()): Promise<number> {
  if (preferred !== undefined) {
    for (let port = preferred; port < preferred + tries && port <= 65_535; port += 1) {
      if (!givenAway.has(port) && (await canListen(port))) return port;
    }
  }
  for (;;) {
    const port = await anyFreePort();
    if (!givenAway.has(port)) return port;
  }
}

/** Waits until a port is free, not longer than this; somebody else may well keep it. */
export async function portFreed(port: number, withinMillis: number): Promise<void> {
  for (let waited = 0; waited < withinMillis && !(await canListen(port)); waited += 50) await delay(50);
}

async function canListen(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== undefined;
}

async function anyFreePort(): Promise<number> {
  const port = await listenOnce(0);
  if (port === undefined) throw new Error('no free port on 127.0.0.1');
  return port;
}

async function listenOnce(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return address !== null && typeof address === 'object' ? address.port : undefined;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}
