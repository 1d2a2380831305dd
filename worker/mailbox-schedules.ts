import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import type { InboundFilesInput } from '../workflows/messages.js';
import { claimsTaskQueue } from '../workflows/task-queues.js';
import { inboundFilesScheduleId, inboundFilesWorkflowId } from '../workflows/workflow-ids.js';

/** Makes sure that each practice’s mailbox is looked into at the interval; looks never overlap, missed ones are not made up. */
export async function ensureMailboxSchedules(
  client: Client,
  practiceIds: readonly string[],
  everyMillis: number,
): Promise<void> {
  for (const practiceId of practiceIds) await ensureMailboxSchedule(client, practiceId, everyMillis);
}

async function ensureMailboxSchedule(client: Client, practiceId: string, everyMillis: number): Promise<void> {
  const scheduleId = inboundFilesScheduleId(practiceId);
  const args: [InboundFilesInput] = [{ practiceId }];
  const spec = { intervals: [{ every: everyMillis }] };
  const policies = { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '10s' as const };
  const action = {
    type: 'startWorkflow' as const,
    workflowType: 'InboundFiles',
    workflowId: inboundFilesWorkflowId(practiceId),
    taskQueue: claimsTaskQueue,
    args,
  };
  try {
    await client.schedule.create({ scheduleId, spec, policies, action });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule
      .getHandle(scheduleId)
      .update((previous) => ({ ...previous, spec, policies, action: { ...action } }));
  }
}
