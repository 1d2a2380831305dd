import { type AcknowledgedSending, findSendings, moveSendings } from '../db/acknowledged-claims.js';
import { type ClaimEventItem, recordEventBatch } from '../db/claim-event-batch.js';
import type { PracticeTransaction } from '../db/database.js';
import { derivedId } from '../db/new-id.js';
import { enqueueOutboxBatch } from '../db/outbox.js';
import type { OutboxMessage } from '../db/outbox-message.js';
import { getPractice, listPayerProfiles } from '../db/practices.js';
import { rejectionCause } from '../domain/claim/rejection-cause.js';
import { stageDueAt } from '../domain/claim/service-level.js';
import type { Finding } from '../domain/kernel/finding.js';
import type { Instant } from '../domain/kernel/instant.js';
import { acceptedOrRejected, rejectionStatuses } from '../domain/x12/277ca/accepted-or-rejected.js';
import type { AcknowledgedClaim, ClaimAcknowledgement } from '../domain/x12/277ca/claim-acknowledgement.js';
import { confirmArrival } from './apply-file-rejection.js';
import type { ActivityDeps } from './ports.js';

type Answered = { readonly sending: AcknowledgedSending; readonly answer: AcknowledgedClaim };

/** Applies a 277CA to the claims it answers, all in one go: accepted ones wait for payment, rejected ones come back, the rest is noted. */
export async function applyClaimAcknowledgement(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  acknowledgement: ClaimAcknowledgement,
  fileId: string,
): Promise<readonly Finding[]> {
  const answers = acknowledgement.providers.flatMap((provider) => provider.claims);
  const { answered, unmatched } = await match(tx, answers);
  const submissionIds = new Set(answered.flatMap(({ sending }) => sending.submission_id ?? []));
  for (const submissionId of [...submissionIds].sort()) await confirmArrival(deps, tx, submissionId);
  const by = (outcome: string) => answered.filter(({ answer }) => acceptedOrRejected(answer) === outcome);
  await accept(deps, tx, by('accepted'), fileId);
  await reject(deps, tx, by('rejected'), fileId);
  await note(deps, tx, [...by('received'), ...by('unclear')], fileId);
  return unmatched === 0 ? [] : [unmatchedFinding(unmatched)];
}

async function match(
  tx: PracticeTransaction,
  answers: readonly AcknowledgedClaim[],
): Promise<{ answered: Answered[]; unmatched: number }> {
  const sendings = await findSendings(tx, {
    clearinghouseClaimNumbers: answers.flatMap((answer) => answer.clearinghouseClaimNumber ?? []),
    patientControlNumbers: answers.map((answer) => answer.patientControlNumber),
  });
  const bySending = new Map(sendings.map((sending) => [sending.clearinghouse_claim_number, sending]));
  // Later sendings come later in the list, so the newest wins where only the patient control number is given.
  const byClaim = new Map(sendings.map((sending) => [sending.patient_control_number, sending]));
  const answered = new Map<string, Answered>();
  for (const answer of answers) {
    const sending = bySending.get(answer.clearinghouseClaimNumber ?? '') ?? byClaim.get(answer.patientControlNumber);
    if (sending !== undefined) answered.set(sending.clearinghouse_claim_number, { sending, answer });
  }
  return { answered: [...answered.values()], unmatched: answers.length - answered.size };
}

