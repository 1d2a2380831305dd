import {
  type BalanceEquation,
  type BalancePlace,
  type BalanceTerm,
  type BalanceTermName,
  balanceEquation,
  balanceTerm,
} from './balance-equation.js';
import { isReversal } from './is-reversal.js';
import type { AdjustmentGroup, ClaimAdjustment, RemittanceClaim } from './remittance-advice.js';

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
  const at = placeOf('claim', claimIndex, place?.segmentPosition);
  const ofClaim = new AdjustmentSums('claim-adjustments');
  ofClaim.add(claim.adjustments);
  const ofLines = new AdjustmentSums('line-adjustments');
  const equations: BalanceEquation[] = [];
  let [charges, payments] = [0, 0];
  claim.lines.forEach((line, lineIndex) => {
    charges += line.chargeCents;
    payments += line.paidCents;
    ofLines.add(line.adjustments);
    const ofLine = new AdjustmentSums('line-adjustments');
    ofLine.add(line.adjustments);
    const linePlace = { ...placeOf('line', claimIndex, place?.linePositions[lineIndex]), lineIndex };
    const terms = [balanceTerm('line-charge', line.chargeCents, 1), ...ofLine.terms];
    equations.push(balanceEquation('line-paid', linePlace, line.paidCents, terms));
  });
  const charge = balanceTerm('claim-charge', claim.chargeCents, 1);
  equations.push(balanceEquation('claim-paid', at, claim.paidCents, [charge, ...ofClaim.terms, ...ofLines.terms]));
  const count = claim.lines.length;
  if (count > 0) {
    const lineCharges = balanceTerm('line-charges', charges, count);
    const linePayments = balanceTerm('line-payments', payments, count);
    equations.push(balanceEquation('claim-charge-is-line-charges', at, claim.chargeCents, [lineCharges]));
    equations.push(
      balanceEquation('claim-paid-is-line-payments', at, claim.paidCents, [linePayments, ...ofClaim.terms]),
    );
  }
  if (!leavesOutResponsibility(claim)) {
    const [claimPart, linePart] = [ofClaim.of('PR'), ofLines.of('PR')];
    const term = balanceTerm(
      'patient-responsibility-adjustments',
      claimPart.sum + linePart.sum,
      claimPart.count + linePart.count,
      'PR',
    );
    equations.push(balanceEquation('claim-patient-responsibility', at, claim.patientResponsibilityCents, [term], true));
  }
  return equations;
}

/** Payers may leave CLP05 out of a reversal, where nobody is asked to pay. */
function leavesOutResponsibility(claim: RemittanceClaim): boolean {
  return isReversal(claim) && claim.patientResponsibilityCents === 0;
}

type GroupSum = { readonly group: AdjustmentGroup; sum: number; count: number };

/** Adjustments summed by group, in the order the groups come. */
class AdjustmentSums {
  readonly #groups: GroupSum[] = [];

  constructor(private readonly name: BalanceTermName) {}

  add(adjustments: readonly ClaimAdjustment[]): void {
    for (const { group, amountCents } of adjustments) {
      const known = this.#groups.find((one) => one.group === group);
      if (known === undefined) {
        this.#groups.push({ group, sum: amountCents, count: 1 });
      } else {
        known.sum += amountCents;
        known.count += 1;
      }
    }
  }

  of(group: AdjustmentGroup): { readonly sum: number; readonly count: number } {
    return this.#groups.find((one) => one.group === group) ?? { sum: 0, count: 0 };
  }

  /** A positive adjustment lowers the payment, so it is taken away. */
  get terms(): BalanceTerm[] {
    return this.#groups.map(({ group, sum, count }) => balanceTerm(this.name, -sum, count, group));
  }
}

function placeOf(level: 'claim' | 'line', claimIndex: number, segmentPosition: number | undefined): BalancePlace {
  return segmentPosition === undefined ? { level, claimIndex } : { level, claimIndex, segmentPosition };
}
