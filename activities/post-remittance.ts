import { type ClaimEventItem, recordEventBatch } from '../db/claim-event-batch.js';
import type { PracticeTransaction } from '../db/database.js';
import { lockInboundFile } from '../db/inbound-files.js';
import { type PostingInput, postToLedger } from '../db/ledger.js';
import { derivedId } from '../db/new-id.js';
import { enqueueOutboxBatch } from '../db/outbox.js';
import { getPractice } from '../db/practices.js';
import { markSendingsRemitted } from '../db/claim-submissions.js';
import { insertRemittanceClaims } from '../db/remittance-claims.js';
import { lockRemittance, markRemittancePosted, type RemittanceRow } from '../db/remittances.js';
import { openWorkItem } from '../db/work-items.js';
import { stageDueAt } from '../domain/claim/service-level.js';
import { cents, formatDollars, sumCents, zeroCents } from '../domain/kernel/cents.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { LedgerTransaction } from '../domain/ledger/ledger-transaction.js';
import {
  postClaim,
  postingAmounts,
  postProviderAdjustments,
  postUnmatchedClaim,
  postUnprovenPayment,
} from '../domain/remittance/posting.js';
import { isReversal } from '../domain/x12/835/is-reversal.js';
import type { RemittanceAdvice } from '../domain/x12/835/remittance-advice.js';
import type { InboundBookActivities } from './exchange-activities.js';
import { type MatchedClaim, matchRemittance, type RemittanceMatch } from './match-remittance.js';
import type { ActivityDeps } from './ports.js';
import { remittancesOfFile } from './remittances-of-file.js';

const actor = 'payer';

/** Posts one proved remittance as a batch, in one transaction: ledger, claims with their events, work items, notices. One that does not prove goes to suspense whole. */
export function createPostRemittance(deps: ActivityDeps): InboundBookActivities['postRemittance'] {
  return ({ practiceId, remittanceId }) =>
    deps.db.inPractice(practiceId, async (tx) => {
      const remittance = await lockRemittance(tx, remittanceId);
      if (remittance.state !== 'proved' && remittance.state !== 'unproved') return;
      const file = await lockInboundFile(tx, remittance.inbound_file_id);
      const advice = remittancesOfFile(file.content).find((one) => one.ordinal === remittance.ordinal)?.advice;
      if (advice === undefined)
        throw new Error('the stored file no longer holds the remittance that was proved from it');
      if (remittance.state === 'unproved') await suspend(deps, tx, remittance);
      else await post(deps, tx, remittance, advice);
    });
}

async function suspend(deps: ActivityDeps, tx: PracticeTransaction, remittance: RemittanceRow): Promise<void> {
  const at = deps.clock.now();
  const transaction = postUnprovenPayment(remittance.payment_cents);
  await postToLedger(tx, postings(remittance, at, [{ part: 'suspense', claimId: null, transaction }]));
  await markRemittancePosted(tx, remittance.id, {
    state: 'suspense',
    postedClaimsCents: zeroCents,
    suspenseCents: remittance.payment_cents,
    providerAdjustmentCents: zeroCents,
    at,
  });
  const cause = `A remittance over ${formatDollars(remittance.payment_cents)} does not balance; see its proof. The whole payment is in suspense and no claim was posted.`;
  await openItem(deps, tx, remittance, 'remittance_out_of_balance', cause, remittance.payment_cents);
}

async function post(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  remittance: RemittanceRow,
  advice: RemittanceAdvice,
): Promise<void> {
  const at = deps.clock.now();
  const match = await matchRemittance(tx, remittance, advice);
  await insertRemittanceClaims(tx, match.rows);
  await postToLedger(
    tx,
    postings(remittance, at, [
      ...match.matched.map((one) => ({
        part: `claim:${one.ordinal}`,
        claimId: one.claim.id,
        transaction: postClaim(one.decided),
      })),
      ...match.unmatched.map((one) => ({
        part: `unmatched:${one.ordinal}`,
        claimId: null,
        transaction: postUnmatchedClaim(one.decided.paidCents),
      })),
      { part: 'provider', claimId: null, transaction: postProviderAdjustments(advice.providerAdjustments) },
    ]),
  );
  const suspenseCents = sumCents(match.unmatched.map((one) => one.decided.paidCents));
  await markRemittancePosted(tx, remittance.id, {
    state: 'posted',
    postedClaimsCents: sumCents(match.matched.map((one) => one.decided.paidCents)),
    suspenseCents,
    providerAdjustmentCents: sumCents(advice.providerAdjustments.map((adjustment) => adjustment.amountCents)),
    at,
  });
  await recordOnClaims(deps, tx, remittance, match, at);
  if (match.unmatched.length > 0) {
    const cause = `${match.unmatched.length} claims of a remittance match none of ours; ${formatDollars(suspenseCents)} of it is in suspense.`;
    await openItem(deps, tx, remittance, 'remittance_unmatched', cause, suspenseCents);
  }
}

type Part = { readonly part: string; readonly claimId: string | null; readonly transaction: LedgerTransaction | null };

