import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const tries = 20;

/** Below the ports that systems lend to outgoing connections (RFC 6335 from 49152, Linux from 32768): nobody takes one of these by chance. */
const quietPorts = { first: 20_000, last: 32_000 };

/** The preferred port, or one of those after it, when it is free on loopback and not given away already; else any free one that outgoing connections don't get. */
export async function freePort(preferred?: number, givenAway: ReadonlySet<number> = new Set()): Promise<number> {
  if (preferred !== undefined) {
    for (let port = preferred; port < preferred + tries && port <= 65_535; port += 1) {
      if (!givenAway.has(port) && (await canListen(port))) return port;
    }
  }
  for (let tried = 0; tried < 1000; tried += 1) {
    const port = randomInt(quietPorts.first, quietPorts.last);
    if (!givenAway.has(port) && (await canListen(port))) return port;
  }
  throw new Error(`no free port on 127.0.0.1 between ${quietPorts.first} and ${quietPorts.last}`);
}

/** Waits until a port is free, not longer than this; somebody else may well keep it. */
export async function portFreed(port: number, withinMillis: number): Promise<void> {
  for (let waited = 0; waited < withinMillis && !(await canListen(port)); waited += 50) await delay(50);
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
