import { z } from 'zod';
import { claimStageSchema } from '../domain/claim/claim-status.js';
import { addMillis, dayMillis } from '../domain/kernel/instant.js';
import { moveClaimSubmission } from '../db/claim-submissions.js';
import { findStepResult } from '../db/claim-steps.js';
import type { ControlNumberBlocks } from '../db/control-number-blocks.js';
import { askClaimStatus, type StatusAnswer } from './ask-claim-status.js';
import type { ClaimInquiryActivities, InquiryOutcome } from './claim-activities.js';
import type { ClaimStep } from './claim-step.js';
import { payerUnknownCause } from './payer-unknown-cause.js';
import { parkedOutcomeSchema, runClaimStep } from './run-claim-step.js';
import type { ActivityDeps } from './ports.js';

const inquiryOutcomeSchema: z.ZodType<InquiryOutcome> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting'), stage: claimStageSchema, waitWallMillis: z.int() }),
  parkedOutcomeSchema,
]);

/** Questions asked by itself before a person is told that the payer stays silent. */
const inquiriesMax = 3;
/** How long to wait after an answer that promises one. */
const nextLookMillis = 10 * dayMillis;

/** Silence past a deadline: asks the payer, waits on when the claim is in process, and parks it when it is lost or nothing comes. */
export function createInquireClaimStatus(
  deps: ActivityDeps,
  numbers: ControlNumberBlocks,
): ClaimInquiryActivities['inquireClaimStatus'] {
  return async (input) => {
    const done = await deps.db.inPractice(input.practiceId, (tx) =>
      findStepResult(tx, input.claimId, input.key, inquiryOutcomeSchema),
    );
    if (done !== null) return done;
    const answer = await askClaimStatus(deps, numbers, input.practiceId, input.claimId);
    return runClaimStep(deps, { ...input, actor: 'system:inquiry' }, inquiryOutcomeSchema, (step) =>
      answer === null
        ? step.park(step.claim.stage, { kind: 'payer_unknown', cause: payerUnknownCause(step.claim) })
        : follow(deps, step, answer, input.inquiry),
    );
  };
}

function follow(
  deps: ActivityDeps,
  step: ClaimStep,
  answer: StatusAnswer,
  inquiry: number,
): InquiryOutcome | Promise<InquiryOutcome> {
  const codes = answer.codes.join(', ');
  const isLast = inquiry >= inquiriesMax;
  switch (answer.status) {
    case 'rejected':
      return turnBack(step, answer.words);
    case 'finalized-denied':
    case 'finalized-paid':
    case 'finalized-other':
      return isLast
        ? step.park('adjudication', {
            kind: 'no_answer_from_payer',
            cause: `The payer says it has decided (${codes}), but no remittance came.`,
          })
        : waitOn(deps, step, answer, `The payer says it has decided (${codes}); its remittance is awaited.`);
    case 'requests-information':
      return step.park('adjudication', {
        kind: 'no_answer_from_payer',
        cause: `The payer asks for information (${codes}).`,
      });
    case 'pending':
    case 'acknowledged':
      return isLast
        ? step.park('adjudication', {
            kind: 'no_answer_from_payer',
            cause: `The payer keeps the claim in process (${codes}) past every deadline.`,
          })
        : waitOn(deps, step, answer, `The payer has the claim in process (${codes}).`);
    case 'not-found':
      return inquiry >= 2
        ? step.park('acknowledgement', {
            kind: 'no_answer_from_payer',
            cause: `The payer does not find the claim (${codes}). Send it again or prove that it was sent.`,
          })
        : waitOn(deps, step, answer, `The payer does not find the claim yet (${codes}).`);
    case 'error':
    case 'unknown':
      return isLast
        ? step.park(step.claim.stage, {
            kind: 'no_answer_from_payer',
            cause: `The payer gives no usable answer (${codes}).`,
          })
        : waitOn(deps, step, answer, `The payer gave no usable answer (${codes}).`);
  }
}

/** A rejection told to us is one as if it had been sent: the payer no longer holds the claim. */
async function turnBack(step: ClaimStep, words: string): Promise<InquiryOutcome> {
  const newest = { claimId: step.claim.id, submissionNumber: step.claim.submission_number };
  await moveClaimSubmission(await step.transaction(), newest, ['sent', 'accepted'], 'rejected');
  return step.park('acknowledgement', {
    kind: 'payer_rejected',
    cause: `Asked for its status, the payer turned the claim back: ${words}.`,
    changes: { insurance_outcome: 'rejected' },
  });
}

function waitOn(deps: ActivityDeps, step: ClaimStep, answer: StatusAnswer, summary: string): InquiryOutcome {
  const known = answer.status !== 'not-found' && answer.status !== 'error' && answer.status !== 'unknown';
  const stage = known ? 'adjudication' : step.claim.stage;
  const dueAt = addMillis(step.now, nextLookMillis);
  const result = { kind: 'waiting' as const, stage, waitWallMillis: deps.clock.wallMillisUntil(dueAt) };
  step.record({
    kind: 'status_inquired',
    summary,
    data: { status: answer.status, codes: answer.codes },
    enters: { stage, dueAt },
    ...(answer.payerClaimControlNumber === null
      ? {}
      : { changes: { payer_claim_control_number: answer.payerClaimControlNumber } }),
    result,
  });
  return result;
}
