import type { PracticeTransaction } from '../db/database.js';
import { findSubmissionByGroup } from '../db/submissions.js';
import type { Finding } from '../domain/kernel/finding.js';
import {
  type ImplementationAcknowledgement,
  isAccepted,
  type SegmentError,
} from '../domain/x12/999/implementation-acknowledgement.js';
import { applyFileAcceptance, applyFileRejection } from './apply-file-rejection.js';
import type { ActivityDeps } from './ports.js';

/** Applies a 999 to the file it answers (AK102 is our GS06): accepted with or without errors, or rejected with where and why. */
export async function applyImplementationAcknowledgement(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  acknowledgement: ImplementationAcknowledgement,
): Promise<readonly Finding[]> {
  const submissionId = await findSubmissionByGroup(tx, acknowledgement.groupControlNumber);
  if (submissionId === null) return [unknownGroup(acknowledgement.groupControlNumber)];
  const rejected = acknowledgement.transactionSets.filter((set) => !isAccepted(set.status));
  const groupRefused = !['A', 'E', 'P'].includes(acknowledgement.groupStatus);
  if (rejected.length === 0 && !groupRefused) {
    const withErrors = acknowledgement.groupStatus === 'E' ? ', with errors noted' : '';
    await applyFileAcceptance(
      deps,
      tx,
      submissionId,
      `The clearinghouse took the file in (999 ${acknowledgement.groupStatus}${withErrors}).`,
    );
    return [];
  }
  const errors = rejected.flatMap((set) => set.segmentErrors);
  await applyFileRejection(
    deps,
    tx,
    submissionId,
    `The whole file was rejected (999 ${acknowledgement.groupStatus}): ${errorWords(errors)}.`,
  );
  return [];
}

function errorWords(errors: readonly SegmentError[]): string {
  if (errors.length === 0) return 'no segment is named';
  return errors
    .slice(0, 5)
    .map((error) => {
      const elements = error.elementErrors
        .map((element) => `element ${element.element} code ${element.code}`)
        .join(', ');
      return `segment ${error.segmentId} at ${error.segmentPosition}${error.code === undefined ? '' : ` code ${error.code}`}${elements === '' ? '' : ` (${elements})`}`;
    })
    .join('; ');
}

function unknownGroup(controlNumber: string): Finding {
  return {
    code: 'acknowledgement-matches-no-file',
    severity: 'error',
    message: `no file of this practice has the group control number ${controlNumber}`,
    location: 'AK102',
    remedy: 'Ask the clearinghouse whose file this acknowledges.',
  };
}
