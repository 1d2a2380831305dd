import { readStageDueAt } from '../db/claim-deadline.js';
import type { ClaimActivities } from './claim-activities.js';
import type { ActivityDeps } from './ports.js';

/** Looks the deadline of the present stage up: business time decides, a workflow timer is only a hint. */
export function createCheckDeadline(deps: ActivityDeps): ClaimActivities['checkDeadline'] {
  return async ({ practiceId, claimId }) => {
    const dueAt = await deps.db.read(practiceId, (query) => readStageDueAt(query, claimId));
    const waitWallMillis = dueAt === null ? 0 : deps.clock.wallMillisUntil(dueAt);
    return { passed: waitWallMillis === 0, waitWallMillis };
  };
}
