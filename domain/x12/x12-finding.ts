import type { Cents } from '../kernel/cents.js';
import type { Severity } from '../kernel/finding.js';

/** What can be wrong with a file or a transaction set; stable, for counting, filters and tests. */
export type X12FindingCode =
  // the file and its envelope
  | 'no-interchange'
  | 'unreadable-bytes'
  | 'malformed-interchange-header'
  | 'component-separator-differs'
  | 'delimiters-collide'
  | 'missing-interchange-header'
  | 'missing-interchange-trailer'
  | 'missing-group-header'
  | 'missing-group-trailer'
  | 'missing-transaction-header'
  | 'missing-transaction-trailer'
  | 'misplaced-segment'
  | 'wrong-interchange-control-number'
  | 'wrong-group-control-number'
  | 'wrong-transaction-control-number'
  | 'repeated-control-number'
  | 'wrong-group-count'
  | 'wrong-transaction-count'
  | 'wrong-segment-count'
  | 'invalid-envelope-element'
  // segments and loops
  | 'malformed-segment'
  | 'empty-segment'
  | 'lower-case-segment-id'
  | 'unknown-guide'
  | 'unrecognized-segment'
  | 'unexpected-segment'
  | 'segment-out-of-sequence'
  | 'required-segment-missing'
  | 'required-loop-missing'
  | 'segment-repeats-too-often'
  | 'loop-repeats-too-often'
  | 'wrong-hierarchy'
  // elements
  | 'required-element-missing'
  | 'unused-element-present'
  | 'too-many-elements'
  | 'too-many-components'
  | 'too-many-repetitions'
  | 'element-too-short'
  | 'element-too-long'
  | 'invalid-character'
  | 'invalid-code'
  | 'invalid-number'
  | 'invalid-date'
  | 'invalid-time'
  | 'conditional-element-missing'
  // meaning, found by the reader of a transaction
  | 'conflicting-values'
  | 'not-understood'
  // sums and counts (SNIP 3)
  | 'out-of-balance'
  | 'patient-responsibility-differs'
  | 'charge-not-sum-of-lines'
  | 'prior-payer-line-out-of-balance'
  | 'prior-payer-payment-out-of-balance'
  | 'prior-payer-claim-out-of-balance'
  | 'wrong-line-number'
  | 'acknowledgement-totals-differ'
  // what one part of a claim makes necessary or forbids in another (SNIP 4)
  | 'original-reference-missing'
  | 'original-reference-unexpected'
  | 'accident-date-missing'
  | 'accident-date-unexpected'
  | 'accident-state-missing'
  | 'patient-level-missing'
  | 'patient-level-unexpected'
  | 'subscriber-address-missing'
  | 'subscriber-demographics-missing'
  | 'member-id-missing'
  | 'rendering-provider-missing'
  | 'medicare-secondary-reason-missing'
  | 'payer-order-repeated'
  | 'attachment-number-missing'
  | 'diagnosis-pointer-unknown'
  | 'repeated-diagnosis'
  | 'mixed-diagnosis-code-sets'
  | 'diagnosis-code-set-not-in-force'
  | 'service-in-future'
  | 'date-range-reversed'
  | 'service-before-birth'
  | 'onset-after-service'
  | 'adjudicating-payer-unknown'
  | 'adjudication-date-missing'
  | 'prior-payment-missing'
  | 'place-of-service-repeated'
  | 'repeated-claim-number'
  | 'negative-charge'
  | 'post-box-address'
  | 'short-postal-code'
  // the same of a remittance
  | 'reversal-not-negated'
  | 'reversal-differs-from-original'
  | 'reversal-without-correction'
  | 'submitted-procedure-repeated'
  | 'zero-adjustment'
  | 'repeated-adjustment-reason'
  | 'adjustment-reference-missing'
  | 'refund-not-offset'
  | 'payment-method-conflict'
  | 'payment-account-missing'
  | 'negative-payment'
  | 'payer-number-malformed'
  // the same of answers
  | 'eligibility-answer-missing'
  | 'eligibility-answer-conflict'
  | 'status-category-not-allowed'
  | 'acknowledgement-status-conflict'
  // lists kept by others (SNIP 5)
  | 'invalid-npi'
  | 'malformed-tax-id'
  | 'unknown-state'
  | 'malformed-postal-code'
  | 'malformed-external-code'
  | 'external-code-not-valid'
  // what one payer does not take (SNIP 7)
  | 'payer-refuses-frequency'
  | 'payer-refuses-attachment'
  | 'payer-refuses-line-count'
  | 'payer-refuses-dependent'
  | 'payer-refuses-line-rendering-provider'
  | 'payer-needs-authorization'
  | 'payer-needs-referral'
  | 'payer-needs-taxonomy';

