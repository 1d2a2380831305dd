import type { ControlNumberBlocks } from '../db/control-number-blocks.js';
import { firstSendingsOfSubmission, lockSubmission, setSubmissionState, submissionAge } from '../db/submissions.js';
import { dayMillis } from '../domain/kernel/instant.js';
import { askClaimStatus } from './ask-claim-status.js';
import type { SendOutcome, SubmissionRef, SubmissionTransferActivities } from './exchange-activities.js';
import { markSubmissionSent } from './mark-submission-sent.js';
import type { ActivityDeps } from './ports.js';
import { certainlyNotArrived, hasArrived, isComplete, whileAlone } from './upload-submission.js';

/** Payers know nothing of a claim in its first days; asking earlier would prove nothing. */
const askAfterMillis = 5 * dayMillis;

/** Settles a file of unknown fate: its acknowledgements, the mailbox, and after some days a 276 for a claim that went out for the first time in it. Never sends. */
export function createSettleSubmission(
  deps: ActivityDeps,
  numbers: ControlNumberBlocks,
): SubmissionTransferActivities['settleSubmission'] {
  return (ref) => whileAlone(deps, ref, () => findOut(deps, numbers, ref));
}

async function findOut(deps: ActivityDeps, numbers: ControlNumberBlocks, ref: SubmissionRef): Promise<SendOutcome> {
  const submission = await deps.db.inPractice(ref.practiceId, (tx) => lockSubmission(tx, ref.submissionId));
  if (hasArrived(submission)) return { kind: 'sent' };
  const found = await (await deps.clearinghouse(ref.practiceId)).findUpload(submission.file_name);
  if (isComplete(found, submission)) return settle(deps, ref, 'sent', 'Sent; found in the clearinghouse’s mailbox.');
  if (certainlyNotArrived(deps, found)) return settle(deps, ref, 'not_sent', '');
  return askPayer(deps, numbers, ref);
}

async function askPayer(deps: ActivityDeps, numbers: ControlNumberBlocks, ref: SubmissionRef): Promise<SendOutcome> {
  const [claimId] = await deps.db.inPractice(ref.practiceId, (tx) => firstSendingsOfSubmission(tx, ref.submissionId));
  const ageMillis = await deps.db.inPractice(ref.practiceId, (tx) =>
    submissionAge(tx, ref.submissionId, deps.clock.now()),
  );
  if (claimId === undefined || ageMillis < askAfterMillis) return { kind: 'unknown' };
  const answer = await askClaimStatus(deps, numbers, ref.practiceId, claimId);
  // Whose payer has no profile any more can't be asked about; the file's other answers may still settle it.
  if (answer === null) return { kind: 'unknown' };
  switch (answer.status) {
    // A payer that does not find one claim proves nothing about the file: the clearinghouse may have kept it back.
    case 'not-found':
    case 'error':
    case 'unknown':
      return { kind: 'unknown' };
    case 'acknowledged':
    case 'rejected':
    case 'pending':
    case 'requests-information':
    case 'finalized-paid':
    case 'finalized-denied':
    case 'finalized-other':
      return settle(deps, ref, 'sent', `Sent; the payer knows its claims (${answer.codes.join(', ')}).`);
  }
}

function settle(
  deps: ActivityDeps,
  ref: SubmissionRef,
  outcome: 'sent' | 'not_sent',
  how: string,
): Promise<SendOutcome> {
  return deps.db.inPractice(ref.practiceId, async (tx): Promise<SendOutcome> => {
    const submission = await lockSubmission(tx, ref.submissionId);
    if (hasArrived(submission)) return { kind: 'sent' };
    if (outcome === 'sent') await markSubmissionSent(deps, tx, submission, how);
    else await setSubmissionState(tx, ref.submissionId, 'rendered');
    return { kind: outcome };
  });
}
