import {
  condition,
  continueAsNew,
  isCancellation,
  proxyActivities,
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

const book = proxyActivities<SubmissionBookActivities>({
  startToCloseTimeout: '10m',
  heartbeatTimeout,
  retry: { initialInterval: '500ms', maximumInterval: '20s' },
});
const clearinghouse = proxyActivities<SubmissionTransferActivities>({
  taskQueue: clearinghouseTaskQueue,
  startToCloseTimeout: '5m',
  heartbeatTimeout,
  retry: { initialInterval: '1s', maximumInterval: '15s', maximumAttempts: 6 },
});

/** How long to leave a clearinghouse alone that did not answer all retries, and how long between two questions: twice as long each time. */
const firstPauseWallMillis = 15_000;
const longestPauseWallMillis = 15 * 60_000;

/**
 * Sends the ready claims of one practice and payer: gathers for a while, makes one 837P, uploads it exactly one time, and
 * begins again while claims became ready meanwhile. The file and its numbers are in the database before a byte leaves, and
 * an unfinished file comes first: so the workflow may go on as a new one at any point.
 */
export async function SubmissionBatch(input: SubmissionBatchInput): Promise<void> {
  let ready = input.goesOn === true ? 1 : 0;
  let files = 0;
  setHandler(claimsReadySignal, () => {
    ready += 1;
  });
  await condition(() => ready > 0, firstPauseWallMillis);
  do {
    ready = 0;
    await sleep(input.gatherWallMillis);
    for (;;) {
      files += 1;
      const assembled = await book.assembleSubmission({ ...routeOf(input), key: `${workflowInfo().runId}:${files}` });
      if (assembled.kind === 'nothing_ready') break;
      await deliver(input, { practiceId: input.practiceId, submissionId: assembled.submissionId });
      await renewWhenLong(input);
    }
  } while (ready > 0);
}

function routeOf(input: SubmissionBatchInput): { readonly practiceId: string; readonly payerCode: string } {
  return { practiceId: input.practiceId, payerCode: input.payerCode };
}

/** A route that is never idle, or whose clearinghouse is away for days, goes on with a fresh history. */
async function renewWhenLong(input: SubmissionBatchInput): Promise<void> {
  if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof SubmissionBatch>({ ...input, goesOn: true });
}

/** Does not give up: a file either arrives or is proved lost and sent again; a person is told when it lasts. */
async function deliver(input: SubmissionBatchInput, submission: SubmissionRef): Promise<void> {
  let outcome = await attempt(() => clearinghouse.uploadSubmission(submission));
  for (
    let pauseMillis = firstPauseWallMillis;
    outcome.kind !== 'sent';
    pauseMillis = Math.min(pauseMillis * 2, longestPauseWallMillis)
  ) {
    const unknown = outcome.kind === 'unknown';
    await book.openSubmissionItem({
      ...submission,
      cause: unknown ? 'submission_unknown' : 'clearinghouse_unavailable',
    });
    await sleep(pauseMillis);
    await renewWhenLong(input);
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
