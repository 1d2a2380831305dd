import type { SegmentRule } from './guide.js';
import { element, type Segment } from './segment.js';
import type { ReportElement } from './validate-segment.js';

/** Checks one relational condition such as `P0304` (X12.6: paired, required, exclusive, conditional, list conditional). */
export function checkCondition(condition: string, rule: SegmentRule, segment: Segment, report: ReportElement): void {
  const numbers = (condition.slice(1).match(/\d\d/g) ?? []).map(Number);
  const present = numbers.filter((number) => element(segment, number) !== '');
  const [first = 0, ...others] = numbers;
  const isFirstPresent = present[0] === first;
  switch (condition.charAt(0)) {
    case 'P':
      if (present.length > 0) reportMissing(numbers, rule, segment, report);
      return;
    case 'R':
      if (present.length === 0) reportMissing([first], rule, segment, report);
      return;
    case 'E':
      if (present.length > 1) reportExcluded(present[1] ?? first, rule, report);
      return;
    case 'C':
      if (isFirstPresent) reportMissing(others, rule, segment, report);
      return;
    case 'L':
      if (isFirstPresent && present.length === 1) reportMissing(others.slice(0, 1), rule, segment, report);
      return;
    default:
  }
}

function reportMissing(numbers: readonly number[], rule: SegmentRule, segment: Segment, report: ReportElement): void {
  for (const number of numbers) {
    if (element(segment, number) !== '') continue;
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

function reportExcluded(number: number, rule: SegmentRule, report: ReportElement): void {
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