async function accept(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  accepted: readonly Answered[],
  fileId: string,
): Promise<void> {
  const at = deps.clock.now();
  const due = await adjudicationDeadlines(tx, at);
  const open = accepted.filter(({ sending }) => sending.is_current && ['assembled', 'sent'].includes(sending.state));
  await moveSendings(
    tx,
    open.map(({ sending }) => sending),
    'accepted',
    at,
  );
  const items = open.map(({ sending, answer }): ClaimEventItem => {
    // A remittance that came first has moved the claim on; the late acceptance is only noted.
    const entersAdjudication = sending.stage === 'acknowledgement' || sending.stage === 'submission';
    return {
      claimId: sending.claim_id,
      summary: 'The payer accepted the claim into adjudication.',
      data: { inboundFileId: fileId, submissionNumber: sending.submission_number },
      ...(entersAdjudication ? { enters: { stage: 'adjudication' as const, dueAt: due(sending.payer_code) } } : {}),
      payerClaimControlNumber: answer.payerClaimControlNumber,
    };
  });
  await recordEventBatch(tx, { key: `accepted:${fileId}`, kind: 'accepted', actor: 'payer', at, items });
  await tell(tx, fileId, open, (sending, eventId) => {
    const dueAt = due(sending.payer_code);
    const waitWallMillis = dueAt === null ? 0 : deps.clock.wallMillisUntil(dueAt);
    return { kind: 'accepted', eventId, submissionNumber: sending.submission_number, waitWallMillis };
  });
}

async function adjudicationDeadlines(
  tx: PracticeTransaction,
  at: Instant,
): Promise<(payerCode: string) => Instant | null> {
  const { timeZone } = await getPractice(tx, tx.practiceId);
  const payers = new Map((await listPayerProfiles(tx)).map((payer) => [payer.code, payer]));
  return (payerCode) => stageDueAt('adjudication', at, { payer: payers.get(payerCode) ?? null, timeZone });
}

async function reject(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  rejected: readonly Answered[],
  fileId: string,
): Promise<void> {
  const at = deps.clock.now();
  const open = rejected.filter(
    ({ sending }) => sending.is_current && ['assembled', 'sent', 'accepted'].includes(sending.state),
  );
  await moveSendings(
    tx,
    open.map(({ sending }) => sending),
    'rejected',
    at,
  );
  const causes = new Map(
    open.map(({ sending, answer }) => [sending.claim_id, rejectionCause(rejectionStatuses(answer))]),
  );
  const items = open.map(
    ({ sending }): ClaimEventItem => ({
      claimId: sending.claim_id,
      summary: causes.get(sending.claim_id) ?? '',
      data: { inboundFileId: fileId, submissionNumber: sending.submission_number },
      insuranceOutcome: 'rejected',
    }),
  );
  await recordEventBatch(tx, { key: `rejected:${fileId}`, kind: 'rejected', actor: 'payer', at, items });
  await tell(tx, fileId, open, (sending, eventId) => ({
    kind: 'rejected',
    eventId,
    submissionNumber: sending.submission_number,
    cause: causes.get(sending.claim_id) ?? '',
  }));
}

async function note(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  noted: readonly Answered[],
  fileId: string,
): Promise<void> {
  const items = noted.map(
    ({ sending, answer }): ClaimEventItem => ({
      claimId: sending.claim_id,
      summary: `The claim is on its way to the payer (${answer.statuses.map((status) => `${status.category}:${status.code}`).join(', ')}).`,
      data: { inboundFileId: fileId },
    }),
  );
  await recordEventBatch(tx, {
    key: `noted:${fileId}`,
    kind: 'in_transit',
    actor: 'clearinghouse',
    at: deps.clock.now(),
    items,
  });
}

type Notice = Extract<OutboxMessage, { kind: 'notify_claim' }>['notice'];

function tell(
  tx: PracticeTransaction,
  fileId: string,
  answered: readonly Answered[],
  noticeOf: (sending: AcknowledgedSending, eventId: string) => Notice,
): Promise<void> {
  return enqueueOutboxBatch(
    tx,
    answered.map(({ sending }) => {
      const eventId = derivedId('claimEvent', fileId, sending.claim_id, 'acknowledged');
      return {
        eventId,
        message: { kind: 'notify_claim', claimId: sending.claim_id, notice: noticeOf(sending, eventId) },
      };
    }),
  );
}

function unmatchedFinding(count: number): Finding {
  return {
    code: 'acknowledged-claim-unknown',
    severity: 'error',
    message: `${count} acknowledged claims are none of this practice`,
    location: '2200D TRN02',
    remedy: 'Ask the clearinghouse why these claims were answered to this mailbox.',
  };
}
