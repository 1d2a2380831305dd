import { element, type Segment } from './segment.js';

/** Where a composite of a shape that cannot be mistaken stands. */
const compositeElement = new Map([
  ['CLM', 5],
  ['HI', 1],
  ['SV1', 1],
  ['SVC', 1],
  ['SVD', 3],
  ['STC', 1],
]);

/** The separator a composite of the segment uses, and the element it stands in; undefined when the segment does not tell. */
export function usedComponentSeparator(
  segment: Segment,
  declared: string,
): { readonly separator: string; readonly element: number } | undefined {
  const number = compositeElement.get(segment.id);
  if (number === undefined) return undefined;
  const written = element(segment, number);
  if (written.includes(declared)) return { separator: declared, element: number };
  const separator = /^[A-Z0-9]{1,3}([^A-Za-z0-9\s.^-])[A-Z0-9]/.exec(written)?.[1];
  if (separator === undefined || separator === segment.source.repetition) return undefined;
  return { separator, element: number };
}
