import type { EligibilityInquiry } from '../270/eligibility-inquiry.js';
import type { EligibilityResponse } from '../271/eligibility-response.js';
import type { ClaimStatusInquiry } from '../276/claim-status-inquiry.js';
import type { ClaimStatusResponse } from '../277/claim-status-response.js';
import type { ClaimAcknowledgement } from '../277ca/claim-acknowledgement.js';
import type { RemittanceAdvice } from '../835/remittance-advice.js';
import type { ProfessionalClaimBatch } from '../837p/professional-claim-batch.js';
import type { ImplementationAcknowledgement } from '../999/implementation-acknowledgement.js';
import type { InterchangeAcknowledgement } from '../ta1/interchange-acknowledgement.js';

/**
 * A whole X12 file as JSON (version 1). Amounts are integer cents, dates `YYYY-MM-DD` in the models and as written in
 * the envelope; a property that has nothing to say is absent. Holds all data of the file, patients' too.
 */
export type FileJson = {
  readonly format: 'teleclaim-x12';
  readonly version: 1;
  readonly interchanges: readonly InterchangeJson[];
};

/** ISA to IEA; counts and trailers follow from the contents. */
export type InterchangeJson = {
  readonly delimiters: DelimitersJson;
  /** What stands after each segment terminator. */
  readonly lineEnd: '' | '\n' | '\r\n';
  /** ISA01 and ISA02, ISA03 and ISA04. */
  readonly authorization: QualifiedText;
  readonly security: QualifiedText;
  readonly sender: QualifiedText;
  readonly receiver: QualifiedText;
  /** ISA09 YYMMDD and ISA10 HHMM. */
  readonly date: string;
  readonly time: string;
  /** ISA12. */
  readonly version: string;
  /** ISA13. */
  readonly controlNumber: string;
  readonly acknowledgementRequested: boolean;
  /** ISA15: P production, T test. */
  readonly usage: string;
  /** TA1 segments before the first group. */
  readonly acknowledgements: readonly InterchangeAcknowledgement[];
  readonly groups: readonly GroupJson[];
};

export type DelimitersJson = {
  readonly element: string;
  /** Absent in version 00401. */
  readonly repetition?: string;
  readonly component: string;
  readonly segment: string;
};

export type QualifiedText = { readonly qualifier: string; readonly value: string };

/** GS to GE. */
export type GroupJson = {
  /** GS01: HC claims, HP remittance, FA acknowledgement, HN/HR status, HB/HS eligibility. */
  readonly functionalId: string;
  readonly senderCode: string;
  readonly receiverCode: string;
  /** GS04 CCYYMMDD and GS05. */
  readonly date: string;
  readonly time: string;
  /** GS06. */
  readonly controlNumber: string;
  /** GS07. */
  readonly agency: string;
  /** GS08. */
  readonly guideId: string;
  readonly transactionSets: readonly TransactionSetJson[];
};

/** ST to SE. */
export type TransactionSetJson = TransactionHeaderJson & TransactionContents;

export type TransactionHeaderJson = {
  /** ST01. */
  readonly transactionId: string;
  /** ST02. */
  readonly controlNumber: string;
  /** ST03; an 835 has none. */
  readonly implementationReference?: string;
};

/** What a transaction set says: the model of its guide, or its segments when the guide is not known. */
export type TransactionContents =
  | { readonly kind: '837P'; readonly value: ProfessionalClaimBatch }
  | { readonly kind: '835'; readonly value: RemittanceAdvice }
  | { readonly kind: '999'; readonly value: ImplementationAcknowledgement }
  | { readonly kind: '277CA'; readonly value: ClaimAcknowledgement }
  | { readonly kind: '276'; readonly value: ClaimStatusInquiry }
  | { readonly kind: '277'; readonly value: ClaimStatusResponse }
  | { readonly kind: '270'; readonly value: EligibilityInquiry }
  | { readonly kind: '271'; readonly value: EligibilityResponse }
  | { readonly kind: 'unknown'; readonly segments: readonly RawSegment[] };

/** A segment without its meaning. */
export type RawSegment = { readonly id: string; readonly elements: readonly RawElement[] };

/** A simple element, the components of a composite one, or the repetitions of either. */
export type RawElement = string | readonly string[] | { readonly repetitions: readonly (string | readonly string[])[] };
