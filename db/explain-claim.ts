import { type ClaimExplanation, listClaimExplanations } from './claim-history-queries.js';
import { type ClaimSummary, findClaim } from './claim-queries.js';
import type { Queryable } from './database.js';

/** Why a claim is as it is: every decision with its reasons, and the money that came of them. */
export interface ExplainedClaim {
  readonly claimId: string;
  readonly patientControlNumber: string;
  readonly headline: string;
  readonly money: Pick<ClaimSummary, 'chargeCents' | 'paidCents' | 'adjustedCents' | 'patientResponsibilityCents'>;
  /** Oldest first. */
  readonly decisions: readonly ClaimExplanation[];
}

/** The explanation of a claim, or null when the practice has none of this id. */
export async function explainClaim(query: Queryable, claimId: string): Promise<ExplainedClaim | null> {
  const claim = await findClaim(query, claimId);
  if (claim === null) return null;
  const { patientControlNumber, headline, chargeCents, paidCents, adjustedCents, patientResponsibilityCents } = claim;
  return {
    claimId,
    patientControlNumber,
    headline,
    money: { chargeCents, paidCents, adjustedCents, patientResponsibilityCents },
    decisions: await listClaimExplanations(query, claimId),
  };
}
