import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Clock, Log } from '../activities/ports.js';
import type { Database, Queryable } from '../db/database.js';
import { markOutboxDelivered, markOutboxFailed, postponeOutbox, type TakenMessage, takeOutbox } from '../db/outbox.js';
import { deliverMessage } from './outbox-delivery.js';
import { openLateNoticeItem } from './late-notice.js';
import { RouteQuiet, routeOf } from './route-quiet.js';

export type OutboxRelayDeps = {
  readonly db: Database;
  readonly client: Client;
  readonly clock: Clock;
  readonly log: Log;
  readonly gatherWallMillis: number;
};

const batchMax = 100;
/** Polled rather than notified: a NOTIFY makes all commits of a database wait for each other. */
const pollMillis = 100;

/**
 * Carries messages from the outbox to Temporal, oldest first. A message leaves the outbox only after Temporal has it, so a
 * crash in between delivers it again, which every receiver bears. Any number of relays may run.
 */
export class OutboxRelay {
  private stopping = false;
  private readonly stopped = new AbortController();
  private running: Promise<void> = Promise.resolve();

  private readonly routes: RouteQuiet;

  constructor(private readonly deps: OutboxRelayDeps) {
    this.routes = new RouteQuiet(deps.gatherWallMillis / 2);
  }

  start(): void {
    this.running = this.run();
  }

  /** Ends after the batch under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.stopped.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const delivered = await this.deliverBatch().catch((error: unknown) => {
        this.deps.log.warn(
          { fault: error instanceof Error ? error.name : 'unknown' },
          'outbox pass failed; trying again',
        );
        return 0;
      });
      if (delivered < batchMax) await this.pause();
    }
  }

  private async pause(): Promise<void> {
    await delay(pollMillis, undefined, { signal: this.stopped.signal }).catch(() => undefined);
  }

  private deliverBatch(): Promise<number> {
    return this.deps.db.system(async (system) => {
      const taken = await takeOutbox(system, batchMax);
      const outcomes = await Promise.all(onePerRoute(taken).map((group) => this.deliverGroup(group)));
      await markOutboxDelivered(
        system,
        outcomes.flatMap((outcome) => (outcome.kind === 'delivered' ? outcome.ids : [])),
      );
      for (const outcome of outcomes) {
        if (outcome.kind === 'put_off') await postponeOutbox(system, outcome.ids, outcome.waitMillis);
        if (outcome.kind === 'failed') await this.retryLater(system, outcome.ids, outcome.fault);
      }
      return taken.length;
    });
  }

  private async retryLater(system: Queryable, ids: readonly number[], fault: string): Promise<void> {
    for (const id of ids) await markOutboxFailed(system, id, fault, 2_000);
  }

  private async deliverGroup(group: readonly TakenMessage[]): Promise<Outcome> {
    const ids = group.map((message) => message.id);
    const [first] = group;
    if (first === undefined) return { kind: 'delivered', ids };
    const waitMillis = this.routes.waitMillis(first);
    if (waitMillis > 0) return { kind: 'put_off', ids, waitMillis };
    try {
      const delivery = await deliverMessage(this.deps.client, first, this.deps.gatherWallMillis);
      if (delivery === 'workflow_ended') await openLateNoticeItem(this.deps, first);
      this.routes.signalled(first);
      return { kind: 'delivered', ids };
    } catch (error) {
      return { kind: 'failed', ids, fault: error instanceof Error ? error.name : 'unknown' };
    }
  }
}

type Outcome =
  | { readonly kind: 'delivered'; readonly ids: number[] }
  | { readonly kind: 'put_off'; readonly ids: number[]; readonly waitMillis: number }
  | { readonly kind: 'failed'; readonly ids: number[]; readonly fault: string };

/** Many claims that became ready for one route need one signal; every other message stands for itself. */
function onePerRoute(taken: readonly TakenMessage[]): TakenMessage[][] {
  const groups = new Map<string, TakenMessage[]>();
  for (const message of taken) {
    const key = routeOf(message) ?? message.event_id;
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return [...groups.values()];
}
