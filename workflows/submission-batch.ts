import {
  condition,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type {
  SendOutcome,
  SubmissionBookActivities,
  SubmissionRef,
  SubmissionTransferActivities,
} from '../activities/exchange-activities.js';
import { claimsReadySignal, type SubmissionBatchInput } from './messages.js';
import { clearinghouseTaskQueue, heartbeatTimeout } from './task-queues.js';

const book = proxyLocalActivities<SubmissionBookActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
});
const clearinghouse = proxyActivities<SubmissionTransferActivities>({
  taskQueue: clearinghouseTaskQueue,
  startToCloseTimeout: '5m',
  heartbeatTimeout,
  retry: { initialInterval: '1s', maximumInterval: '15s', maximumAttempts: 6 },
});

/** How long to leave a clearinghouse alone that did not answer all retries, and how long between two questions. */
const pauseWallMillis = 15_000;

/**
 * Sends the ready claims of one practice and payer: gathers for a while, makes one 837P, uploads it exactly one time, and
 * begins again while claims became ready meanwhile. The file and its numbers are in the database before a byte leaves.
 */
export async function SubmissionBatch(input: SubmissionBatchInput): Promise<void> {
  let ready = 0;
  let files = 0;
  setHandler(claimsReadySignal, () => {
    ready += 1;
  });
  await condition(() => ready > 0, pauseWallMillis);
  do {
    ready = 0;
    await sleep(input.gatherWallMillis);
    for (;;) {
      files += 1;
      const assembled = await book.assembleSubmission({ ...routeOf(input), key: `${workflowInfo().runId}:${files}` });
      if (assembled.kind === 'nothing_ready') break;
      await deliver({ practiceId: input.practiceId, submissionId: assembled.submissionId });
    }
  } while (ready > 0);
}

function routeOf(input: SubmissionBatchInput): { readonly practiceId: string; readonly payerCode: string } {
  return { practiceId: input.practiceId, payerCode: input.payerCode };
}

/** Does not give up: a file either arrives or is proved lost and sent again; a person is told when it lasts. */
async function deliver(submission: SubmissionRef): Promise<void> {
  let outcome = await attempt(() => clearinghouse.uploadSubmission(submission));
  while (outcome.kind !== 'sent') {
    const cause = outcome.kind === 'unknown' ? 'submission_unknown' : 'clearinghouse_unavailable';
    await book.openSubmissionItem({ ...submission, cause });
    await sleep(pauseWallMillis);
    const unknown = outcome.kind === 'unknown';
    outcome = await attempt(() =>
      unknown ? clearinghouse.settleSubmission(submission) : clearinghouse.uploadSubmission(submission),
    );
  }
}

/** When retries are spent the fate is what the database says at the next look: `uploadSubmission` asks before it sends. */
async function attempt(send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await send();
  } catch (fault) {
    if (isCancellation(fault)) throw fault;
    return { kind: 'not_sent' };
  }
}
