import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

// Started by orphan-guard.ts. Reads `watch <pid> <signal>`, `forget <pid>` and `done` from its standard input. When the
// input ends without `done`, whoever started it died: then it ends the watched processes, first asking, then by force.
const watched = new Map();
const forcedAfterMillis = 15_000;

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('SIGHUP', () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const [action, pid, signal] = line.split(' ');
  if (action === 'watch') watched.set(Number(pid), signal);
  if (action === 'forget') watched.delete(Number(pid));
  if (action === 'done') process.exit(0);
}

for (const [pid, signal] of watched) send(pid, signal);
for (let waited = 0; [...watched.keys()].some(lives); waited += 100) {
  if (waited === forcedAfterMillis) for (const pid of watched.keys()) send(pid, 'SIGKILL');
  if (waited > forcedAfterMillis + 1_000) break;
  await delay(100);
}

function lives(pid) {
  return send(pid, 0);
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}
