import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import {
  type ClaimCommandReceipt,
  type ClaimCommandRequest,
  type ClaimLiveState,
  claimCommandUpdate,
  claimStateQuery,
} from '../workflows/messages.js';
import { claimWorkflowId } from '../workflows/workflow-ids.js';

/** The claim's workflow is not there (not started yet, or finished), or nobody answered for it in time. */
export type Unanswered = { readonly kind: 'not_found' } | { readonly kind: 'no_answer' };

const queryMillis = 3_000;
const updateMillis = 10_000;

/** Asks a claim's workflow where it stands. */
export async function askClaimState(
  temporal: Client,
  claimId: string,
): Promise<{ readonly kind: 'state'; readonly state: ClaimLiveState } | Unanswered> {
  const handle = temporal.workflow.getHandle(claimWorkflowId(claimId));
  return answered(async () => {
    const state = await temporal.withDeadline(Date.now() + queryMillis, () => handle.query(claimStateQuery));
    return { kind: 'state', state };
  });
}

/** Gives a claim's workflow a command; under the same update id it is carried out once and answers the same. */
export async function commandClaim(
  temporal: Client,
  claimId: string,
  request: ClaimCommandRequest,
  updateId: string,
): Promise<ClaimCommandReceipt | Unanswered> {
  const handle = temporal.workflow.getHandle(claimWorkflowId(claimId));
  return answered(async () => {
    try {
      const options = { args: [request], updateId } satisfies { args: [ClaimCommandRequest]; updateId: string };
      return await temporal.withDeadline(Date.now() + updateMillis, () =>
        handle.executeUpdate(claimCommandUpdate, options),
      );
    } catch (error) {
      const reason = refusalOf(error);
      if (reason === null) throw error;
      return { kind: 'refused', reason };
    }
  });
}

async function answered<T>(ask: () => Promise<T>): Promise<T | Unanswered> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { kind: 'not_found' };
    if (isSilence(error)) return { kind: 'no_answer' };
    throw error;
  }
}

function refusalOf(error: unknown): string | null {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  return cause instanceof ApplicationFailure && cause.type === 'CommandRefused' ? cause.message : null;
}

/** No worker polls, the server is away, or the time is up: gRPC CANCELLED, DEADLINE_EXCEEDED, FAILED_PRECONDITION, UNAVAILABLE. */
const silentStatuses: ReadonlySet<number> = new Set([1, 4, 9, 14]);

function isSilence(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && silentStatuses.has(cause.code);
}
