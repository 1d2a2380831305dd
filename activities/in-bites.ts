import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Bites } from '../domain/kernel/bites.js';

/** Does the work bite by bite; between two of them the process answers whatever else came, heartbeats among it. */
export async function inBites<Result>(bites: Bites<Result>): Promise<Result> {
  for (;;) {
    const bite = bites.next();
    if (bite.done === true) return bite.value;
    await nextTurn();
  }
}
