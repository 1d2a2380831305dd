import { proxyActivities } from '@temporalio/workflow';
import type { InboundBookActivities, InboundTransferActivities } from '../activities/exchange-activities.js';
import type { InboundFilesInput } from './messages.js';
import { clearinghouseTaskQueue, heartbeatTimeout } from './task-queues.js';

const clearinghouse = proxyActivities<InboundTransferActivities>({
  taskQueue: clearinghouseTaskQueue,
  startToCloseTimeout: '10m',
  heartbeatTimeout,
  retry: { initialInterval: '1s', maximumInterval: '15s', maximumAttempts: 3 },
});
const book = proxyActivities<InboundBookActivities>({
  startToCloseTimeout: '30m',
  heartbeatTimeout,
  // A file that resists all of these waits for the next look, so that the mailbox does not wait for it.
  retry: { initialInterval: '500ms', maximumInterval: '20s', maximumAttempts: 5 },
});

/** One look into the mailbox of a practice (a schedule starts it): fetch and store first, then read each file in its order. */
export async function InboundFiles(input: InboundFilesInput): Promise<void> {
  const { practiceId } = input;
  const inboundFileIds = await clearinghouse.fetchInboundFiles({ practiceId });
  if (inboundFileIds.length > 0) await book.routeInboundFiles({ practiceId, inboundFileIds });
}
