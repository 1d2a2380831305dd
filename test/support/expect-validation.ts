import { expect } from 'vitest';
import { elementByteOffset, segmentText } from '../../domain/x12/segment.js';
import { validateTransaction } from '../../domain/x12/validate-transaction.js';
import type { ValidationOptions } from '../../domain/x12/validation-options.js';
import type { X12FindingCode } from '../../domain/x12/x12-finding.js';
import { onlyTransactionSet } from './x12-sample.js';

/** One finding a test waits for: its code, the segment by how its text begins, and the part of it. */
export type ExpectedFinding = {
  readonly code: X12FindingCode;
  readonly at: string;
  readonly element?: number;
  readonly component?: number;
  /** The id of a segment that is missing at `at`. */
  readonly missing?: string;
};

/** Validates the one transaction set of a file and compares what is found, with every place, to what is expected. */
export function expectValidation(
  text: string,
  expected: readonly ExpectedFinding[],
  options: ValidationOptions = {},
): void {
  const set = onlyTransactionSet(text);
  const found = validateTransaction(set, options).map((finding) => ({
    code: finding.code,
    segmentId: finding.segmentId,
    segmentPosition: finding.segmentPosition,
    element: finding.element,
    component: finding.component,
    byteOffset: finding.byteOffset,
  }));
  expect(found).toEqual(
    expected.map(({ code, at, element, component, missing }) => {
      const segment = set.segments.find((one) => segmentText(one).startsWith(at));
      if (segment === undefined) throw new Error(`the file has no segment ${at}`);
      return {
        code,
        segmentId: missing ?? segment.id,
        segmentPosition: segment.position,
        element,
        component,
        byteOffset: element === undefined ? segment.byteOffset : elementByteOffset(segment, element),
      };
    }),
  );
}

/** A text with one part changed; fails when the part is not there, for then the test would test nothing. */
export function changed(text: string, part: string, other: string): string {
  if (!text.includes(part)) throw new Error(`the text does not hold ${part}`);
  return text.replace(part, other);
}
