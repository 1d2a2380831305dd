import { type NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { DataConverter } from '@temporalio/common';
import { createBookActivities, createTransferActivities } from '../activities/create-activities.js';
import type { ActivityDeps } from '../activities/ports.js';
import { claimsTaskQueue, clearinghouseTaskQueue } from '../workflows/task-queues.js';
import { faultInterceptor } from './fault-interceptor.js';
import { heartbeatInterceptor } from './heartbeat-interceptor.js';

export type WorkerInput = {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly dataConverter: DataConverter;
  readonly workflowBundle: WorkflowBundleOption;
  readonly deps: ActivityDeps;
};

/** The two workers of a process: workflows with the steps on our database, and whatever leaves the house on its own queue. */
export async function createWorkers(input: WorkerInput): Promise<readonly Worker[]> {
  const { connection, namespace, dataConverter, deps } = input;
  const interceptors = { activity: [heartbeatInterceptor, faultInterceptor] };
  const common = { connection, namespace, dataConverter, interceptors, shutdownGraceTime: '30s' } as const;
  return Promise.all([
    Worker.create({
      ...common,
      taskQueue: claimsTaskQueue,
      workflowBundle: input.workflowBundle,
      activities: createBookActivities(deps),
      maxConcurrentWorkflowTaskExecutions: 40,
      maxConcurrentLocalActivityExecutions: 40,
      maxConcurrentActivityTaskExecutions: 10,
      maxCachedWorkflows: 2_000,
    }),
    Worker.create({
      ...common,
      taskQueue: clearinghouseTaskQueue,
      activities: createTransferActivities(deps),
      maxConcurrentActivityTaskExecutions: 20,
    }),
  ]);
}
