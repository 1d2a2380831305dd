import { heartbeat } from '@temporalio/activity';
import { listUnreadFiles, storeInboundFile } from '../db/inbound-files.js';
import { newId } from '../db/new-id.js';
import { listPractices } from '../db/practices.js';
import { readInterchanges } from '../domain/x12/read-interchanges.js';
import { ClearinghouseError } from '../gateways/clearinghouse/clearinghouse-error.js';
import type { InboundTransferActivities } from './exchange-activities.js';
import type { ActivityDeps } from './ports.js';

/**
 * Fetches what lies in the mailbox: each file is stored before it is archived there, so a crash between the two only fetches
 * it again. A name proves nothing: files are told apart by their bytes.
 */
export function createFetchInboundFiles(deps: ActivityDeps): InboundTransferActivities['fetchInboundFiles'] {
  return async ({ practiceId }) => {
    const clearinghouse = await deps.clearinghouse(practiceId);
    const names = (await clearinghouse.listAnswers()).map((file) => file.name);
    const practices = names.length === 0 ? [] : await listPractices(deps.db);
    for (const [index, name] of names.entries()) {
      try {
        const content = await clearinghouse.fetchAnswer(name);
        const input = { id: newId('inboundFile'), name, content, at: deps.clock.now() };
        const owner = addressee(content, practices) ?? practiceId;
        await deps.db.inPractice(owner, (tx) => storeInboundFile(tx, input));
        await clearinghouse.archiveAnswer(name);
      } catch (fault) {
        // Another look took it, or this one file resists: the others go on, and it is there again at the next look.
        if (!(fault instanceof ClearinghouseError)) throw fault;
        deps.log.warn({ name, fault: fault.code }, 'a file in the mailbox could not be fetched');
      }
      heartbeat({ done: index + 1, of: names.length });
    }
    return deps.db.inPractice(practiceId, listUnreadFiles);
  };
}

/** The practice a file is addressed to (ISA08, GS03): practices may share one mailbox. Undefined when it names none of ours. */
function addressee(
  content: Uint8Array,
  practices: readonly { readonly id: string; readonly submitterId: string }[],
): string | undefined {
  const [interchange] = readInterchanges(content).interchanges;
  const receivers = [interchange?.receiverId, interchange?.groups[0]?.receiverCode];
  return practices.find((practice) => receivers.includes(practice.submitterId))?.id;
}
