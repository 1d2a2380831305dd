import { getPractice } from '../db/practices.js';
import { lockSubmission } from '../db/submissions.js';
import { openWorkItem } from '../db/work-items.js';
import type { SubmissionBookActivities } from './exchange-activities.js';
import type { ActivityDeps } from './ports.js';
import { hasArrived } from './upload-submission.js';

/** Tells a person that a file can't leave or that its fate stays unknown; the item ends by itself when the file arrives. */
export function createOpenSubmissionItem(deps: ActivityDeps): SubmissionBookActivities['openSubmissionItem'] {
  return ({ practiceId, submissionId, cause }) =>
    deps.db.inPractice(practiceId, async (tx) => {
      const submission = await lockSubmission(tx, submissionId);
      if (hasArrived(submission)) return;
      const practice = await getPractice(tx, practiceId);
      await openWorkItem(tx, {
        kind: cause,
        key: `submission:${submissionId}:${cause}`,
        cause: explanation(cause, submission.file_name, submission.claim_count),
        amountCents: submission.charge_cents,
        at: deps.clock.now(),
        timeZone: practice.timeZone,
        submissionId,
      });
    });
}

function explanation(
  cause: 'clearinghouse_unavailable' | 'submission_unknown',
  fileName: string,
  claims: number,
): string {
  const file = `File ${fileName} with ${claims} claims`;
  return cause === 'clearinghouse_unavailable'
    ? `${file} can not be delivered: the clearinghouse does not take it. It is tried again by itself; check address, credentials and the clearinghouse’s notices.`
    : `${file} may or may not have arrived. It is not sent again until that is settled; ask the clearinghouse for the file by its name.`;
}
