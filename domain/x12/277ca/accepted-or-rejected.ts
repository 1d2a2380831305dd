import type { AcknowledgedClaim, AcknowledgementStatus } from './claim-acknowledgement.js';

/**
 * What an acknowledgement means for a claim. `accepted` went into adjudication, `received` is only in transit (A0, A1),
 * `rejected` never was adjudicated and is corrected and sent again, `unclear` says nothing a machine may act on.
 */
export type AcknowledgementOutcome = 'accepted' | 'received' | 'rejected' | 'unclear';

/** Decides by every status of a claim: any rejection wins, then any acceptance (005010X214, STC01-1 and STC03). */
export function acceptedOrRejected(claim: Pick<AcknowledgedClaim, 'statuses' | 'lines'>): AcknowledgementOutcome {
  const outcomes = [...claim.statuses, ...claim.lines.flatMap((line) => line.statuses)].map(statusOutcome);
  if (outcomes.includes('rejected')) return 'rejected';
  const ofClaim = claim.statuses.map(statusOutcome);
  if (ofClaim.includes('accepted')) return 'accepted';
  if (ofClaim.includes('received')) return 'received';
  return 'unclear';
}

/** The statuses that turned a claim back: the causes to show and to correct. */
export function rejectionStatuses(claim: Pick<AcknowledgedClaim, 'statuses' | 'lines'>): AcknowledgementStatus[] {
  const all = [...claim.statuses, ...claim.lines.flatMap((line) => line.statuses)];
  return all.filter((status) => statusOutcome(status) === 'rejected');
}

/** Only category A is compliant in a 277CA, yet finalized (F) and error (E) categories circulate: they decide nothing. */
function statusOutcome(status: AcknowledgementStatus): AcknowledgementOutcome {
  switch (status.category) {
    case 'A3':
    case 'A4':
    case 'A6':
    case 'A7':
    case 'A8':
      return 'rejected';
    case 'A2':
    case 'A5':
      return status.action === 'U' ? 'rejected' : 'accepted';
    case 'A0':
    case 'A1':
      return status.action === 'U' ? 'rejected' : 'received';
    default:
      return status.action === 'U' ? 'rejected' : 'unclear';
  }
}
