import type { Cents } from '../../kernel/cents.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { DateRange } from '../date-range.js';
import type { Identifier, Party } from '../party.js';
import type { Procedure } from '../procedure.js';

/** Which claims of a batch went into adjudication and which were turned back (277CA, 005010X214). */
export type ClaimAcknowledgement = {
  /** BHT03: the sender's number of this acknowledgement. */
  readonly referenceNumber: string;
  readonly createdDate?: PlainDate;
  /** `HHMM` or `HHMMSS`, as sent. */
  readonly createdTime?: string;
  readonly source: AcknowledgementSource;
  readonly submitter: Party;
  readonly batch: BatchAcknowledgement;
  readonly providers: readonly ProviderAcknowledgement[];
};

/** Who answers (loop 2100A, 2200A): the payer, or the clearinghouse in between. */
export type AcknowledgementSource = {
  readonly kind: 'payer' | 'clearinghouse';
  readonly party: Party;
  readonly traceNumber: string;
  readonly receivedDate?: PlainDate;
  readonly processedDate?: PlainDate;
};

/** The answer to the batch as a whole (loop 2200B). */
export type BatchAcknowledgement = {
  /** TRN02: the BHT03 of our 837. */
  readonly traceNumber: string;
  readonly statuses: readonly AcknowledgementStatus[];
  readonly totals: AcknowledgementTotals;
};

/** Counts and amounts as sent; absent when the sender left them out. */
export type AcknowledgementTotals = {
  readonly acceptedCount?: number;
  readonly rejectedCount?: number;
  readonly acceptedCents?: Cents;
  readonly rejectedCents?: Cents;
};

/** One billing provider of the batch (loop 2000C) with its claims. */
export type ProviderAcknowledgement = {
  readonly provider: Party;
  readonly traceNumber?: string;
  readonly statuses: readonly AcknowledgementStatus[];
  readonly totals: AcknowledgementTotals;
  /** REF 0B, 1G, G2, LU … */
  readonly references: readonly Identifier[];
  readonly claims: readonly AcknowledgedClaim[];
};

/** The answer to one claim (loop 2200D). */
export type AcknowledgedClaim = {
  readonly patient: Party;
  /** TRN02: our CLM01. */
  readonly patientControlNumber: string;
  readonly statuses: readonly AcknowledgementStatus[];
  /** REF*1K: the payer's own number, usually only for an accepted claim. */
  readonly payerClaimControlNumber?: string;
  /** REF*D9: our per-submission number, echoed. */
  readonly clearinghouseClaimNumber?: string;
  /** REF*BLT: institutional bill type. */
  readonly billType?: string;
  readonly servicePeriod?: DateRange;
  readonly lines: readonly AcknowledgedLine[];
};

/** The answer to one service line (loop 2220D). */
export type AcknowledgedLine = {
  readonly procedure: Procedure;
  readonly chargeCents?: Cents;
  readonly revenueCode?: string;
  readonly units?: number;
  readonly statuses: readonly AcknowledgementStatus[];
  /** REF*FJ: our line control number. */
  readonly lineControlNumber?: string;
  readonly servicePeriod?: DateRange;
};

/** One status of a claim, line, provider or batch; each of STC01, STC10 and STC11 is one. */
export type AcknowledgementStatus = {
  /** Health care claim status category: A1, A2, A3, A7 … */
  readonly category: string;
  /** Health care claim status code: 20, 21, 562 … */
  readonly code: string;
  /** Whom the status is about: 85 billing provider, IL subscriber, PR payer … */
  readonly entity?: string;
  /** STC03: WQ accept, U reject; absent when the sender left it out. */
  readonly action?: 'WQ' | 'U';
  readonly amountCents?: Cents;
  readonly date?: PlainDate;
  /** STC12: the sender's own words. */
  readonly text?: string;
};