function postings(remittance: RemittanceRow, at: Instant, parts: readonly Part[]): PostingInput[] {
  return parts.flatMap(({ part, claimId, transaction }) =>
    transaction === null
      ? []
      : [{ transaction, key: `${remittance.id}:${part}`, claimId, source: `remittance:${remittance.id}`, actor, at }],
  );
}

/** One event and one notice a claim, even when the remittance decides it twice (a reversal and its correction). */
async function recordOnClaims(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  remittance: RemittanceRow,
  match: RemittanceMatch,
  at: Instant,
): Promise<void> {
  const { timeZone } = await getPractice(tx, tx.practiceId);
  const dueAt = stageDueAt('posting', at, { payer: null, timeZone });
  const claims = decisionsByClaim(match);
  const items = claims.map(({ claim, decisions, last }): ClaimEventItem => {
    const amounts = decisions.map((one) => postingAmounts(one.decided));
    const paidCents = sumCents(amounts.map((one) => one.paidCents));
    return {
      claimId: claim.id,
      summary: `The payer’s remittance is in the books: ${formatDollars(paidCents)} paid.`,
      data: { remittanceId: remittance.id, remittanceClaimIds: decisions.map((one) => one.remittanceClaimId) },
      ...(claim.stage === 'acknowledgement' || claim.stage === 'adjudication'
        ? { enters: { stage: 'posting' as const, dueAt } }
        : {}),
      payerClaimControlNumber: last.decided.payerClaimControlNumber,
      paidCents,
      adjustedCents: sumCents(amounts.map((one) => one.contractualCents)),
      patientCents: sumCents(amounts.map((one) => one.patientCents)),
    };
  });
  await recordEventBatch(tx, { key: `remitted:${remittance.id}`, kind: 'remitted', actor, at, items });
  await tellClaims(deps, tx, remittance, claims);
}

/** Marks what is decided, tells the workflows of open claims, and shows closed ones to a person. */
async function tellClaims(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  remittance: RemittanceRow,
  claims: readonly ClaimDecisions[],
): Promise<void> {
  // A reversal alone decides nothing: what is out at the payer can still be accepted or turned back.
  const decidedNow = claims.filter(({ last }) => !isReversal(last.decided));
  await markSendingsRemitted(
    tx,
    decidedNow.map(({ claim }) => claim.id),
  );
  const open = claims.filter(({ claim }) => claim.stage !== 'closed');
  await enqueueOutboxBatch(
    tx,
    open.map(({ claim, last }) => {
      const eventId = derivedId('claimEvent', remittance.id, claim.id, 'remitted');
      const submissionNumber = Math.max(1, claim.submission_number);
      const notice = {
        kind: 'remitted' as const,
        eventId,
        submissionNumber,
        remittanceClaimId: last.remittanceClaimId,
      };
      return { eventId, message: { kind: 'notify_claim' as const, claimId: claim.id, notice } };
    }),
  );
  for (const { claim, decisions } of claims.filter((one) => one.claim.stage === 'closed')) {
    const paid = cents(decisions.reduce((sum, one) => sum + one.decided.paidCents, 0));
    const cause = `A remittance over ${formatDollars(paid)} came for a claim that is closed; it is in the books. Look whether the patient’s balance still stands.`;
    await openItem(deps, tx, remittance, 'late_remittance', cause, paid, claim.id);
  }
}

type ClaimDecisions = Pick<MatchedClaim, 'claim'> & {
  readonly decisions: readonly MatchedClaim[];
  readonly last: MatchedClaim;
};

function decisionsByClaim(match: RemittanceMatch): ClaimDecisions[] {
  const byClaim = new Map<string, MatchedClaim[]>();
  for (const one of match.matched) byClaim.set(one.claim.id, [...(byClaim.get(one.claim.id) ?? []), one]);
  return [...byClaim.values()].flatMap((decisions) => {
    const [first] = decisions;
    return first === undefined ? [] : [{ claim: first.claim, decisions, last: lastDecision(decisions) }];
  });
}

/** The decision that counts: the last one that is no reversal, or the reversal when it stands alone. */
function lastDecision(decisions: readonly MatchedClaim[]): MatchedClaim {
  const last = decisions.findLast((one) => !isReversal(one.decided)) ?? decisions.at(-1);
  if (last === undefined) throw new Error('a claim of a remittance has at least one decision');
  return last;
}

async function openItem(
  deps: ActivityDeps,
  tx: PracticeTransaction,
  remittance: RemittanceRow,
  kind: 'remittance_out_of_balance' | 'remittance_unmatched' | 'late_remittance',
  cause: string,
  amountCents: ReturnType<typeof cents>,
  claimId?: string,
): Promise<void> {
  const { timeZone } = await getPractice(tx, tx.practiceId);
  await openWorkItem(tx, {
    kind,
    key: `${kind}:${remittance.id}:${claimId ?? ''}`,
    cause,
    amountCents,
    at: deps.clock.now(),
    timeZone,
    remittanceId: remittance.id,
    ...(claimId === undefined ? {} : { claimId }),
  });
}