/**
 * The levels of checking that WEDI's SNIP names: 1 syntax, 2 the guide's usage, repeats and codes, 3 sums and counts,
 * 4 what one part makes necessary in another, 5 code lists kept by others, 7 what one payer wants.
 */
export type SnipLevel = 1 | 2 | 3 | 4 | 5 | 7;

/** IK304: what is wrong with a segment (999, loop 2100). */
export type SegmentErrorCode = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | 'I4' | 'I6' | 'I7' | 'I8' | 'I9';

/** IK403: what is wrong with an element (999, loop 2110). */
export type ElementErrorCode =
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | '10'
  | '12'
  | '13'
  | 'I6'
  | 'I9'
  | 'I10'
  | 'I11'
  | 'I12'
  | 'I13';

/** Where in a file: ordinals count from 1 in file order; a segment's position counts from 1 at ST. */
export type X12Location = {
  readonly interchange?: number;
  readonly group?: number;
  readonly transaction?: number;
  readonly segmentPosition?: number;
  readonly segmentId?: string;
  readonly loop?: string;
  readonly element?: number;
  readonly component?: number;
  readonly repetition?: number;
  readonly byteOffset: number;
};

/** How the acknowledgements name the same trouble (999 IK3/IK4/IK5/AK9, TA1). */
export type AcknowledgementCodes = {
  /** IK304. */
  readonly segmentErrorCode?: SegmentErrorCode;
  /** IK403. */
  readonly elementErrorCode?: ElementErrorCode;
  /** IK402, the number of the data element in the X12 dictionary. */
  readonly elementReference?: string;
  /** IK502 of the transaction set. */
  readonly transactionErrorCode?: string;
  /** AK905 of the functional group. */
  readonly groupErrorCode?: string;
  /** TA105 of the interchange. */
  readonly interchangeNoteCode?: string;
};

/** Something wrong or doubtful in X12 bytes: never thrown, always collected, always with its place. */
export type X12Finding = X12Location &
  AcknowledgementCodes & {
    readonly code: X12FindingCode;
    readonly severity: Severity;
    /** Plain words, with what to do where that is known; never holds data of the file. */
    readonly message: string;
    /** The offending text as it stands in the file. May be patient data: not for logs. */
    readonly value?: string;
    /** The level of checking that finds it; `snipLevelOf` of the code where a finding carries none. */
    readonly snip?: SnipLevel;
    /** Of a sum that is wrong: what the file states, and what its parts add up to. */
    readonly figures?: { readonly statedCents: Cents; readonly computedCents: Cents };
  };

/** A short name of the place, such as `CLM05-3 in loop 2300, segment 28`; holds no data of the file. */
export function describeLocation(at: X12Location): string {
  let place = at.segmentId ?? 'file';
  if (at.element !== undefined) place += String(at.element).padStart(2, '0');
  if (at.component !== undefined) place += `-${at.component}`;
  if (at.repetition !== undefined && at.repetition > 1) place += ` (repetition ${at.repetition})`;
  if (at.loop !== undefined) place += ` in loop ${at.loop}`;
  if (at.segmentPosition !== undefined) place += `, segment ${at.segmentPosition}`;
  if (at.transaction !== undefined) place += ` of transaction ${at.transaction}`;
  if (at.interchange !== undefined && at.interchange > 1) place += ` in interchange ${at.interchange}`;
  return `${place}, byte ${at.byteOffset}`;
}

/** True when at least one finding is an error. */
export function hasErrors(findings: readonly X12Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}
