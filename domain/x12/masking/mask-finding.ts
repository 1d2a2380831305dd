import { isSegmentId } from '../segment-ids.js';
import { maskedText } from '../view/printable.js';
import type { X12Finding } from '../x12-finding.js';

/** Segments that count and number, and hold nothing of a person. */
const countingSegments: ReadonlySet<string> = new Set(['ISA', 'IEA', 'GS', 'GE', 'SE', 'HL', 'LX']);
const counter = /^(\d{1,10}|[^A-Za-z]|U)$/;

/**
 * A finding without what may be of a patient: its value, unless it is a count or number of the envelope, and an id that
 * is no segment's. A wrong value may stand where it does not belong, so that its place says nothing of it.
 */
export function maskFinding(finding: X12Finding): X12Finding {
  const { value, segmentId, ...rest } = finding;
  const isCounter = segmentId !== undefined && countingSegments.has(segmentId) && counter.test(value ?? '');
  return {
    ...rest,
    ...(value === undefined ? {} : { value: isCounter ? value : maskedText }),
    ...(segmentId === undefined ? {} : { segmentId: isSegmentId(segmentId) ? segmentId : '?' }),
  };
}
