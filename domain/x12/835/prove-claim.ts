import {
  type BalanceEquation,
  type BalancePlace,
  type BalanceTerm,
  type BalanceTermName,
  balanceEquation,
  balanceTerm,
} from './balance-equation.js';
import { isReversal } from './is-reversal.js';
import type { ClaimAdjustment, RemittanceClaim } from './remittance-advice.js';

/** Where the segments of a claim stand (CLP, and SVC of each line), counted from 1 at ST. */
export type RemittanceClaimPlace = {
  readonly segmentPosition: number;
  readonly linePositions: readonly number[];
};

/** Every equation of one claim and its lines, the advisory one on CLP05 included; claims are proved one by one. */
export function proveClaim(
  claim: RemittanceClaim,
  claimIndex: number,
  place?: RemittanceClaimPlace,
): BalanceEquation[] {
  const at: BalancePlace = { level: 'claim', claimIndex, ...positionOf(place?.segmentPosition) };
  const ofClaim = adjustmentTerms('claim-adjustments', claim.adjustments);
  const ofLines = adjustmentTerms(
    'line-adjustments',
    claim.lines.flatMap((line) => line.adjustments),
  );
  const equations = claim.lines.map((line, lineIndex) =>
    balanceEquation(
      'line-paid',
      { level: 'line', claimIndex, lineIndex, ...positionOf(place?.linePositions[lineIndex]) },
      line.paidCents,
      [balanceTerm('line-charge', [line.chargeCents]), ...adjustmentTerms('line-adjustments', line.adjustments)],
    ),
  );
  const charge = balanceTerm('claim-charge', [claim.chargeCents]);
  equations.push(balanceEquation('claim-paid', at, claim.paidCents, [charge, ...ofClaim, ...ofLines]));
  if (claim.lines.length > 0) {
    const charges = balanceTerm(
      'line-charges',
      claim.lines.map((line) => line.chargeCents),
    );
    const payments = balanceTerm(
      'line-payments',
      claim.lines.map((line) => line.paidCents),
    );
    equations.push(balanceEquation('claim-charge-is-line-charges', at, claim.chargeCents, [charges]));
    equations.push(balanceEquation('claim-paid-is-line-payments', at, claim.paidCents, [payments, ...ofClaim]));
  }
  if (!leavesOutResponsibility(claim)) equations.push(responsibilityEquation(claim, at));
  return equations;
}

/** Payers may leave CLP05 out of a reversal, where nobody is asked to pay. */
function leavesOutResponsibility(claim: RemittanceClaim): boolean {
  return isReversal(claim) && claim.patientResponsibilityCents === 0;
}

function responsibilityEquation(claim: RemittanceClaim, place: BalancePlace): BalanceEquation {
  const all = [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)];
  const amounts = all.filter(({ group }) => group === 'PR').map(({ amountCents }) => amountCents);
  const term = balanceTerm('patient-responsibility-adjustments', amounts, 1, 'PR');
  return balanceEquation('claim-patient-responsibility', place, claim.patientResponsibilityCents, [term], true);
}

/** Adjustments by group: a positive one lowers the payment, so it is taken away. */
function adjustmentTerms(name: BalanceTermName, adjustments: readonly ClaimAdjustment[]): BalanceTerm[] {
  if (adjustments.length === 0) return [];
  const byGroup = new Map<string, number[]>();
  for (const { group, amountCents } of adjustments) {
    const amounts = byGroup.get(group);
    if (amounts === undefined) byGroup.set(group, [amountCents]);
    else amounts.push(amountCents);
  }
  return [...byGroup].map(([group, amounts]) => balanceTerm(name, amounts, -1, group));
}

function positionOf(segmentPosition: number | undefined): Pick<BalancePlace, 'segmentPosition'> {
  return segmentPosition === undefined ? {} : { segmentPosition };
}
