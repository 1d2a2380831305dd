import type { ClaimStage } from '../domain/claim/claim-status.js';
import type { WorkItemKind } from '../domain/claim/work-item.js';
import type { ClaimActivities } from './claim-activities.js';
import { runClaimStep, stepOutcomeSchema } from './run-claim-step.js';
import type { ActivityDeps } from './ports.js';

/** Parks a claim that the payer or the file's receiver turned back, with the cause as it was read. */
export function createParkRejectedClaim(deps: ActivityDeps): ClaimActivities['parkRejectedClaim'] {
  return (input) =>
    runClaimStep(deps, { ...input, actor: 'system:acknowledgement' }, stepOutcomeSchema, (step) =>
      step.park('acknowledgement', {
        kind: input.kind,
        cause: input.cause,
        changes: { insurance_outcome: 'rejected' },
      }),
    );
}

/** Parks a claim whose step failed with all retries spent; the fault's class says which desk it is for. */
export function createParkFailedStep(deps: ActivityDeps): ClaimActivities['parkFailedStep'] {
  return (input) =>
    runClaimStep(deps, { ...input, actor: 'system:recovery' }, stepOutcomeSchema, (step) =>
      step.park(input.step, { kind: failedStepKind(input.step), cause: failedStepCause(input.step, input.fault) }),
    );
}

function failedStepKind(step: ClaimStage): WorkItemKind {
  return step === 'eligibility' ? 'eligibility_unavailable' : 'step_failed';
}

function failedStepCause(step: ClaimStage, fault: string): string {
  if (step === 'eligibility')
    return `Coverage could not be verified: the clearinghouse did not answer (${fault}). Try again or override.`;
  return `The ${step} step failed (${fault}) and its retries are spent. See the worker’s log, then retry the step.`;
}
