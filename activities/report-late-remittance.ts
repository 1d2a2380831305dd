import { hasDecidedBy } from '../db/claim-steps.js';
import { getPractice } from '../db/practices.js';
import { openWorkItem } from '../db/work-items.js';
import { zeroCents } from '../domain/kernel/cents.js';
import type { ClaimActivities } from './claim-activities.js';
import type { ActivityDeps } from './ports.js';

/** A remittance whose claim ended without reading of it: the money is in the books, a person looks whether more is to do. One that the claim has decided by was only told again. */
export function createReportLateRemittance(
  deps: Pick<ActivityDeps, 'db' | 'clock'>,
): ClaimActivities['reportLateRemittance'] {
  return ({ practiceId, claimId, remittanceClaimId }) =>
    deps.db.inPractice(practiceId, async (tx) => {
      if (await hasDecidedBy(tx, claimId, remittanceClaimId)) return;
      const practice = await getPractice(tx, practiceId);
      await openWorkItem(tx, {
        kind: 'late_remittance',
        key: `late:${remittanceClaimId}`,
        cause:
          'A remittance came while its claim was being closed; it is in the books. Look whether the patient’s balance still stands.',
        amountCents: zeroCents,
        at: deps.clock.now(),
        timeZone: practice.timeZone,
        claimId,
      });
    });
}
