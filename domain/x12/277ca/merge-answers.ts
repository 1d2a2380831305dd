import type { AcknowledgedClaim } from './claim-acknowledgement.js';

/** Two answers of one file to the same sending as one, with every status of both: so a rejection in either wins. */
export function mergeAnswers(earlier: AcknowledgedClaim, later: AcknowledgedClaim): AcknowledgedClaim {
  return {
    ...earlier,
    ...later,
    statuses: [...earlier.statuses, ...later.statuses],
    lines: [...earlier.lines, ...later.lines],
  };
}
