import { type AcknowledgedSending, findSendings, moveSendings } from '../db/acknowledged-claims.js';
import { type ClaimEventItem, recordEventBatch } from '../db/claim-event-batch.js';
import type { PracticeTransaction } from '../db/database.js';
import { derivedId } from '../db/new-id.js';
import { enqueueOutboxBatch } from '../db/outbox.js';
import type { OutboxMessage } from '../db/outbox-message.js';
import { listPayerProfiles } from '../db/payer-profiles.js';
import { getPractice } from '../db/practices.js';
import { rejectionCause } from '../domain/claim/rejection-cause.js';
import { stageDueAt } from '../domain/claim/service-level.js';
import type { Finding } from '../domain/kernel/finding.js';
import { type Instant, plainDateAt } from '../domain/kernel/instant.js';
import { acceptedOrRejected, rejectionStatuses } from '../domain/x12/277ca/accepted-or-rejected.js';
import type { AcknowledgedClaim, ClaimAcknowledgement } from '../domain/x12/277ca/claim-acknowledgement.js';
import { mergeAnswers } from '../domain/x12/277ca/merge-answers.js';
import { rejectionsWithoutClaims } from '../domain/claim/rejections-without-claims.js';
import { confirmArrival } from './apply-file-rejection.js';
import type { ActivityDeps } from './ports.js';

type Answered = { readonly sending: AcknowledgedSending; readonly answer: AcknowledgedClaim };

function isRejectable({ sending }: Answered): boolean {
  const isOpen = sending.stage !== 'closed' && ['assembled', 'sent', 'accepted'].includes(sending.state);
  return sending.is_current && isOpen;
}

function sendingsOf(answered: readonly Answered[]): AcknowledgedSending[] {
  return answered.map(({ sending }) => sending);
}

/** One event a claim, also where a file answers several of its sendings; the newest comes last. */
function onePerClaim(answered: readonly Answered[]): Answered[] {
  return [...new Map(answered.map((one) => [one.sending.claim_id, one])).values()];
}

/** Applies a 277CA to the claims it answers, all in one go: accepted ones wait for payment, rejected ones come back, the rest is noted. What no claim stands under, or none of ours, is a finding. */
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
  const rejected = by('rejected');
  await reject(deps, tx, rejected.filter(isRejectable), fileId);
  await noteLateRejections(
    deps,
    tx,
    rejected.filter((one) => !isRejectable(one)),
    fileId,
  );
  await note(deps, tx, [...by('received'), ...by('unclear')], fileId);
  return [...(unmatched === 0 ? [] : [unmatchedFinding(unmatched)]), ...rejectionsWithoutClaims(acknowledgement)];
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
  let unmatched = 0;
  for (const answer of answers) {
    const sending = bySending.get(answer.clearinghouseClaimNumber ?? '') ?? byClaim.get(answer.patientControlNumber);
    if (sending === undefined) {
      unmatched += 1;
      continue;
    }
    const earlier = answered.get(sending.clearinghouse_claim_number)?.answer;
    const merged = earlier === undefined ? answer : mergeAnswers(earlier, answer);
    answered.set(sending.clearinghouse_claim_number, { sending, answer: merged });
  }
  return { answered: [...answered.values()], unmatched };
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
  // A remittance that came first has decided the claim; the late acceptance is only noted.
  const late = accepted.filter(
    ({ sending }) => sending.is_current && sending.state === 'remitted' && !sending.is_acknowledged,
  );
  await moveSendings(tx, sendingsOf(open), 'accepted', at);
  await moveSendings(tx, sendingsOf(late), 'remitted', at);
  const items = [
    ...open.map((one): ClaimEventItem => {
      const { sending, answer } = one;
      const entersAdjudication = sending.stage === 'acknowledgement' || sending.stage === 'submission';
      return {
        ...acceptedItem(one, fileId),
        ...(entersAdjudication ? { enters: { stage: 'adjudication' as const, dueAt: due(sending.payer_code) } } : {}),
        payerClaimControlNumber: answer.payerClaimControlNumber,
      };
    }),
    ...late.map((one) => acceptedItem(one, fileId)),
  ];
  await recordEventBatch(tx, { key: `accepted:${fileId}`, kind: 'accepted', actor: 'payer', at, items });
  await tell(tx, fileId, open, (sending, eventId) => {
    const dueAt = due(sending.payer_code);
    const waitWallMillis = dueAt === null ? 0 : deps.clock.wallMillisUntil(dueAt);
    return { kind: 'accepted', eventId, submissionNumber: sending.submission_number, waitWallMillis };
  });
}

function acceptedItem({ sending }: Answered, fileId: string): ClaimEventItem {
  return {
    claimId: sending.claim_id,
    summary: 'The payer accepted the claim into adjudication.',
    data: { inboundFileId: fileId, submissionNumber: sending.submission_number },
  };
}

async function adjudicationDeadlines(
  tx: PracticeTransaction,
  at: Instant,
): Promise<(payerCode: string) => Instant | null> {
  const { timeZone } = await getPractice(tx, tx.practiceId);
  const payers = new Map((await listPayerProfiles(tx, plainDateAt(at, timeZone))).map((payer) => [payer.code, payer]));
  return (payerCode) => stageDueAt('adjudication', at, { payer: payers.get(payerCode) ?? null, timeZone });
}

async function reject(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  rejected: readonly Answered[],
  fileId: string,
): Promise<void> {
  const at = deps.clock.now();
  await moveSendings(tx, sendingsOf(rejected), 'rejected', at);
  const causes = new Map(
    rejected.map(({ sending, answer }) => [sending.claim_id, rejectionCause(rejectionStatuses(answer))]),
  );
  const items = rejected.map(
    ({ sending }): ClaimEventItem => ({
      claimId: sending.claim_id,
      summary: causes.get(sending.claim_id) ?? '',
      data: { inboundFileId: fileId, submissionNumber: sending.submission_number },
      insuranceOutcome: 'rejected',
    }),
  );
  await recordEventBatch(tx, { key: `rejected:${fileId}`, kind: 'rejected', actor: 'payer', at, items });
  await tell(tx, fileId, rejected, (sending, eventId) => ({
    kind: 'rejected',
    eventId,
    submissionNumber: sending.submission_number,
    cause: causes.get(sending.claim_id) ?? '',
  }));
}

/** A closed claim, one that the payer has decided, and an earlier sending stay as they are; what came is told on the timeline. */
async function noteLateRejections(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  late: readonly Answered[],
  fileId: string,
): Promise<void> {
  const items = onePerClaim(late).map(
    ({ sending, answer }): ClaimEventItem => ({
      claimId: sending.claim_id,
      summary: `Noted, it changes nothing any more. ${rejectionCause(rejectionStatuses(answer))}`,
      data: { inboundFileId: fileId, submissionNumber: sending.submission_number },
    }),
  );
  const at = deps.clock.now();
  await recordEventBatch(tx, { key: `late-rejection:${fileId}`, kind: 'late_rejection', actor: 'payer', at, items });
}

async function note(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  noted: readonly Answered[],
  fileId: string,
): Promise<void> {
  const items = onePerClaim(noted).map(
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
