import type { PracticeTransaction } from '../db/database.js';
import { findSubmissionByInterchange } from '../db/submissions.js';
import type { Finding } from '../domain/kernel/finding.js';
import type { InterchangeAcknowledgement } from '../domain/x12/ta1/interchange-acknowledgement.js';
import { applyFileRejection, confirmArrival } from './apply-file-rejection.js';
import type { ActivityDeps } from './ports.js';

/** TA105 025: an interchange that the receiver has already; the one it got first stands. */
const duplicateNote = '025';

/** Applies a TA1 to the file it answers (TA101 is our ISA13). */
export async function applyInterchangeAcknowledgement(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  acknowledgement: InterchangeAcknowledgement,
): Promise<readonly Finding[]> {
  const { interchangeControlNumber, status, noteCode } = acknowledgement;
  const submissionId = await findSubmissionByInterchange(tx, interchangeControlNumber);
  if (submissionId === null) {
    return [
      {
        code: 'acknowledgement-matches-no-file',
        severity: 'error',
        message: `no file of this practice has the interchange control number ${interchangeControlNumber}`,
        location: 'TA101',
        remedy: 'Ask the clearinghouse whose file this acknowledges.',
      },
    ];
  }
  if (status !== 'R' || noteCode === duplicateNote) await confirmArrival(deps, tx, submissionId);
  else await applyFileRejection(deps, tx, submissionId, `The whole file was rejected (TA1 R, note ${noteCode}).`);
  return [];
}
