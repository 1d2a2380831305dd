import type { Clock } from '../activities/ports.js';
import type { Database } from '../db/database.js';
import type { TakenMessage } from '../db/outbox.js';
import { getPractice } from '../db/practices.js';
import { openWorkItem } from '../db/work-items.js';
import { zeroCents } from '../domain/kernel/cents.js';

/** A remittance for a claim whose workflow has ended: the money is in the books, a person looks whether more is to do. Other late news need nobody. */
export async function openLateNoticeItem(deps: { readonly db: Database; readonly clock: Clock }, taken: TakenMessage): Promise<void> {
  const { message } = taken;
  if (message.kind !== 'notify_claim' || message.notice.kind !== 'remitted') return;
  const { remittanceClaimId } = message.notice;
  await deps.db.inPractice(taken.practice_id, async (tx) => {
    const practice = await getPractice(tx, tx.practiceId);
    await openWorkItem(tx, {
      kind: 'late_remittance',
      key: `late:${remittanceClaimId}`,
      cause: 'A remittance came while its claim was being closed; it is in the books. Look whether the patient’s balance still stands.',
      amountCents: zeroCents,
      at: deps.clock.now(),
      timeZone: practice.timeZone,
      claimId: message.claimId,
    });
  });
}
