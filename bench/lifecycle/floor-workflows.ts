import {
  condition,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  proxySinks,
  setHandler,
} from '@temporalio/workflow';
import { heartbeatTimeout } from '../../workflows/task-queues.js';
import { type FloorActivities, floorOutsideTaskQueue, type FloorSinks } from './floor-activities.js';

const local = proxyLocalActivities<Pick<FloorActivities, 'step'>>({ startToCloseTimeout: '10s' });
const outside = proxyActivities<Pick<FloorActivities, 'ask'>>({
  taskQueue: floorOutsideTaskQueue,
  startToCloseTimeout: '70s',
  heartbeatTimeout,
});
const { driver } = proxySinks<FloorSinks>();

export const floorSignal = defineSignal<[string]>('news');

/** As many activities, local activities, signals and timers as a clean paid claim has, with nothing in them. */
export async function FloorClaim(): Promise<void> {
  const news: string[] = [];
  setHandler(floorSignal, (kind) => {
    news.push(kind);
  });
  await outside.ask();
  await local.step('coding');
  await local.step('scrubbing');
  await local.step('queue');
  driver.waits();
  await condition(() => news.includes('submitted'));
  driver.waits();
  await condition(() => news.includes('accepted'), '1 hour');
  driver.waits();
  await condition(() => news.includes('remitted'), '1 hour');
  await local.step('decide');
  await local.step('close');
}
