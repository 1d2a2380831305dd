import type { Cents } from '../../kernel/cents.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Identifier, Party } from '../party.js';
import type { PostalAddress } from '../postal-address.js';
import type { PriorPayerAdjustment } from './prior-payer-adjustment.js';

/** Another payer of the same patient (loops 2320 and 2330A–G) and what it decided about the claim. */
export type OtherPayer = {
  /** SBR01. */
  readonly payerResponsibility: string;
  /** SBR02: the patient's relationship to this payer's subscriber, 18 self. */
  readonly relationship: string;
  readonly groupNumber?: string;
  readonly groupName?: string;
  /** SBR05: why Medicare pays second. */
  readonly medicareSecondaryReason?: string;
  /** SBR09. */
  readonly filingIndicator?: string;
  /** Adjustments of the claim as a whole, exactly as that payer sent them. */
  readonly adjustments: readonly PriorPayerAdjustment[];
  /** AMT*D. */
  readonly paidCents?: Cents;
  /** AMT*A8. */
  readonly nonCoveredCents?: Cents;
  /** AMT*EAF. */
  readonly remainingPatientLiabilityCents?: Cents;
  /** OI03: Y, N or W. */
  readonly benefitsAssigned: string;
  /** OI04. */
  readonly patientSignatureSource?: string;
  /** OI06: Y or I. */
  readonly releaseOfInformation: string;
  readonly outpatientAdjudication?: OutpatientAdjudication;
  /** Loop 2330A, with that payer's member id. */
  readonly subscriber: Party;
  readonly subscriberAddress?: PostalAddress;
  /** REF*SY of loop 2330A. */
  readonly subscriberReferences: readonly Identifier[];
  /** Loop 2330B. */
  readonly name: string;
  readonly identifier: Identifier;
  readonly address?: PostalAddress;
  /** DTP*573, when not given on the lines. */
  readonly adjudicatedOn?: PlainDate;
  /** REF*F8 of loop 2330B: that payer's number of the claim. */
  readonly claimControlNumber?: string;
  /** Other REF of loop 2330B: 2U, EI, FY, NF, G1, 9F, T4. */
  readonly references: readonly Identifier[];
};

/** MOA, as in the other payer's 835. */
export type OutpatientAdjudication = {
  /** A fraction: 0.8 is 80 %. */
  readonly reimbursementRate?: number;
  readonly payableCents?: Cents;
  /** Remark codes (RARC), at most five. */
  readonly remarkCodes: readonly string[];
  readonly endStageRenalDiseasePaidCents?: Cents;
  readonly nonpayableProfessionalCents?: Cents;
};
