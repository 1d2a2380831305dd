import type { Cents } from '../kernel/cents.js';

/** Who bears an adjustment (835 CAS01). */
export type AdjustmentGroup = 'CO' | 'OA' | 'PI' | 'PR';

/** One adjustment of a CAS segment; a positive amount lowers the payment. */
export interface Adjustment {
  readonly group: AdjustmentGroup;
  /** Claim adjustment reason code (CARC). */
  readonly reasonCode: string;
  readonly amountCents: Cents;
}

/** A service line as the payer decided it (835 2110). */
export interface AdjudicatedLine {
  readonly procedureCode: string;
  /** The procedure we sent, when the payer changed it (SVC06). */
  readonly submittedProcedure?: { readonly code: string };
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  readonly adjustments: readonly Adjustment[];
  /** Remittance advice remark codes (LQ*HE). */
  readonly remarkCodes: readonly string[];
  /** Our line control number (REF*6R), `<patient control number>L<line>`. */
  readonly lineControlNumber?: string;
}

/**
 * What deciding the next step reads of a claim in an 835 (loop 2100). The 835 model's claim fits as it is; so does a
 * row of the database that keeps these fields.
 */
export interface AdjudicatedClaim {
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  readonly patientResponsibilityCents: Cents;
  /** The payer's claim control number (CLP07). */
  readonly payerClaimControlNumber?: string;
  readonly adjustments: readonly Adjustment[];
  /** Claim-level remark codes (MIA, MOA). */
  readonly remarkCodes: readonly string[];
  readonly lines: readonly AdjudicatedLine[];
}
