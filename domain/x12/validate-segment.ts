import type { CompositeElementRule, ElementRule, SegmentRule, SimpleElementRule } from './guide.js';
import { checkCondition } from './check-condition.js';
import { elementForm } from './element-form.js';
import type { FindingPlace } from './finding-at.js';
import { element, type Segment } from './segment.js';
import type { AcknowledgementCodes, ElementErrorCode, X12FindingCode } from './x12-finding.js';

/** Takes what is wrong with the segment being checked. */
export type ReportElement = (
  what: { readonly code: X12FindingCode; readonly message: string } & AcknowledgementCodes,
  place: FindingPlace,
) => void;

/** Checks a segment against its rule: usage, length, type, code lists, repetitions and conditions of its elements. */
export function validateSegment(rule: SegmentRule, segment: Segment, report: ReportElement): void {
  const { offsets } = segment.source;
  const { elements } = rule;
  const { elementCount, first } = segment;
  const count = elements.length > elementCount ? elements.length : elementCount;
  for (let index = 0; index < count; index += 1) {
    const elementRule = elements[index];
    if (index >= elementCount) {
      if (elementRule?.usage === 'R') reportMissing(elementRule, index + 1, report);
      continue;
    }
    const start = (offsets[first + index] ?? 0) + 1;
    const end = offsets[first + index + 1] ?? start;
    if (start === end) {
      if (elementRule?.usage === 'R') reportMissing(elementRule, index + 1, report);
      continue;
    }
    if (elementRule === undefined) reportSurplus(index + 1, report);
    else validateElement(elementRule, segment, index + 1, start, end, report);
  }
  if (rule.conditions !== undefined) {
    for (const condition of rule.conditions) checkCondition(condition, rule, segment, report);
  }
}

function validateElement(
  rule: ElementRule,
  segment: Segment,
  number: number,
  start: number,
  end: number,
  report: ReportElement,
): void {
  if (rule.usage === 'N') {
    report(
      {
        code: 'unused-element-present',
        message: 'The guide does not use this element; leave it empty.',
        elementErrorCode: 'I10',
        elementReference: rule.reference,
      },
      { element: number },
    );
    return;
  }
  const { source } = segment;
  const separator = source.component.charCodeAt(0);
  const repetition = source.repetition === undefined ? -1 : source.repetition.charCodeAt(0);
  let plain = true;
  for (let index = start; index < end; index += 1) {
    const code = source.text.charCodeAt(index);
    if (code === separator || code === repetition) {
      plain = false;
      break;
    }
  }
  if (plain && rule.kind === 'simple') {
    validateValue(
      rule,
      source.text.slice(start, end),
      previousValue(rule, segment, number),
      { element: number },
      report,
    );
    return;
  }
  validateParts(rule, segment, number, report);
}

/** An element with separators inside, or a composite. */
function validateParts(rule: ElementRule, segment: Segment, number: number, report: ReportElement): void {
  const whole = element(segment, number);
  const { repetition: separator, component } = segment.source;
  const parts = separator === undefined ? [whole] : whole.split(separator);
  if (parts.length > rule.repeats) {
    report(
      {
        code: 'too-many-repetitions',
        message: `The element may be given ${rule.repeats === 1 ? 'once' : `${rule.repeats} times`} only.`,
        elementErrorCode: '12',
        elementReference: rule.reference,
      },
      { element: number },
    );
  }
  parts.forEach((part, index) => {
    const place = parts.length > 1 ? { element: number, repetition: index + 1 } : { element: number };
    const values = part.split(component);
    if (rule.kind === 'composite') validateComponents(rule, values, place, report);
    else if (values.length > 1) reportSurplusComponent(rule, place, part, report);
    else if (part !== '') validateValue(rule, part, undefined, place, report);
  });
}

function validateComponents(
  rule: CompositeElementRule,
  values: readonly string[],
  place: { readonly element: number; readonly repetition?: number },
  report: ReportElement,
): void {
  const count = Math.max(values.length, rule.components.length);
  for (let index = 0; index < count; index += 1) {
    const value = values[index] ?? '';
    const componentRule = rule.components[index];
    const at = { ...place, component: index + 1 };
    if (componentRule === undefined) {
      if (value !== '') reportSurplusComponent(rule, at, value, report);
    } else if (value === '') {
      if (componentRule.usage === 'R') reportMissing(componentRule, at.element, report, at);
    } else if (componentRule.usage === 'N') {
      report(
        {
          code: 'unused-element-present',
          message: 'The guide does not use this component; leave it empty.',
          elementErrorCode: 'I10',
          elementReference: componentRule.reference,
        },
        { ...at, value },
      );
    } else {
      validateValue(componentRule, value, values[index - 1], at, report);
    }
  }
}

function validateValue(
  rule: SimpleElementRule,
  value: string,
  previous: string | undefined,
  place: FindingPlace,
  report: ReportElement,
): void {
  const form = elementForm(rule, value, previous);
  if (form !== undefined) {
    report({ ...form, elementReference: rule.reference }, { ...place, value });
  } else if (rule.codes !== undefined && !codesOf(rule).has(value)) {
    report(
      {
        code: 'invalid-code',
        message: 'The code is not one the guide allows here.',
        elementErrorCode: '7',
        elementReference: rule.reference,
      },
      { ...place, value },
    );
  }
}

const codeSets = new WeakMap<SimpleElementRule, ReadonlySet<string>>();

function codesOf(rule: SimpleElementRule): ReadonlySet<string> {
  const known = codeSets.get(rule);
  if (known !== undefined) return known;
  const made = new Set(rule.codes);
  codeSets.set(rule, made);
  return made;
}

/** The form of a date or time (1251) follows from the qualifier (1250) before it. */
function previousValue(rule: SimpleElementRule, segment: Segment, number: number): string | undefined {
  return rule.reference === '1251' && number > 1 ? element(segment, number - 1) : undefined;
}

function reportMissing(rule: ElementRule, number: number, report: ReportElement, place: FindingPlace = {}): void {
  report(
    {
      code: 'required-element-missing',
      message: 'The guide requires a value here, and there is none.',
      elementErrorCode: '1',
      elementReference: rule.reference,
    },
    { ...place, element: number, value: '' },
  );
}

function reportSurplus(number: number, report: ReportElement): void {
  const elementErrorCode: ElementErrorCode = '3';
  report(
    { code: 'too-many-elements', message: 'The segment has more elements than the guide knows.', elementErrorCode },
    { element: number },
  );
}

function reportSurplusComponent(rule: ElementRule, place: FindingPlace, value: string, report: ReportElement): void {
  report(
    {
      code: 'too-many-components',
      message: 'The element has more components than the guide knows; a separator may stand inside its text.',
      elementErrorCode: '13',
      elementReference: rule.reference,
    },
    { ...place, value },
  );
}
