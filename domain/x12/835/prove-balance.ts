import { type BalanceEquation, balanceEquation, balanceTerm } from './balance-equation.js';
import { pairReversals, type ReversalPair } from './pair-reversals.js';
import { proveClaim, type RemittanceClaimPlace } from './prove-claim.js';
import { provePayment } from './prove-payment.js';
import type { RemittanceAdvice } from './remittance-advice.js';

/** Every equation of an advice, and whether the advice may be posted. */
export type BalanceProof = {
  readonly equations: readonly BalanceEquation[];
  /** The equations that fail and are not advisory. */
  readonly failed: readonly BalanceEquation[];
  /** Positions of the claims of which an equation fails or an amount could not be read. */
  readonly unbalancedClaims: readonly number[];
  /** Names of amounts that could not be read, of the advice and of its claims; any makes the proof fail. */
  readonly unreadableAmounts: readonly string[];
  /** Reversals with what they take back and what stands instead. */
  readonly reversals: readonly ReversalPair[];
  readonly balances: boolean;
};

/** Where the segments of an advice stand in its transaction set, for equations that name their place. */
export type RemittancePlaces = {
  /** BPR. */
  readonly paymentPosition?: number;
  /** One for each claim of the advice, in its order. */
  readonly claims: readonly RemittanceClaimPlace[];
};

/** Works out every balance equation of an advice, with figures: line, claim, transaction, and the advisory ones. */
export function proveBalance(advice: RemittanceAdvice, places?: RemittancePlaces): BalanceProof {
  const reversals = pairReversals(advice.claims);
  const equations = [...balanceEquations(advice, reversals, places)];
  const failed = equations.filter((equation) => !equation.holds && !equation.advisory);
  const unbalanced = new Set(
    failed.flatMap((equation) => (equation.claimIndex === undefined ? [] : [equation.claimIndex])),
  );
  advice.claims.forEach((claim, index) => {
    if (claim.unreadableAmounts?.length) unbalanced.add(index);
  });
  const unreadableAmounts = [
    ...(advice.unreadableAmounts ?? []),
    ...advice.claims.flatMap((claim) => claim.unreadableAmounts ?? []),
  ];
  return {
    equations,
    failed,
    unbalancedClaims: [...unbalanced].sort((a, b) => a - b),
    unreadableAmounts,
    reversals,
    balances: failed.length === 0 && unreadableAmounts.length === 0,
  };
}

/** The equations one after the other, for those who need not keep them all. */
export function* balanceEquations(
  advice: RemittanceAdvice,
  reversals: readonly ReversalPair[],
  places?: RemittancePlaces,
): Generator<BalanceEquation> {
  let claimsPaidCents = 0;
  for (const [index, claim] of advice.claims.entries()) {
    claimsPaidCents += claim.paidCents;
    yield* proveClaim(claim, index, places?.claims[index]);
  }
  for (const pair of reversals) yield* reversalEquation(advice, pair, places);
  yield provePayment({
    paymentCents: advice.payment.amountCents,
    claimsPaidCents,
    claimCount: advice.claims.length,
    providerAdjustments: advice.providerAdjustments,
    ...(places?.paymentPosition === undefined ? {} : { segmentPosition: places.paymentPosition }),
  });
}

/** Only where the original stands in the same advice; whether it was taken back whole is for a person to see. */
function reversalEquation(
  advice: RemittanceAdvice,
  { reversalIndex, originalIndex }: ReversalPair,
  places: RemittancePlaces | undefined,
): BalanceEquation[] {
  const reversal = advice.claims[reversalIndex];
  const original = originalIndex === undefined ? undefined : advice.claims[originalIndex];
  if (reversal === undefined || original === undefined) return [];
  const segmentPosition = places?.claims[reversalIndex]?.segmentPosition;
  const place = {
    level: 'claim',
    claimIndex: reversalIndex,
    ...(segmentPosition === undefined ? {} : { segmentPosition }),
  } as const;
  const term = balanceTerm('original-payment', -original.paidCents, 1);
  return [balanceEquation('reversal-negates-original', place, reversal.paidCents, [term], true)];
}
