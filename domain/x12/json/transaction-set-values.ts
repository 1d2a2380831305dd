import { eligibilityInquiryTransactionSet } from '../270/write-eligibility-inquiry.js';
import { eligibilityResponseTransactionSet } from '../271/write-eligibility-response.js';
import { claimStatusInquiryTransactionSet } from '../276/write-claim-status-inquiry.js';
import { claimStatusResponseTransactionSet } from '../277/write-claim-status-response.js';
import { claimAcknowledgementTransactionSet } from '../277ca/write-claim-acknowledgement.js';
import { remittanceTransactionSet } from '../835/write-remittance-advice.js';
import { professionalClaimTransaction } from '../837p/write-professional-claim-batch.js';
import { implementationAcknowledgementTransaction } from '../999/write-implementation-acknowledgement.js';
import { assertNever } from '../../kernel/assert-never.js';
import type { TransactionHeading, WritingTime } from '../transaction-heading.js';
import type { SegmentValues } from '../segment-values.js';
import type { TransactionContents } from './file-json.js';
import { rawSegmentValues } from './raw-segments.js';

/**
 * The segments between ST and SE that say the contents. `now` stands in for a heading (BHT04, BHT05) that has no date
 * or time; undefined when both are lacking.
 */
export function transactionSetValues(
  contents: TransactionContents,
  now: WritingTime | undefined,
): readonly SegmentValues[] | undefined {
  switch (contents.kind) {
    case '837P':
      return professionalClaimTransaction(contents.value).segments;
    case '835':
      return remittanceTransactionSet(contents.value).segments;
    case '999':
      return implementationAcknowledgementTransaction(contents.value).segments;
    case 'unknown':
      return rawSegmentValues(contents.segments);
    case '277CA':
      return headed(contents.value, now, claimAcknowledgementTransactionSet);
    case '276':
      return headed(contents.value, now, claimStatusInquiryTransactionSet);
    case '277':
      return headed(contents.value, now, claimStatusResponseTransactionSet);
    case '270':
      return headed(contents.value, now, eligibilityInquiryTransactionSet);
    case '271':
      return headed(contents.value, now, eligibilityResponseTransactionSet);
  }
  return assertNever(contents);
}

function headed<Model extends TransactionHeading>(
  value: Model,
  now: WritingTime | undefined,
  write: (value: Model, now: WritingTime) => { readonly segments: readonly SegmentValues[] },
): readonly SegmentValues[] | undefined {
  const date = value.createdDate ?? now?.date;
  const time = value.createdTime ?? now?.time;
  return date === undefined || time === undefined ? undefined : write(value, { date, time }).segments;
}
