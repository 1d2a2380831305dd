import {
  addMillis,
  dayMillis,
  hourMillis,
  type Instant,
  plainDateAt,
  startOfDay,
} from '../../domain/kernel/instant.js';
import { addDays } from '../../domain/kernel/plain-date.js';
import { contentIdentity } from '../claims/claim-identity.js';
import { memberScenario } from '../claims/member-scenario.js';
import type { ReceivedClaim } from '../claims/received-claim.js';
import { drawNumber } from '../seed.js';
import type { PayerPolicy } from './payer-policy.js';

const settlementHour = 13;
const earlySettlementDays = 2;
const lateAcknowledgementDays = 4;
const settlementAfterInquiryDays = 5;

/** A payer's settlement closes once a day: the moment of that many days after a day. */
function settlementOn(from: Instant, days: number): Instant {
  return addMillis(startOfDay(addDays(plainDateAt(from), days)), settlementHour * hourMillis);
}

/** When the payer's 277CA about a claim is due; undefined for a claim about which it keeps silent. */
export function acknowledgementTime(
  policy: PayerPolicy,
  claim: ReceivedClaim,
  receivedAt: Instant,
): Instant | undefined {
  const scenario = memberScenario(claim.memberId);
  if (scenario === 'silent') return undefined;
  if (scenario === 'paid-early') return addMillis(receivedAt, lateAcknowledgementDays * dayMillis);
  return addMillis(receivedAt, policy.acknowledgeHours * hourMillis);
}

/** When the 835 of a claim is due: days after receipt drawn from the claim's content; undefined while silent. */
export function settlementTime(
  policy: PayerPolicy,
  claim: ReceivedClaim,
  receivedAt: Instant,
  seed: string,
): Instant | undefined {
  const scenario = memberScenario(claim.memberId);
  if (scenario === 'silent') return undefined;
  if (scenario === 'paid-early') return settlementOn(receivedAt, earlySettlementDays);
  const span = policy.settleDaysMax - policy.settleDaysMin + 1;
  const days = policy.settleDaysMin + drawNumber(span, seed, 'settlement-days', contentIdentity(claim));
  return settlementOn(receivedAt, days);
}

/** When the 835 of a silent claim is due once a 276 has asked. */
export function settlementTimeAfterInquiry(askedAt: Instant): Instant {
  return settlementOn(askedAt, settlementAfterInquiryDays);
}

/** The later of a claim's own settlement and the day after another's. */
export function settlementAfter(own: Instant, other: Instant): Instant {
  const next = settlementOn(other, 1);
  return own > next ? own : next;
}
