import { type ClaimContext, readClaimContext } from '../db/claim-context.js';
import { findLatestSubmission } from '../db/claim-submissions.js';
import type { ControlNumberBlocks } from '../db/control-number-blocks.js';
import { newId } from '../db/new-id.js';
import { saveStatusInquiry } from '../db/status-inquiries.js';
import { rejectionReasons } from '../domain/claim/rejection-cause.js';
import { statusInquiryOf } from '../domain/claim/status-inquiry-of.js';
import type { PayerProfile } from '../domain/payer/payer-profile.js';
import { writeClaimStatusInquiry } from '../domain/x12/276/write-claim-status-inquiry.js';
import { classifyStatusCategory, type StatusClass } from '../domain/x12/277/classify-status-category.js';
import { readClaimStatusResponse } from '../domain/x12/277/read-claim-status-response.js';
import { effectivePayer } from './effective-payer.js';
import { createdAt, envelopeOf } from './envelope-of.js';
import { firstTransactionSet } from './first-transaction-set.js';
import { InvariantError } from '../domain/kernel/invariant-error.js';
import type { ActivityDeps } from './ports.js';
import { UnreadableAnswerError } from './unreadable-answer-error.js';

/** What the payer says of a claim: the class of its strongest status and the codes behind it. */
export type StatusAnswer = {
  readonly status: StatusClass;
  readonly codes: readonly string[];
  /** The same statuses in words. */
  readonly words: string;
  readonly payerClaimControlNumber: string | null;
};

/** Asks the payer for the status of a sent claim (276/277) and keeps question and answer; null when its payer is not known any more. Asking twice does no harm. */
export async function askClaimStatus(
  deps: ActivityDeps,
  numbers: ControlNumberBlocks,
  practiceId: string,
  claimId: string,
): Promise<StatusAnswer | null> {
  const { context, submission } = await deps.db.inPractice(practiceId, async (tx) => ({
    context: await readClaimContext(tx, claimId, 'status-inquiry'),
    submission: await findLatestSubmission(tx, claimId),
  }));
  if (submission === null) throw new InvariantError('a claim that was never sent has no status to ask for');
  const payer = effectivePayer(context);
  if (payer === null) return null;
  const controlNumber = await numbers.take(practiceId);
  const envelope = envelopeOf(deps, context.practice, deps.clock.now(), controlNumber);
  const inquiry = question(deps, context, payer, submission.clearinghouse_claim_number, `Q${controlNumber}`);
  const request = writeClaimStatusInquiry(inquiry, envelope);
  const response = await (await deps.clearinghouse(practiceId)).inquireStatus(request);
  const answer = readAnswer(response);
  await deps.db.inPractice(practiceId, (tx) =>
    saveStatusInquiry(tx, {
      id: newId('statusInquiry'),
      claimId,
      askedAt: deps.clock.now(),
      answer: answer.status,
      requestX12: request,
      responseX12: response,
    }),
  );
  return answer;
}

function question(
  deps: ActivityDeps,
  context: ClaimContext,
  payer: PayerProfile,
  clearinghouseClaimNumber: string,
  reference: string,
) {
  const created = createdAt(context.practice, deps.clock.now());
  return statusInquiryOf({
    visit: context.visit,
    payer,
    practice: context.practice,
    patientControlNumber: context.claim.patient_control_number,
    clearinghouseClaimNumber,
    payerClaimControlNumber: context.claim.payer_claim_control_number,
    chargeCents: context.claim.charge_cents,
    reference,
    createdDate: created.date,
    createdTime: created.time,
  });
}

function readAnswer(response: string): StatusAnswer {
  const set = firstTransactionSet(response, '277');
  if (set === undefined) throw new UnreadableAnswerError('the answer to a 276 holds no 277');
  const { value } = readClaimStatusResponse(set);
  const statuses = [
    ...value.answers.flatMap((answer) => answer.statuses),
    ...value.partyAnswers.flatMap((answer) => answer.statuses),
  ];
  const classes = statuses.map((status) => classifyStatusCategory(status.category));
  return {
    status: strongest(classes),
    codes: statuses.map((status) => `${status.category}:${status.code}`),
    words: rejectionReasons(statuses),
    payerClaimControlNumber: value.answers[0]?.payerClaimControlNumber ?? null,
  };
}

/** The status that decides most comes first; an answer without any is unknown. */
const strength: readonly StatusClass[] = [
  'rejected',
  'finalized-denied',
  'finalized-paid',
  'finalized-other',
  'requests-information',
  'pending',
  'acknowledged',
  'not-found',
  'error',
  'unknown',
];

function strongest(classes: readonly StatusClass[]): StatusClass {
  return strength.find((status) => classes.includes(status)) ?? 'unknown';
}
