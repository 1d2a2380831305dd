import type { Cents } from '../../kernel/cents.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Contact } from '../contact.js';
import type { DateRange } from '../date-range.js';
import type { Party } from '../party.js';
import type { Procedure } from '../procedure.js';
import type { StatusParties } from '../status-hierarchy.js';

/** A payer's answer to claim status inquiries (277, 005010X212). */
export type ClaimStatusResponse = {
  /** BHT03: the payer's number of this transaction. */
  readonly referenceNumber: string;
  readonly createdDate?: PlainDate;
  /** `HHMM` or `HHMMSS`, as sent. */
  readonly createdTime?: string;
  readonly answers: readonly ClaimStatusAnswer[];
  /** Refusals of the submitter or of a provider as a whole (loops 2200B, 2200C): no claim was looked up. */
  readonly partyAnswers: readonly PartyStatusAnswer[];
};

/** The answer about one claim; several claims may answer one question (same trace). */
export type ClaimStatusAnswer = StatusParties & {
  readonly payerContacts: readonly Contact[];
  /** TRN02: the trace of our question. */
  readonly traceNumber: string;
  readonly statuses: readonly ClaimStatus[];
  /** REF*1K. */
  readonly payerClaimControlNumber?: string;
  /** REF*EJ: our CLM01. */
  readonly patientControlNumber?: string;
  /** REF*BLT. */
  readonly billType?: string;
  /** REF*D9. */
  readonly clearinghouseClaimNumber?: string;
  /** DTP*472. */
  readonly servicePeriod?: DateRange;
  readonly lines: readonly ClaimStatusAnswerLine[];
};

/** One status; each of STC01, STC10 and STC11 is one. */
export type ClaimStatus = {
  /** Health care claim status category: A1, P1, F1, D0 … (`classifyStatusCategory` says what it means). */
  readonly category: string;
  readonly code: string;
  readonly entity?: string;
  /** STC02. */
  readonly effectiveDate?: PlainDate;
  readonly chargeCents?: Cents;
  readonly paidCents?: Cents;
  /** STC06: when the claim was adjudicated. */
  readonly adjudicationDate?: PlainDate;
  /** STC08: date of the cheque or EFT. */
  readonly remittanceDate?: PlainDate;
  /** STC09: cheque or EFT number; leads to the 835. */
  readonly remittanceTraceNumber?: string;
  /** STC12: the payer's own words. */
  readonly text?: string;
};

/** The answer about one service line (loop 2220). */
export type ClaimStatusAnswerLine = {
  readonly procedure: Procedure;
  readonly chargeCents?: Cents;
  readonly paidCents?: Cents;
  readonly revenueCode?: string;
  readonly units?: number;
  readonly statuses: readonly ClaimStatus[];
  /** REF*FJ. */
  readonly lineControlNumber?: string;
  readonly servicePeriod?: DateRange;
};

/** A refusal above claim level. */
export type PartyStatusAnswer = {
  readonly level: 'submitter' | 'provider';
  readonly payer: Party;
  readonly submitter: Party;
  readonly provider?: Party;
  readonly traceNumber?: string;
  readonly statuses: readonly ClaimStatus[];
};
