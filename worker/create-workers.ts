import { type NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { DataConverter } from '@temporalio/common';
import { createBookActivities, createTransferActivities } from '../activities/create-activities.js';
import type { ActivityDeps } from '../activities/ports.js';
import { claimsTaskQueue, clearinghouseTaskQueue } from '../workflows/task-queues.js';
import { faultInterceptor } from './fault-interceptor.js';
import { heartbeatInterceptor } from './heartbeat-interceptor.js';

/** Steps on our own database under way at once; on few cores more of them only wait for each other. */
const bookStepsMax = 40;
/** Calls to the clearinghouse under way at once; an upload holds a connection for its lock all the while. */
const transfersMax = 20;
/** The database connections that these need: each transfer's own, and some for the steps to share. */
export const workerConnectionsMax = transfersMax + 10;

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
      maxConcurrentLocalActivityExecutions: bookStepsMax,
      maxConcurrentActivityTaskExecutions: 10,
      maxCachedWorkflows: 2_000,
    }),
    Worker.create({
      ...common,
      taskQueue: clearinghouseTaskQueue,
      activities: createTransferActivities(deps),
      maxConcurrentActivityTaskExecutions: transfersMax,
    }),
  ]);
}
