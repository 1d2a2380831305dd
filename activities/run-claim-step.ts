import { z } from 'zod';
import { readClaimContext } from '../db/claim-context.js';
import { lockClaim } from '../db/claim-steps.js';
import { claimCommandKinds } from '../domain/claim/claim-command.js';
import type { ParkedClaim } from '../domain/claim/command-refusal.js';
import { claimStageSchema } from '../domain/claim/claim-status.js';
import type { ClaimStepInput } from './claim-activities.js';
import { ClaimChangedError } from './claim-changed-error.js';
import { ClaimStep } from './claim-step.js';
import type { ActivityDeps } from './ports.js';

const parkedSchema: z.ZodType<ParkedClaim> = z.object({
  workItemId: z.string(),
  step: claimStageSchema,
  allowedCommands: z.array(z.enum(claimCommandKinds)),
});
export const parkedOutcomeSchema = z.object({ kind: z.literal('parked'), parked: parkedSchema });
const doneOutcomeSchema = z.object({ kind: z.literal('done') });
export const stepOutcomeSchema = z.discriminatedUnion('kind', [doneOutcomeSchema, parkedOutcomeSchema]);

type ActingInput = ClaimStepInput & { readonly actor: string };
type Deps = Pick<ActivityDeps, 'db' | 'clock'>;

/** Runs a step once: with its events, or not at all when its key shows that it was done before; then it answers the same. */
export function runClaimStep<T>(
  deps: Deps,
  input: ActingInput,
  resultSchema: z.ZodType<T>,
  work: (step: ClaimStep) => T | Promise<T>,
): Promise<T> {
  return withClaim(deps, input, (step) => {
    const { prior } = step.context;
    return prior === null ? work(step) : resultSchema.parse(prior.result);
  });
}

/**
 * Runs `work` on a claim as it is read and writes what it collects, if the claim is still so. When somebody else was
 * quicker, all is done anew under the claim's lock, where nobody can be.
 */
export async function withClaim<T>(
  deps: Deps,
  input: ActingInput,
  work: (step: ClaimStep) => T | Promise<T>,
): Promise<T> {
  try {
    return await attempt(deps, input, work, false);
  } catch (fault) {
    if (!(fault instanceof ClaimChangedError)) throw fault;
    return await attempt(deps, input, work, true);
  }
}

function attempt<T>(
  { db, clock }: Deps,
  { practiceId, claimId, key, actor }: ActingInput,
  work: (step: ClaimStep) => T | Promise<T>,
  hasLock: boolean,
): Promise<T> {
  return db.inSession(practiceId, async (session) => {
    if (hasLock) {
      await session.begin();
      await lockClaim(session, claimId);
    }
    const context = await readClaimContext(session, claimId, key);
    const step = new ClaimStep(session, context, key, clock.now(), actor, hasLock);
    const result = await work(step);
    await step.write();
    return result;
  });
}
