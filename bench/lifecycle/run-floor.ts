import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, type InjectedSinks, NativeConnection, Worker } from '@temporalio/worker';
import type { BenchServices } from '../support/bench-services.js';
import { silentLogger } from '../support/silent-logger.js';
import { payerCodeAttribute, practiceIdAttribute } from '../../workflows/search-attributes.js';
import { type FloorActivities, floorOutsideTaskQueue, type FloorSinks } from './floor-activities.js';
import type { FloorClaim } from './floor-workflows.js';
import { type LifecycleResult, lifecycleResult } from './lifecycle-result.js';

const taskQueue = 'floor';
/** What the product sets to find a claim's workflow by. */
const typedSearchAttributes = [
  { key: practiceIdAttribute, value: 'floor' },
  { key: payerCodeAttribute, value: 'floor' },
];
const lanesMax = 64;
/** News come when the wait is on record, as those of a file do; Temporal would put sooner ones with it, for less work. */
const newsAfterMillis = 200;

/** Runs empty claims on the same server, queues and options as the product, with the three signals spaced as files space them. */
export async function runFloor(services: BenchServices, claims: number): Promise<LifecycleResult> {
  const bundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./floor-workflows.ts', import.meta.url)),
    logger: silentLogger,
  });
  const connection = await NativeConnection.connect({ address: services.temporalAddress });
  const client = new Client({
    connection: await Connection.connect({ address: services.temporalAddress }),
    namespace: services.namespace,
  });
  const news = new NewsOfTheFloor(client);
  const activities: FloorActivities = { ask: () => Promise.resolve(), step: () => Promise.resolve() };
  const sinks: InjectedSinks<FloorSinks> = {
    driver: { waits: { fn: ({ workflowId }) => news.tellNext(workflowId) } },
  };
  const worker = await Worker.create({
    connection,
    namespace: services.namespace,
    taskQueue,
    workflowBundle: bundle,
    activities,
    sinks,
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentLocalActivityExecutions: 40,
    maxConcurrentActivityTaskExecutions: 20,
    maxCachedWorkflows: 2_000,
  });
  const outside = await Worker.create({
    connection,
    namespace: services.namespace,
    taskQueue: floorOutsideTaskQueue,
    activities,
    maxConcurrentActivityTaskExecutions: 20,
  });
  const running = Promise.all([worker.run(), outside.run()]);
  const result = await drive(client, claims, news);
  worker.shutdown();
  outside.shutdown();
  await running;
  await client.connection.close();
  await connection.close();
  return result;
}

/** Signals each claim a moment after it began to wait, so that each signal is handled before the next one comes and no claim waits for others. */
class NewsOfTheFloor {
  private readonly told = new Map<string, number>();
  private readonly underWay: Promise<void>[] = [];

  constructor(private readonly client: Client) {}

  tellNext(workflowId: string): void {
    const told = this.told.get(workflowId) ?? 0;
    this.told.set(workflowId, told + 1);
    const kind = ['submitted', 'accepted', 'remitted'][told];
    if (kind !== undefined) this.underWay.push(this.tell(workflowId, kind));
  }

  private async tell(workflowId: string, kind: string): Promise<void> {
    await delay(newsAfterMillis);
    await this.client.workflow.getHandle(workflowId).signal<[string]>('news', kind);
  }

  /** Fails when a signal did. */
  async allTold(): Promise<void> {
    await Promise.all(this.underWay);
  }
}

async function drive(client: Client, claims: number, news: NewsOfTheFloor): Promise<LifecycleResult> {
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const handles = await inLanes(
    Array.from({ length: claims }, (_, index) => index),
    (index) =>
      client.workflow.start<typeof FloorClaim>('FloorClaim', {
        taskQueue,
        workflowId: `floor:${Math.round(startedAt)}:${index}`,
        typedSearchAttributes,
      }),
  );
  await Promise.all(handles.map((handle) => handle.result()));
  await news.allTold();
  const [sample] = handles;
  const events = sample === undefined ? 0 : ((await sample.fetchHistory()).events?.length ?? 0);
  return lifecycleResult(claims, startedAt, cpu, events);
}

async function inLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const lanes = Array.from({ length: lanesMax }, async (_, lane) => {
    for (let index = lane; index < items.length; index += lanesMax) {
      const item = items[index];
      if (item !== undefined) results.push(await work(item));
    }
  });
  await Promise.all(lanes);
  return results;
}
