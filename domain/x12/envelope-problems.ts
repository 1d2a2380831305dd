import type { Severity } from '../kernel/finding.js';
import type { AcknowledgementCodes, X12FindingCode } from './x12-finding.js';

/** What can be wrong with an envelope, how we say it, and how TA1, AK9 and IK5 do. */
export type EnvelopeProblem = AcknowledgementCodes & {
  readonly code: X12FindingCode;
  readonly severity: Severity;
  readonly message: string;
};

export const envelopeProblems = {
  unusualHeaderWidth: {
    code: 'malformed-interchange-header',
    severity: 'warning',
    message:
      'The ISA segment does not have its fixed width of 106 characters; its elements were read by their separators.',
  },
  collidingDelimiters: {
    code: 'delimiters-collide',
    severity: 'error',
    message:
      'The ISA segment declares delimiters that are equal or are letters, digits or blanks; ask the sender for others.',
    interchangeNoteCode: '026',
  },
  repeatedInterchangeControlNumber: {
    code: 'repeated-control-number',
    severity: 'error',
    message: 'ISA13 is the same as that of an earlier interchange of this file; each needs a number of its own.',
    interchangeNoteCode: '025',
  },
  missingInterchangeHeader: {
    code: 'missing-interchange-header',
    severity: 'error',
    message: 'The file begins without an ISA segment; usual delimiters were assumed.',
    interchangeNoteCode: '022',
  },
  missingInterchangeTrailer: {
    code: 'missing-interchange-trailer',
    severity: 'error',
    message: 'The interchange ends without an IEA segment; it may be incomplete.',
    interchangeNoteCode: '023',
  },
  wrongGroupCount: {
    code: 'wrong-group-count',
    severity: 'error',
    message: 'IEA01 does not agree with the number of groups of the interchange.',
    interchangeNoteCode: '021',
  },
  wrongInterchangeControlNumber: {
    code: 'wrong-interchange-control-number',
    severity: 'error',
    message: 'IEA02 differs from ISA13.',
    interchangeNoteCode: '001',
  },
  missingGroupHeader: {
    code: 'missing-group-header',
    severity: 'error',
    message: 'Segments stand outside of any functional group: the GS segment is missing.',
  },
  missingGroupTrailer: {
    code: 'missing-group-trailer',
    severity: 'error',
    message: 'The functional group ends without a GE segment; it may be incomplete.',
    groupErrorCode: '3',
  },
  misplacedGroupTrailer: {
    code: 'misplaced-segment',
    severity: 'error',
    message: 'A GE segment stands where no functional group is open.',
  },
  repeatedGroupControlNumber: {
    code: 'repeated-control-number',
    severity: 'error',
    message: 'GS06 is the same as that of an earlier group of the interchange.',
    groupErrorCode: '19',
  },
  wrongTransactionCount: {
    code: 'wrong-transaction-count',
    severity: 'error',
    message: 'GE01 does not agree with the number of transaction sets of the group.',
    groupErrorCode: '5',
  },
  wrongGroupControlNumber: {
    code: 'wrong-group-control-number',
    severity: 'error',
    message: 'GE02 differs from GS06.',
    groupErrorCode: '4',
  },
  missingTransactionHeader: {
    code: 'missing-transaction-header',
    severity: 'error',
    message: 'Segments stand outside of any transaction set: the ST segment is missing.',
  },
  missingTransactionTrailer: {
    code: 'missing-transaction-trailer',
    severity: 'error',
    message: 'The transaction set ends without an SE segment; it may be incomplete.',
    transactionErrorCode: '2',
  },
  misplacedTransactionTrailer: {
    code: 'misplaced-segment',
    severity: 'error',
    message: 'An SE segment stands where no transaction set is open.',
  },
  repeatedTransactionControlNumber: {
    code: 'repeated-control-number',
    severity: 'error',
    message: 'ST02 is the same as that of an earlier transaction set of the group.',
    transactionErrorCode: '23',
  },
  wrongSegmentCount: {
    code: 'wrong-segment-count',
    severity: 'error',
    message: 'SE01 does not agree with the number of segments from ST to SE.',
    transactionErrorCode: '4',
  },
  wrongTransactionControlNumber: {
    code: 'wrong-transaction-control-number',
    severity: 'error',
    message: 'SE02 differs from ST02.',
    transactionErrorCode: '3',
  },
  componentSeparatorDiffers: {
    code: 'component-separator-differs',
    severity: 'warning',
    message: 'Composite elements use a separator other than the one ISA16 declares; the used one was taken.',
    interchangeNoteCode: '027',
  },
  malformedSegment: {
    code: 'malformed-segment',
    severity: 'error',
    message: 'A segment does not begin with a segment id of two or three letters and digits.',
    segmentErrorCode: '1',
  },
  lowerCaseSegmentId: {
    code: 'lower-case-segment-id',
    severity: 'warning',
    message: 'A segment id is in lower case; it was read as upper case.',
  },
  unterminatedSegment: {
    code: 'malformed-segment',
    severity: 'warning',
    message: 'The last segment of the file has no terminator; it may be cut off.',
  },
  oversizedSegment: {
    code: 'malformed-segment',
    severity: 'error',
    message: 'A segment is longer than a megabyte, so its terminator is probably missing; it was left out.',
    segmentErrorCode: '1',
  },
  emptySegment: {
    code: 'empty-segment',
    severity: 'warning',
    message: 'Segment terminators follow one another with nothing between them.',
  },
} as const satisfies Readonly<Record<string, EnvelopeProblem>>;
