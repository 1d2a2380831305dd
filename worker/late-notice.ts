import type { ActivityDeps } from '../activities/ports.js';
import { createReportLateRemittance } from '../activities/report-late-remittance.js';
import type { TakenMessage } from '../db/outbox.js';

/** A notice for a claim whose workflow has ended: a remittance is shown to a person, other late news need nobody. */
export async function openLateNoticeItem(deps: Pick<ActivityDeps, 'db' | 'clock'>, taken: TakenMessage): Promise<void> {
  const { message } = taken;
  if (message.kind !== 'notify_claim' || message.notice.kind !== 'remitted') return;
  const { remittanceClaimId } = message.notice;
  await createReportLateRemittance(deps)({
    practiceId: taken.practice_id,
    claimId: message.claimId,
    remittanceClaimId,
  });
}
