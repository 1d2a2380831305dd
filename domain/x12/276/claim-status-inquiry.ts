import type { Cents } from '../../kernel/cents.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { DateRange } from '../date-range.js';
import type { Procedure } from '../procedure.js';
import type { StatusParties } from '../status-hierarchy.js';

/** Questions about claims already sent (276, 005010X212): one transaction, any number of claims. */
export type ClaimStatusInquiry = {
  /** BHT03: our number of this transaction. */
  readonly referenceNumber: string;
  readonly createdDate?: PlainDate;
  /** `HHMM` or `HHMMSS`. */
  readonly createdTime?: string;
  readonly inquiries: readonly ClaimStatusQuestion[];
};

/** One question: whose claim (payer, submitter, provider, subscriber, dependent), and how the payer may find it. */
export type ClaimStatusQuestion = StatusParties & {
  /** TRN02: our trace, echoed in the answer. */
  readonly traceNumber: string;
  /** REF*1K. */
  readonly payerClaimControlNumber?: string;
  /** REF*EJ: our CLM01. */
  readonly patientControlNumber?: string;
  /** REF*BLT. */
  readonly billType?: string;
  /** REF*D9. */
  readonly clearinghouseClaimNumber?: string;
  /** REF*6P. */
  readonly groupNumber?: string;
  /** AMT*T3. */
  readonly chargeCents?: Cents;
  /** DTP*472. */
  readonly servicePeriod?: DateRange;
  readonly lines: readonly ClaimStatusQuestionLine[];
};

/** One service line asked about (loop 2210). */
export type ClaimStatusQuestionLine = {
  readonly procedure: Procedure;
  readonly chargeCents?: Cents;
  readonly revenueCode?: string;
  readonly units?: number;
  /** REF*FJ. */
  readonly lineControlNumber?: string;
  readonly servicePeriod?: DateRange;
};
