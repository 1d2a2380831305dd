import { addMillis, hourMillis, type Instant } from '../../domain/kernel/instant.js';
import { adjudicateClaim, duplicateDenial } from '../payers/adjudicate-claim.js';
import { payerPolicy } from '../payers/payer-policies.js';
import type { PayerPolicy } from '../payers/payer-policy.js';
import { acknowledgementTime, settlementAfter, settlementTime } from '../payers/settlement-time.js';
import { drawDigits } from '../seed.js';
import type { Disposition } from '../state/claim-record.js';
import type { KnownClaim } from '../state/simulator-state.js';
import { contentIdentity } from './claim-identity.js';
import type { ReceivedClaim } from './received-claim.js';
import { type ScreeningRejection, screenClaim } from './screen-claim.js';

/** What payers remember of earlier claims; answered by the simulator's state, and by claims earlier in the same file. */
export interface ClaimHistory {
  claimsOfService(claim: ReceivedClaim): readonly KnownClaim[];
  claimByPayerNumber(payerClaimControlNumber: string): KnownClaim | undefined;
  isReplaced(claimId: string): boolean;
}

const rejectionHours = 20;

/**
 * Decides about one claim that passed the translator. Money depends on seed and content only, never on the order or
 * the company in which claims come, save that a second claim for the same service is a duplicate of the first.
 */
export function decideClaim(
  claim: ReceivedClaim,
  receivedAt: Instant,
  seed: string,
  history: ClaimHistory,
): Disposition {
  const rejection = screenClaim(claim, receivedAt);
  const policy = payerPolicy(claim.payerId);
  if (rejection || !policy) return rejected(rejection, policy, receivedAt);
  if (claim.frequency === '1') return decideOriginal(policy, claim, receivedAt, seed, history);
  const original = history.claimByPayerNumber(claim.originalReference ?? '');
  if (!original || !mayReplace(claim, original, history)) {
    return rejected({ category: 'A7', code: '464', entity: '' }, policy, receivedAt);
  }
  return decideCorrection(policy, claim, original, receivedAt, seed);
}

function rejected(
  rejection: ScreeningRejection | undefined,
  policy: PayerPolicy | undefined,
  receivedAt: Instant,
): Disposition {
  const { category, code, entity } = rejection ?? { category: 'A7', code: '116', entity: 'PR' };
  const acknowledgeAt = addMillis(receivedAt, (policy?.acknowledgeHours ?? rejectionHours) * hourMillis);
  return { kind: 'rejected', category, code, entity, acknowledgeAt };
}

/**
 * A denial as unprocessable (CARC 16) leaves no determination behind, so a new claim is right; after any other
 * outcome a second original is a duplicate (CARC 18).
 */
function isDuplicateOf(earlier: KnownClaim, history: ClaimHistory): boolean {
  const { disposition } = earlier;
  if (disposition.kind !== 'accepted' || disposition.adjudication === undefined) return false;
  if (history.isReplaced(earlier.claimId)) return false;
  const { lines } = disposition.adjudication;
  const isUnprocessable = lines.some((line) => line.adjustments.some((adjustment) => adjustment.reasonCode === '16'));
  return !isUnprocessable;
}

function decideOriginal(
  policy: PayerPolicy,
  claim: ReceivedClaim,
  receivedAt: Instant,
  seed: string,
  history: ClaimHistory,
): Disposition {
  const earlier = history.claimsOfService(claim);
  const isDuplicate = earlier.some((known) => isDuplicateOf(known, history));
  return {
    kind: 'accepted',
    payerClaimControlNumber: payerNumber(policy, claim, seed, earlier.length),
    acknowledgeAt: acknowledgementTime(policy, claim, receivedAt),
    settleAt: settlementTime(policy, claim, receivedAt, seed),
    adjudication: adjudicateClaim(policy, claim, isDuplicate ? duplicateDenial : undefined),
  };
}

/** The claim to be replaced must be the payer's, about the same member, settled or about to be, and not replaced yet. */
function mayReplace(claim: ReceivedClaim, original: KnownClaim, history: ClaimHistory): boolean {
  const isSamePatient = original.claim.payerId === claim.payerId && original.claim.memberId === claim.memberId;
  const { disposition } = original;
  const isSettling = disposition.kind === 'accepted' && disposition.settleAt !== undefined;
  return isSamePatient && isSettling && !history.isReplaced(original.claimId);
}

function decideCorrection(
  policy: PayerPolicy,
  claim: ReceivedClaim,
  original: KnownClaim,
  receivedAt: Instant,
  seed: string,
): Disposition {
  const own = settlementTime(policy, claim, receivedAt, seed);
  const originalSettles = original.disposition.kind === 'accepted' ? original.disposition.settleAt : undefined;
  const settleAt = own && originalSettles ? settlementAfter(own, originalSettles) : own;
  return {
    kind: 'accepted',
    payerClaimControlNumber: payerNumber(policy, claim, seed, 0),
    acknowledgeAt: acknowledgementTime(policy, claim, receivedAt),
    settleAt,
    ...(claim.frequency === '8' ? {} : { adjudication: adjudicateClaim(policy, claim) }),
    reverses: original.claimId,
  };
}

/** The payer's own claim number: from the claim's content, its reference and how many alike came before. */
function payerNumber(policy: PayerPolicy, claim: ReceivedClaim, seed: string, earlier: number): string {
  const facts = [contentIdentity(claim), claim.originalReference ?? '', String(earlier)];
  return `${policy.payerId.slice(2)}${drawDigits(12, seed, 'payer-number', ...facts)}`;
}
