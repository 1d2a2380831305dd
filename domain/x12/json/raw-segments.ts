import type { TransactionSet } from '../interchange.js';
import { repeatedComponents, type Segment } from '../segment.js';
import type { SegmentValues } from '../segment-values.js';
import type { RawElement, RawSegment } from './file-json.js';

/** The segments between ST and SE. */
export function rawSegments(transactionSet: TransactionSet): RawSegment[] {
  return [...transactionSet.segments]
    .filter(({ id }) => id !== 'ST' && id !== 'SE')
    .map((segment) => ({
      id: segment.id,
      elements: Array.from({ length: segment.elementCount }, (_, index) => rawElement(segment, index + 1)),
    }));
}

function rawElement(segment: Segment, number: number): RawElement {
  const repetitions = repeatedComponents(segment, number).map((components): string | string[] => {
    const [only = ''] = components;
    return components.length > 1 ? components : only;
  });
  const [only = ''] = repetitions;
  return repetitions.length > 1 ? { repetitions } : only;
}

/** The same segments for the printer. */
export function rawSegmentValues(segments: readonly RawSegment[]): SegmentValues[] {
  return segments.map(({ id, elements }) => [id, ...elements]);
}
