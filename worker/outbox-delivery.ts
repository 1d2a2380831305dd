import {
  type Client,
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
} from '@temporalio/client';
import type { TakenMessage } from '../db/outbox.js';
import { payerCodeAttribute, practiceIdAttribute } from '../workflows/search-attributes.js';
import {
  type ClaimLifecycleInput,
  claimNoticeSignal,
  claimsReadySignal,
  type RemittanceIntakeInput,
  type SubmissionBatchInput,
} from '../workflows/messages.js';
import { claimsTaskQueue } from '../workflows/task-queues.js';
import { claimWorkflowId, remittanceIntakeWorkflowId, submissionBatchWorkflowId } from '../workflows/workflow-ids.js';

/** A message reached Temporal, or its workflow has ended and will never take it. */
export type Delivery = 'delivered' | 'workflow_ended';

const onceOnly = {
  taskQueue: claimsTaskQueue,
  workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
  workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
} as const;

/** Hands a message of the outbox to Temporal. Doing it twice changes nothing: starts are unique by id, notices carry their event’s id. */
export async function deliverMessage(client: Client, taken: TakenMessage, gatherWallMillis: number): Promise<Delivery> {
  const { message, practice_id: practiceId } = taken;
  switch (message.kind) {
    case 'start_claim':
      return startClaim(client, practiceId, message.claimId, message.payerCode);
    case 'notify_claim':
      return ifRunning(() =>
        client.workflow.getHandle(claimWorkflowId(message.claimId)).signal(claimNoticeSignal, message.notice),
      );
    case 'claims_ready':
      return signalRoute(client, { practiceId, payerCode: message.payerCode, gatherWallMillis });
    case 'start_remittance_intake':
      return startIntake(client, { practiceId, inboundFileId: message.inboundFileId });
  }
}

function startClaim(client: Client, practiceId: string, claimId: string, payerCode: string | null): Promise<Delivery> {
  const args: [ClaimLifecycleInput] = [{ practiceId, claimId }];
  const typedSearchAttributes = [
    { key: practiceIdAttribute, value: practiceId },
    ...(payerCode === null ? [] : [{ key: payerCodeAttribute, value: payerCode }]),
  ];
  return unlessStarted(() =>
    client.workflow.start('ClaimLifecycle', {
      ...onceOnly,
      workflowId: claimWorkflowId(claimId),
      args,
      typedSearchAttributes,
    }),
  );
}

function startIntake(client: Client, input: RemittanceIntakeInput): Promise<Delivery> {
  const args: [RemittanceIntakeInput] = [input];
  return unlessStarted(() =>
    client.workflow.start('RemittanceIntake', {
      ...onceOnly,
      workflowId: remittanceIntakeWorkflowId(input.inboundFileId),
      args,
    }),
  );
}

async function signalRoute(client: Client, input: SubmissionBatchInput): Promise<Delivery> {
  const args: [SubmissionBatchInput] = [input];
  await client.workflow.signalWithStart('SubmissionBatch', {
    taskQueue: claimsTaskQueue,
    workflowId: submissionBatchWorkflowId(input.practiceId, input.payerCode),
    args,
    signal: claimsReadySignal,
    signalArgs: [],
  });
  return 'delivered';
}

async function unlessStarted(start: () => Promise<unknown>): Promise<Delivery> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  return 'delivered';
}

async function ifRunning(signal: () => Promise<void>): Promise<Delivery> {
  try {
    await signal();
    return 'delivered';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'workflow_ended';
    throw error;
  }
}
