import type { Cents } from '../../kernel/cents.js';
import { sumWithinRange } from '../sum-within-range.js';
import { isReversal } from './is-reversal.js';
import type { RemittanceClaim } from './remittance-advice.js';

/** A reversal with the claims of the same advice it belongs to; positions in the advice, from 0. */
export type ReversalPair = {
  readonly reversalIndex: number;
  /** The adjudication it takes back, when this very advice holds it; it mostly came in an earlier one. */
  readonly originalIndex?: number;
  /** The adjudication that stands instead: the next one of the claim. It may also come later, or never (a void). */
  readonly correctionIndex?: number;
  /** What reversal and correction together move. */
  readonly netCents: Cents;
};

/**
 * Puts each reversal (CLP02 22) together with its original and its correction, by our claim number (CLP01) and, where
 * both have one, the payer's (CLP07) for the original: a correction has a number of its own.
 */
export function pairReversals(claims: readonly RemittanceClaim[]): ReversalPair[] {
  const byNumber = claimsByNumber(claims);
  const used = new Set<number>();
  return claims.flatMap((reversal, reversalIndex): ReversalPair[] => {
    if (!isReversal(reversal)) return [];
    const ofClaim = byNumber.get(reversal.patientControlNumber) ?? [];
    const originalIndex = ofClaim.findLast(
      (index) => index < reversalIndex && !used.has(index) && isSamePayerClaim(claims[index], reversal),
    );
    if (originalIndex !== undefined) used.add(originalIndex);
    const correctionIndex = ofClaim.find((index) => index > reversalIndex && !used.has(index));
    if (correctionIndex !== undefined) used.add(correctionIndex);
    const correctedCents = correctionIndex === undefined ? 0 : (claims[correctionIndex]?.paidCents ?? 0);
    return [
      {
        reversalIndex,
        ...(originalIndex === undefined ? {} : { originalIndex }),
        ...(correctionIndex === undefined ? {} : { correctionIndex }),
        netCents: sumWithinRange([reversal.paidCents, correctedCents]),
      },
    ];
  });
}

/** Positions of the claims that are no reversals, of those numbers that have a reversal. */
function claimsByNumber(claims: readonly RemittanceClaim[]): ReadonlyMap<string, readonly number[]> {
  const byNumber = new Map<string, number[]>();
  for (const claim of claims) if (isReversal(claim)) byNumber.set(claim.patientControlNumber, []);
  if (byNumber.size === 0) return byNumber;
  claims.forEach((claim, index) => {
    if (!isReversal(claim)) byNumber.get(claim.patientControlNumber)?.push(index);
  });
  return byNumber;
}

function isSamePayerClaim(claim: RemittanceClaim | undefined, reversal: RemittanceClaim): boolean {
  if (claim === undefined) return false;
  const [ours, theirs] = [claim.payerClaimControlNumber, reversal.payerClaimControlNumber];
  return ours === undefined || theirs === undefined || ours === theirs;
}
