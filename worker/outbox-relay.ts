import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Clock, Log } from '../activities/ports.js';
import type { Database } from '../db/database.js';
import { markOutboxDelivered, markOutboxFailed, type TakenMessage, takeOutbox } from '../db/outbox.js';
import { deliverMessage } from './outbox-delivery.js';
import { openLateNoticeItem } from './late-notice.js';

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

  constructor(private readonly deps: OutboxRelayDeps) {}

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
        outcomes.filter((outcome) => outcome.ok).flatMap((outcome) => outcome.ids),
      );
      for (const failed of outcomes.filter((outcome) => !outcome.ok)) {
        for (const id of failed.ids) await markOutboxFailed(system, id, failed.fault, 2_000);
      }
      return taken.length;
    });
  }

  private async deliverGroup(group: readonly TakenMessage[]): Promise<{ ok: boolean; ids: number[]; fault: string }> {
    const ids = group.map((message) => message.id);
    const [first] = group;
    if (first === undefined) return { ok: true, ids, fault: '' };
    try {
      const delivery = await deliverMessage(this.deps.client, first, this.deps.gatherWallMillis);
      if (delivery === 'workflow_ended') await openLateNoticeItem(this.deps, first);
      return { ok: true, ids, fault: '' };
    } catch (error) {
      return { ok: false, ids, fault: error instanceof Error ? error.name : 'unknown' };
    }
  }
}

/** Many claims that became ready for one route need one signal; every other message stands for itself. */
function onePerRoute(taken: readonly TakenMessage[]): TakenMessage[][] {
  const groups = new Map<string, TakenMessage[]>();
  for (const message of taken) {
    const key =
      message.message.kind === 'claims_ready'
        ? `${message.practice_id}:${message.message.payerCode}`
        : message.event_id;
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return [...groups.values()];
}
