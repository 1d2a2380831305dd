import { lockInboundFile } from '../db/inbound-files.js';
import { getPractice } from '../db/practices.js';
import { openWorkItem } from '../db/work-items.js';
import { zeroCents } from '../domain/kernel/cents.js';
import type { InboundBookActivities } from './exchange-activities.js';
import type { ActivityDeps } from './ports.js';

/** Tells a person of a file from outside that our own code can't apply; the raw file is kept and nothing of it is half done. */
export function createReportInboundFault(deps: ActivityDeps): InboundBookActivities['reportInboundFault'] {
  return ({ practiceId, inboundFileId, fault }) =>
    deps.db.inPractice(practiceId, async (tx) => {
      const file = await lockInboundFile(tx, inboundFileId);
      const practice = await getPractice(tx, practiceId);
      await openWorkItem(tx, {
        kind: 'inbound_file_unreadable',
        key: `inbound-fault:${inboundFileId}`,
        cause: `File ${file.name} can not be applied (${fault}). Nothing of it is in the books; see the worker’s log.`,
        amountCents: zeroCents,
        at: deps.clock.now(),
        timeZone: practice.timeZone,
        inboundFileId,
      });
    });
}
