import {
  type Cents,
  cents,
  minCents,
  scaleCentsHalfUp,
  subtractCents,
  sumCents,
  zeroCents,
} from '../../domain/kernel/cents.js';
import type { AdjudicatedClaim, AdjudicatedLine, Adjustment } from '../claims/adjudicated-claim.js';
import { memberScenario } from '../claims/member-scenario.js';
import type { ReceivedClaim, ReceivedLine } from '../claims/received-claim.js';
import { denyLine, type LineDenial } from './deny-line.js';
import { allowedCents } from './fee-schedule.js';
import type { PayerPolicy } from './payer-policy.js';

/**
 * Deductible that members with the deductible scenario have left, applied to each claim anew: were it used up, a
 * claim's money would depend on which claim came first.
 */
export const deductibleLeftCents: Cents = cents(6000);
const coinsuranceAfterDeductiblePercent = 20;

/** A claim-wide denial that overrides what the lines would get, such as a duplicate. */
export interface ClaimDenial extends LineDenial {
  readonly kind: 'claim-denial';
}

export const duplicateDenial: ClaimDenial = { kind: 'claim-denial', group: 'CO', reasonCode: '18', remarkCodes: [] };

/** Decides what a payer pays for a claim, from the claim and the payer's policy alone; every line balances. */
export function adjudicateClaim(policy: PayerPolicy, claim: ReceivedClaim, override?: ClaimDenial): AdjudicatedClaim {
  const share = memberShare(policy, claim);
  const lines = claim.lines.map((line) => {
    const reason = override ?? denyLine(policy, claim, line);
    if (reason) return deniedLine(line, reason);
    return claim.priorPayment === undefined ? pricedLine(policy, line, share) : secondaryLine(claim, line);
  });
  const leftToPatient = lines.flatMap((line) => line.adjustments).filter((adjustment) => adjustment.group === 'PR');
  return {
    statusCode: lines.every((line) => line.allowedCents === 0) ? '4' : processedAs(claim.payerSequence),
    paidCents: sumCents(lines.map((line) => line.paidCents)),
    patientResponsibilityCents: sumCents(leftToPatient.map((adjustment) => adjustment.amountCents)),
    lines,
  };
}

function processedAs(payerSequence: string): '1' | '2' | '3' {
  if (payerSequence === 'S') return '2';
  return payerSequence === 'T' ? '3' : '1';
}

function deniedLine(line: ReceivedLine, reason: LineDenial): AdjudicatedLine {
  const adjustment: Adjustment = { group: reason.group, reasonCode: reason.reasonCode, amountCents: line.chargeCents };
  return {
    number: line.number,
    allowedCents: zeroCents,
    paidCents: zeroCents,
    adjustments: line.chargeCents === 0 ? [] : [adjustment],
    remarkCodes: [...reason.remarkCodes],
  };
}

/** What the member still owes on this claim; used up line by line. */
interface MemberShare {
  deductibleCents: Cents;
  copayCents: Cents;
  readonly coinsurancePercent: number;
}

function memberShare(policy: PayerPolicy, claim: ReceivedClaim): MemberShare {
  const { costSharing } = policy;
  if (memberScenario(claim.memberId) === 'deductible') {
    return {
      deductibleCents: deductibleLeftCents,
      copayCents: zeroCents,
      coinsurancePercent: costSharing.kind === 'coinsurance' ? costSharing.percent : coinsuranceAfterDeductiblePercent,
    };
  }
  return {
    deductibleCents: zeroCents,
    copayCents: costSharing.kind === 'copay' ? costSharing.copayCents : zeroCents,
    coinsurancePercent: costSharing.kind === 'coinsurance' ? costSharing.percent : 0,
  };
}

function pricedLine(policy: PayerPolicy, line: ReceivedLine, share: MemberShare): AdjudicatedLine {
  const allowed = allowedCents(policy, line);
  const deductible = minCents(allowed, share.deductibleCents);
  share.deductibleCents = subtractCents(share.deductibleCents, deductible);
  const afterDeductible = subtractCents(allowed, deductible);
  const copay = minCents(afterDeductible, share.copayCents);
  share.copayCents = subtractCents(share.copayCents, copay);
  const coinsurance = scaleCentsHalfUp(subtractCents(afterDeductible, copay), share.coinsurancePercent, 100);
  const owed = cents(afterDeductible - copay - coinsurance);
  const sequestered = scaleCentsHalfUp(owed, policy.sequestrationPercent, 100);
  const adjustments: readonly Adjustment[] = [
    { group: 'CO', reasonCode: '45', amountCents: subtractCents(line.chargeCents, allowed) },
    { group: 'CO', reasonCode: '253', amountCents: sequestered },
    { group: 'PR', reasonCode: '1', amountCents: deductible },
    { group: 'PR', reasonCode: '2', amountCents: coinsurance },
    { group: 'PR', reasonCode: '3', amountCents: copay },
  ];
  return {
    number: line.number,
    allowedCents: allowed,
    paidCents: subtractCents(owed, sequestered),
    adjustments: adjustments.filter((adjustment) => adjustment.amountCents !== 0),
    remarkCodes: [],
  };
}

/**
 * A secondary payer takes over what the earlier payer left to the patient (on the first line, as far as its charge
 * goes); the rest was settled there and shows as the impact of prior payers (OA 23).
 */
function secondaryLine(claim: ReceivedClaim, line: ReceivedLine): AdjudicatedLine {
  const left = claim.priorPayment?.patientResponsibilityCents ?? zeroCents;
  const before = sumCents(claim.lines.filter((other) => other.number < line.number).map((other) => other.chargeCents));
  const paid = minCents(line.chargeCents, cents(Math.max(0, left - before)));
  const impact = subtractCents(line.chargeCents, paid);
  return {
    number: line.number,
    allowedCents: line.chargeCents,
    paidCents: paid,
    adjustments: impact === 0 ? [] : [{ group: 'OA', reasonCode: '23', amountCents: impact }],
    remarkCodes: [],
  };
}
