import { addMillis, hourMillis, type Instant } from '../../domain/kernel/instant.js';
import { proveBalance } from '../../domain/x12/835/prove-balance.js';
import { writeRemittanceAdvice } from '../../domain/x12/835/write-remittance-advice.js';
import { answerEnvelope, answerName, ControlNumbers } from '../answers/answer-envelope.js';
import { composeRemittance } from '../answers/compose-remittance.js';
import { memberScenario } from '../claims/member-scenario.js';
import { payerPolicy } from '../payers/payer-policies.js';
import { drawDigits } from '../seed.js';
import type { Answer, RemittanceIssued } from '../state/journal-event.js';
import type { KnownClaim, SimulatorState } from '../state/simulator-state.js';
import { idOf } from './answer-id.js';

/** Claims that one payer settles with one payee at one moment. */
interface DueSettlement {
  readonly mailbox: string;
  readonly payerId: string;
  readonly payeeNpi: string;
  readonly settleAt: Instant;
  readonly claims: readonly KnownClaim[];
}

const secondDeliveryHours = 6;

/**
 * The next settlement that is due by `now`, as the event that settles it; undefined when none is. One 835 for each
 * payer, payee and settlement day. Call again after the event is on record, for what a payee owes carries over.
 */
export function nextRemittance(
  state: SimulatorState,
  now: Instant,
  seed: string,
  submitterIdOf: (mailbox: string) => string,
): RemittanceIssued | undefined {
  const due = dueSettlements(state, now)[0];
  return due === undefined ? undefined : issue(due, state, seed, submitterIdOf(due.mailbox));
}

function settlementKey(known: KnownClaim, settleAt: Instant): string {
  return JSON.stringify([settleAt, known.mailbox, known.claim.payerId, known.claim.billingNpi]);
}

function dueSettlements(state: SimulatorState, now: Instant): DueSettlement[] {
  const groups = new Map<string, KnownClaim[]>();
  for (const known of state.unsettledClaims()) {
    const settleAt = known.disposition.kind === 'accepted' ? known.disposition.settleAt : undefined;
    if (settleAt === undefined || settleAt > now) continue;
    const key = settlementKey(known, settleAt);
    const group = groups.get(key);
    if (group) group.push(known);
    else groups.set(key, [known]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, claims]) => settlementOf(claims));
}

function settlementOf(claims: readonly KnownClaim[]): DueSettlement[] {
  const [first] = claims;
  if (first?.disposition.kind !== 'accepted' || first.disposition.settleAt === undefined) return [];
  return [
    {
      mailbox: first.mailbox,
      payerId: first.claim.payerId,
      payeeNpi: first.claim.billingNpi,
      settleAt: first.disposition.settleAt,
      claims: [...claims].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
    },
  ];
}

/** By content, not by arrival. */
function orderOf(known: KnownClaim): string {
  const payerNumber = known.disposition.kind === 'accepted' ? known.disposition.payerClaimControlNumber : '';
  return `${known.claim.patientControlNumber} ${known.claim.frequency} ${payerNumber}`;
}

/**
 * The claim to take back with a correction: one that was settled with money or adjustments. A claim denied in full
 * left nothing in the books, so its correction stands alone; a void is always answered by a reversal.
 */
function reversedBy(known: KnownClaim, state: SimulatorState): KnownClaim | undefined {
  if (known.disposition.kind !== 'accepted' || known.disposition.reverses === undefined) return undefined;
  const original = state.claims.get(known.disposition.reverses);
  if (original?.remittance === undefined || original.disposition.kind !== 'accepted') return undefined;
  const wasDenied = original.disposition.adjudication?.statusCode === '4';
  return wasDenied && known.claim.frequency !== '8' ? undefined : original;
}

function issue(due: DueSettlement, state: SimulatorState, seed: string, submitterId: string): RemittanceIssued {
  const { mailbox, payerId, payeeNpi, settleAt } = due;
  const policy = payerPolicy(payerId);
  if (!policy) throw new Error(`no policy for the payer ${payerId} of a claim that was accepted`);
  const remittanceId = idOf('remittance', mailbox, payerId, payeeNpi, settleAt);
  const traceNumber = `${payerId.slice(2)}${settleAt.slice(2, 10).replaceAll('-', '')}${drawDigits(6, seed, remittanceId)}`;
  const { advice, outstandingCents } = composeRemittance({
    policy,
    settleAt,
    traceNumber,
    claims: due.claims.map((known) => ({ known, reversed: reversedBy(known, state) })),
    outstandingCents: state.outstandingCents(mailbox, payerId, payeeNpi),
  });
  const proof = proveBalance(advice);
  if (!proof.balances)
    throw new Error(`the 835 ${traceNumber} does not balance: ${proof.failed.map((one) => one.kind).join(', ')}`);
  const controlNumber = new ControlNumbers(seed, (number) => state.isUsedControlNumber(number)).next(remittanceId);
  const content = writeRemittanceAdvice(advice, answerEnvelope(submitterId, settleAt, controlNumber));
  const isPaidTwice = due.claims.some((known) => memberScenario(known.claim.memberId) === 'paid-twice');
  return {
    type: 'remittance-issued',
    at: settleAt,
    remittanceId,
    mailbox,
    payerId,
    payeeNpi,
    traceNumber,
    paidCents: advice.payment.amountCents,
    outstandingCents,
    claimIds: due.claims.map((known) => known.claimId),
    answers: deliveries(remittanceId, settleAt, content, controlNumber, isPaidTwice),
  };
}

/** The 835 file, and where the scenario says so the same bytes some hours later under another name. */
function deliveries(id: string, dueAt: Instant, content: string, controlNumber: number, isTwice: boolean): Answer[] {
  const first: Answer = {
    answerId: id,
    kind: '835',
    controlNumber,
    name: answerName(dueAt, id, '835'),
    dueAt,
    content,
  };
  if (!isTwice) return [first];
  const secondId = idOf('second-delivery', id);
  const secondAt = addMillis(dueAt, secondDeliveryHours * hourMillis);
  return [first, { ...first, answerId: secondId, name: answerName(secondAt, secondId, '835'), dueAt: secondAt }];
}
