import type {
  AcknowledgementCodes,
  ElementErrorCode,
  SegmentErrorCode,
  X12Finding,
  X12FindingCode,
} from '../x12-finding.js';

/** IK403 of what is found by the meaning of a value, where nothing closer to the syntax was said. */
const elementCodes: Partial<Record<X12FindingCode, ElementErrorCode>> = {
  'required-element-missing': '1',
  'conditional-element-missing': '2',
  'too-many-elements': '3',
  'element-too-short': '4',
  'element-too-long': '5',
  'invalid-character': '6',
  'invalid-number': '6',
  'invalid-code': '7',
  'invalid-date': '8',
  'invalid-time': '9',
  'too-many-repetitions': '12',
  'too-many-components': '13',
  'unused-element-present': 'I10',
};

/** IK304 of the same, for findings about a whole segment. */
const segmentCodes: Partial<Record<X12FindingCode, SegmentErrorCode>> = {
  'unrecognized-segment': '1',
  'malformed-segment': '1',
  'unexpected-segment': '2',
  'required-segment-missing': '3',
  'required-loop-missing': '3',
  'loop-repeats-too-often': '4',
  'segment-repeats-too-often': '5',
  'segment-out-of-sequence': '7',
};

/** Implementation pattern match failure: a value of good form that does not fit the others. */
const doesNotFit = 'I12';

/**
 * IK304 and IK403 of a finding: those it brings along, else those of its code, so that no set is rejected without a
 * word. Both absent for a finding that IK5, AK9 or TA1 speaks of.
 */
export function acknowledgementCodesOf(
  finding: X12Finding,
): Pick<AcknowledgementCodes, 'segmentErrorCode' | 'elementErrorCode'> {
  const { segmentErrorCode, elementErrorCode, element, code } = finding;
  if (elementErrorCode !== undefined) return { segmentErrorCode: segmentErrorCode ?? '8', elementErrorCode };
  if (segmentErrorCode !== undefined) return { segmentErrorCode };
  const isOfEnvelope =
    finding.transactionErrorCode !== undefined ||
    finding.groupErrorCode !== undefined ||
    finding.interchangeNoteCode !== undefined;
  if (isOfEnvelope) return {};
  if (element === undefined) return { segmentErrorCode: segmentCodes[code] ?? '8' };
  return { segmentErrorCode: '8', elementErrorCode: elementCodes[code] ?? doesNotFit };
}
