import type { SegmentRule } from './guide.js';
import { isPresent, type Segment } from './segment.js';
import type { ReportElement } from './validate-elements.js';

/** A relational condition such as `P0304`, taken apart. */
export type CompiledCondition = {
  readonly kind: string;
  readonly numbers: readonly number[];
  /** With fewer elements the segment has none of these, and the condition says nothing. */
  readonly countMin: number;
};

export function compileCondition(condition: string): CompiledCondition {
  const kind = condition.charAt(0);
  const numbers = (condition.slice(1).match(/\d\d/g) ?? []).map(Number);
  return { kind, numbers, countMin: kind === 'R' ? 0 : Math.min(...numbers) };
}

/** Checks one relational condition (X12.6: paired, required, exclusive, conditional, list conditional). */
export function checkCondition(
  { kind, numbers, countMin }: CompiledCondition,
  rule: SegmentRule,
  segment: Segment,
  report: ReportElement,
): void {
  if (segment.elementCount < countMin) return;
  let presentCount = 0;
  for (const number of numbers) if (isPresent(segment, number)) presentCount += 1;
  const first = numbers[0] ?? 0;
  switch (kind) {
    case 'P':
      if (presentCount > 0 && presentCount < numbers.length) reportMissing(numbers, rule, segment, report);
      return;
    case 'R':
      if (presentCount === 0) reportMissing([first], rule, segment, report);
      return;
    case 'E':
      if (presentCount > 1) reportExcluded(numbers, rule, segment, report);
      return;
    case 'C':
      if (presentCount < numbers.length && isPresent(segment, first)) reportMissing(numbers, rule, segment, report);
      return;
    case 'L':
      if (presentCount === 1 && isPresent(segment, first)) reportMissing(numbers.slice(1, 2), rule, segment, report);
      return;
    default:
  }
}

function reportMissing(numbers: readonly number[], rule: SegmentRule, segment: Segment, report: ReportElement): void {
  for (const number of numbers) {
    if (isPresent(segment, number)) continue;
    const reference = rule.elements[number - 1]?.reference;
    report(
      {
        code: 'conditional-element-missing',
        message: 'Another element of the segment makes a value necessary here, and there is none.',
        elementErrorCode: '2',
        ...(reference === undefined ? {} : { elementReference: reference }),
      },
      { element: number, value: '' },
    );
  }
}

function reportExcluded(numbers: readonly number[], rule: SegmentRule, segment: Segment, report: ReportElement): void {
  const number = numbers.filter((one) => isPresent(segment, one))[1] ?? 0;
  const reference = rule.elements[number - 1]?.reference;
  report(
    {
      code: 'conflicting-values',
      message: 'This element and another of the segment exclude each other.',
      elementErrorCode: '10',
      ...(reference === undefined ? {} : { elementReference: reference }),
    },
    { element: number },
  );
}
