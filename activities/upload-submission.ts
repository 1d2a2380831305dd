import type { PracticeTransaction } from '../db/database.js';
import { lockSubmission, type SubmissionRow, setSubmissionState } from '../db/submissions.js';
import type { Clearinghouse, UploadState } from '../gateways/clearinghouse/clearinghouse.js';
import { ClearinghouseError } from '../gateways/clearinghouse/clearinghouse-error.js';
import type { SendOutcome, SubmissionRef, SubmissionTransferActivities } from './exchange-activities.js';
import { markSubmissionSent } from './mark-submission-sent.js';
import type { ActivityDeps } from './ports.js';

/**
 * Sends a file at most once. Before the first byte the file is marked `sending`; whoever finds it so asks the mailbox where
 * the earlier try has come to and sends only what certainly did not arrive.
 */
export function createUploadSubmission(deps: ActivityDeps): SubmissionTransferActivities['uploadSubmission'] {
  return (ref) => whileAlone(deps, ref, () => sendOnce(deps, ref));
}

/** An earlier try may still be on its way although its worker counts as lost: nobody else sends or settles the file meanwhile. */
export async function whileAlone(
  deps: ActivityDeps,
  ref: SubmissionRef,
  work: () => Promise<SendOutcome>,
): Promise<SendOutcome> {
  const done = await deps.db.whileHolding(`submission:${ref.submissionId}`, work);
  if (done === undefined) throw new SubmissionBusyError('another try is still sending this file');
  return done.value;
}

/** The file is being sent at this moment; try again in a while. */
class SubmissionBusyError extends Error {
  override readonly name = 'SubmissionBusyError';
}

async function sendOnce(deps: ActivityDeps, ref: SubmissionRef): Promise<SendOutcome> {
  const clearinghouse = await deps.clearinghouse(ref.practiceId);
  const submission = await deps.db.inPractice(ref.practiceId, (tx) => lockSubmission(tx, ref.submissionId));
  if (hasArrived(submission)) return { kind: 'sent' };
  if (submission.state === 'sending' || submission.state === 'unknown') {
    const found = await clearinghouse.findUpload(submission.file_name);
    if (isComplete(found, submission))
      return arrived(deps, ref, 'Sent; found in the clearinghouse’s mailbox after an interruption.');
    if (!certainlyNotArrived(deps, found)) return unknown(deps, ref);
  }
  return send(deps, ref, clearinghouse, submission);
}

async function send(
  deps: ActivityDeps,
  ref: SubmissionRef,
  clearinghouse: Clearinghouse,
  submission: SubmissionRow,
): Promise<SendOutcome> {
  await deps.db.inPractice(ref.practiceId, (tx) =>
    setSubmissionState(tx, ref.submissionId, 'sending', { countAttempt: true }),
  );
  try {
    await clearinghouse.upload(submission.file_name, submission.content);
  } catch (error) {
    if (error instanceof ClearinghouseError && !error.outcomeUnknown) {
      await deps.db.inPractice(ref.practiceId, (tx) => takeBack(tx, ref.submissionId, error.code));
    }
    throw error;
  }
  return arrived(deps, ref, 'Sent to the clearinghouse.');
}

/** A file that certainly did not leave may be sent again; one that an answer has proved arrived stays as it is. */
async function takeBack(tx: PracticeTransaction, submissionId: string, error: string): Promise<void> {
  const submission = await lockSubmission(tx, submissionId);
  if (submission.state === 'sending') await setSubmissionState(tx, submissionId, 'rendered', { error });
}

function arrived(deps: ActivityDeps, ref: SubmissionRef, how: string): Promise<SendOutcome> {
  return deps.db.inPractice(ref.practiceId, async (tx): Promise<SendOutcome> => {
    const submission = await lockSubmission(tx, ref.submissionId);
    if (!hasArrived(submission)) await markSubmissionSent(deps, tx, submission, how);
    return { kind: 'sent' };
  });
}

function unknown(deps: ActivityDeps, ref: SubmissionRef): Promise<SendOutcome> {
  return deps.db.inPractice(ref.practiceId, async (tx): Promise<SendOutcome> => {
    const submission = await lockSubmission(tx, ref.submissionId);
    if (hasArrived(submission)) return { kind: 'sent' };
    await setSubmissionState(tx, ref.submissionId, 'unknown');
    return { kind: 'unknown' };
  });
}

/** True when the file, or an answer to it, is known at the other side. */
export function hasArrived(submission: Pick<SubmissionRow, 'state'>): boolean {
  return submission.state === 'sent' || submission.state === 'accepted' || submission.state === 'rejected';
}

/** True when the whole file lies in the mailbox under its final name. */
export function isComplete(found: UploadState, submission: Pick<SubmissionRow, 'content'>): boolean {
  return (found.state === 'waiting' || found.state === 'taken') && found.size === submission.content.byteLength;
}

/** A file under its temporary name was never renamed; one that is nowhere never came if taken files stay listed. */
export function certainlyNotArrived(deps: Pick<ActivityDeps, 'mailboxKeepsArchive'>, found: UploadState): boolean {
  return found.state === 'partial' || (found.state === 'absent' && deps.mailboxKeepsArchive);
}
