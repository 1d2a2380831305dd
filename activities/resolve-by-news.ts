import { z } from 'zod';
import { resolveWorkItem } from '../db/work-items.js';
import type { ClaimActivities } from './claim-activities.js';
import { runClaimStep } from './run-claim-step.js';
import type { ActivityDeps } from './ports.js';

/** Ends a work item that the payer’s own answer made moot. */
export function createResolveByNews(deps: ActivityDeps): ClaimActivities['resolveByNews'] {
  return async (input) => {
    await runClaimStep(deps, { ...input, actor: 'system:inbox' }, z.null(), async (step) => {
      await resolveWorkItem(await step.transaction(), input.workItemId, {
        at: step.now,
        by: 'system:inbox',
        resolution: 'The payer answered in the meantime.',
      });
      step.record({
        kind: 'answered_meanwhile',
        summary: 'The payer answered while the claim waited for a person.',
        data: { workItemId: input.workItemId },
        changes: { attention: 'none' },
        result: null,
      });
      return null;
    });
  };
}
