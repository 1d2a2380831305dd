import type { PracticeTransaction } from '../db/database.js';
import { derivedId } from '../db/new-id.js';
import type { RemittanceClaimInput } from '../db/remittance-claims.js';
import { findRemittedClaims, type RemittanceRow, type RemittedClaim } from '../db/remittances.js';
import { negateCents } from '../domain/kernel/cents.js';
import { isReversal } from '../domain/x12/835/is-reversal.js';
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

/** Finds our claims in an advice: by patient control number (CLP01), else by the payer’s own number (CLP07) where the payer is known and the charge is the same. Locks them. */
export async function matchRemittance(
  tx: PracticeTransaction,
  remittance: Pick<RemittanceRow, 'id' | 'payer_code'>,
  advice: RemittanceAdvice,
): Promise<RemittanceMatch> {
  const claims = await findRemittedClaims(tx, {
    patientControlNumbers: advice.claims.map((decided) => decided.patientControlNumber),
    payerClaimControlNumbers: advice.claims.flatMap((decided) => decided.payerClaimControlNumber ?? []),
  });
  const byOurs = new Map(claims.map((claim) => [claim.patient_control_number, claim]));
  const ofPayer = claims.filter(
    (claim) => remittance.payer_code !== null && claim.payer_code === remittance.payer_code,
  );
  const matched: MatchedClaim[] = [];
  const unmatched: DecidedClaim[] = [];
  const rows: RemittanceClaimInput[] = [];
  for (const [index, decided] of advice.claims.entries()) {
    const claim = byOurs.get(decided.patientControlNumber) ?? byPayerNumber(ofPayer, decided);
    const one = {
      ordinal: index + 1,
      remittanceClaimId: derivedId('remittanceClaim', remittance.id, String(index + 1)),
      decided,
    };
    if (claim === undefined) unmatched.push(one);
    else matched.push({ ...one, claim });
    rows.push(keptRow(remittance.id, one, claim?.id ?? null));
  }
  return { matched, unmatched, rows };
}

/** Payers give out numbers of their own, so another payer's may be the same; a charge that differs means another claim. */
function byPayerNumber(ofPayer: readonly RemittedClaim[], decided: RemittanceClaim): RemittedClaim | undefined {
  const chargeCents = isReversal(decided) ? negateCents(decided.chargeCents) : decided.chargeCents;
  const [only, ...others] = ofPayer.filter(
    (claim) =>
      claim.payer_claim_control_number === decided.payerClaimControlNumber && claim.charge_cents === chargeCents,
  );
  return others.length === 0 ? only : undefined;
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
