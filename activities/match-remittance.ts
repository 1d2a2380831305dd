import type { PracticeTransaction } from '../db/database.js';
import { derivedId } from '../db/new-id.js';
import type { RemittanceClaimInput } from '../db/remittance-claims.js';
import { findRemittedClaims, type RemittedClaim } from '../db/remittances.js';
import type { RemittanceAdvice, RemittanceClaim } from '../domain/x12/835/remittance-advice.js';

/** A claim of the advice, by its place in it (from 1). */
type DecidedClaim = { readonly ordinal: number; readonly remittanceClaimId: string; readonly decided: RemittanceClaim };
export type MatchedClaim = DecidedClaim & { readonly claim: RemittedClaim };

export type RemittanceMatch = {
  readonly matched: readonly MatchedClaim[];
  readonly unmatched: readonly DecidedClaim[];
  /** Every claim of the advice as it is kept. */
  readonly rows: readonly RemittanceClaimInput[];
};

/** Finds our claims in an advice: by patient control number (CLP01), else by the payer’s own number (CLP07). Locks them. */
export async function matchRemittance(
  tx: PracticeTransaction,
  remittanceId: string,
  advice: RemittanceAdvice,
): Promise<RemittanceMatch> {
  const claims = await findRemittedClaims(tx, {
    patientControlNumbers: advice.claims.map((decided) => decided.patientControlNumber),
    payerClaimControlNumbers: advice.claims.flatMap((decided) => decided.payerClaimControlNumber ?? []),
  });
  const byOurs = new Map(claims.map((claim) => [claim.patient_control_number, claim]));
  const byTheirs = new Map(
    claims.flatMap((claim) =>
      claim.payer_claim_control_number === null ? [] : [[claim.payer_claim_control_number, claim]],
    ),
  );
  const matched: MatchedClaim[] = [];
  const unmatched: DecidedClaim[] = [];
  const rows: RemittanceClaimInput[] = [];
  for (const [index, decided] of advice.claims.entries()) {
    const claim = byOurs.get(decided.patientControlNumber) ?? byTheirs.get(decided.payerClaimControlNumber ?? '');
    const one = {
      ordinal: index + 1,
      remittanceClaimId: derivedId('remittanceClaim', remittanceId, String(index + 1)),
      decided,
    };
    if (claim === undefined) unmatched.push(one);
    else matched.push({ ...one, claim });
    rows.push(keptRow(remittanceId, one, claim?.id ?? null));
  }
  return { matched, unmatched, rows };
}

function keptRow(remittanceId: string, one: DecidedClaim, claimId: string | null): RemittanceClaimInput {
  const { decided } = one;
  return {
    id: one.remittanceClaimId,
    remittanceId,
    ordinal: one.ordinal,
    claimId,
    patientControlNumber: decided.patientControlNumber,
    statusCode: decided.statusCode,
    chargeCents: decided.chargeCents,
    paidCents: decided.paidCents,
    patientResponsibilityCents: decided.patientResponsibilityCents,
    payerClaimControlNumber: decided.payerClaimControlNumber ?? null,
    data: decided,
  };
}
