import { isCancellation, proxyActivities } from '@temporalio/workflow';
import type { InboundBookActivities } from '../activities/exchange-activities.js';
import { faultKind } from './fault-kind.js';
import type { RemittanceIntakeInput } from './messages.js';
import { heartbeatTimeout } from './task-queues.js';

const book = proxyActivities<InboundBookActivities>({
  startToCloseTimeout: '15m',
  heartbeatTimeout,
  retry: { initialInterval: '500ms', maximumInterval: '20s' },
});

/** One 835 file: prove that each remittance in it balances, post it as a batch, then let its claims hear of it. */
export async function RemittanceIntake(input: RemittanceIntakeInput): Promise<void> {
  const { practiceId, inboundFileId } = input;
  try {
    for (const remittanceId of await book.proveRemittances({ practiceId, inboundFileId })) {
      await book.postRemittance({ practiceId, remittanceId });
    }
  } catch (fault) {
    if (isCancellation(fault)) throw fault;
    // A fault that trying again can't heal: the raw file stays, a person is told, and nothing of it is half posted.
    await book.reportInboundFault({ practiceId, inboundFileId, fault: faultKind(fault) });
  }
}
