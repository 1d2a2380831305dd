import { elementForm } from './element-form.js';
import type { FindingPlace } from './finding-at.js';
import type { CompositeElementRule, ElementRule, SegmentRule, SimpleElementRule } from './guide.js';
import { decodeText, element, type Segment, type SegmentSource } from './segment.js';
import type { AcknowledgementCodes, X12FindingCode } from './x12-finding.js';

/** Takes what is wrong with the segment being checked. */
export type ReportElement = (
  what: { readonly code: X12FindingCode; readonly message: string } & AcknowledgementCodes,
  place: FindingPlace,
) => void;

/** Checks the elements of a segment against its rule: usage, length, type, code lists and repetitions. */
export function validateElements(rule: SegmentRule, segment: Segment, report: ReportElement): void {
  const { rows } = segment.source;
  const { elements } = rule;
  const { elementCount, first } = segment;
  const count = elements.length > elementCount ? elements.length : elementCount;
  for (let index = 0; index < count; index += 1) {
    const elementRule = elements[index];
    const start = index < elementCount ? (rows[first + index] ?? 0) + 1 : 0;
    const end = index < elementCount ? (rows[first + index + 1] ?? start) : 0;
    if (start === end) {
      if (elementRule?.usage === 'R') reportMissing(elementRule, { element: index + 1 }, report);
    } else if (elementRule === undefined) {
      reportSurplus(index + 1, report);
    } else {
      new ElementCheck(segment, index + 1, report).check(elementRule, start, end);
    }
  }
}

/** The form of a date or time (1251) follows from the qualifier (1250) before it. */
function qualifierBefore(rule: SimpleElementRule, segment: Segment, number: number): string | undefined {
  return rule.reference === '1251' && number > 1 ? element(segment, number - 1) : undefined;
}

/** Checks one element where it stands; makes texts only of what has to be looked up. */
class ElementCheck {
  readonly #source: SegmentSource;
  readonly #componentSeparator: number;
  readonly #repetitionSeparator: number;
  #repetition = 0;

  constructor(
    private readonly segment: Segment,
    private readonly number: number,
    private readonly report: ReportElement,
  ) {
    this.#source = segment.source;
    this.#componentSeparator = segment.source.componentByte;
    this.#repetitionSeparator = segment.source.repetitionByte;
  }

  check(rule: ElementRule, start: number, end: number): void {
    if (rule.usage === 'N') {
      this.#reportUnused('The guide does not use this element; leave it empty.', rule.reference, {});
      return;
    }
    const firstEnd = this.#endOfPart(start, end, this.#repetitionSeparator);
    if (firstEnd === end) this.#checkRepetition(rule, start, end);
    else this.#checkRepetitions(rule, start, end);
  }

  #checkRepetitions(rule: ElementRule, start: number, end: number): void {
    let count = 0;
    for (let from = start; from <= end; count += 1) {
      const to = this.#endOfPart(from, end, this.#repetitionSeparator);
      this.#repetition = count + 1;
      this.#checkRepetition(rule, from, to);
      from = to + 1;
    }
    if (count <= rule.repeats) return;
    const message = `The element may be given ${rule.repeats === 1 ? 'once' : `${rule.repeats} times`} only.`;
    const what = { code: 'too-many-repetitions', message, elementErrorCode: '12' } as const;
    this.report({ ...what, elementReference: rule.reference }, { element: this.number });
  }

  #checkRepetition(rule: ElementRule, start: number, end: number): void {
    if (rule.kind === 'composite') this.#checkComponents(rule, start, end);
    else if (this.#endOfPart(start, end, this.#componentSeparator) < end)
      this.#reportSurplusComponent(rule, 0, start, end);
    else if (start < end) this.#checkValue(rule, 0, start, end, qualifierBefore(rule, this.segment, this.number));
  }

  #checkComponents(rule: CompositeElementRule, start: number, end: number): void {
    const { components } = rule;
    let index = 0;
    let previous: string | undefined;
    for (let from = start; from <= end; index += 1) {
      const to = this.#endOfPart(from, end, this.#componentSeparator);
      const part = components[index];
      if (part === undefined) {
        if (from < to) this.#reportSurplusComponent(rule, index + 1, from, to);
      } else if (from === to) {
        if (part.usage === 'R') reportMissing(part, this.#place(index + 1), this.report);
      } else if (part.usage === 'N') {
        const value = this.#text(from, to);
        this.#reportUnused('The guide does not use this component; leave it empty.', part.reference, {
          component: index + 1,
          value,
        });
      } else {
        this.#checkValue(part, index + 1, from, to, part.reference === '1251' ? previous : undefined);
        if (part.reference === '1250') previous = this.#text(from, to);
      }
      from = to + 1;
    }
    for (; index < components.length; index += 1) {
      const part = components[index];
      if (part?.usage === 'R') reportMissing(part, this.#place(index + 1), this.report);
    }
  }

  #checkValue(rule: SimpleElementRule, component: number, start: number, end: number, qualifier?: string): void {
    const value = this.#text(start, end);
    const form = elementForm(rule, value, qualifier);
    if (form !== undefined) {
      this.report({ ...form, elementReference: rule.reference }, { ...this.#place(component), value });
    } else if (rule.codeSet !== undefined && !rule.codeSet.has(value)) {
      const message = 'The code is not one the guide allows here.';
      const what = { code: 'invalid-code', message, elementErrorCode: '7' } as const;
      this.report({ ...what, elementReference: rule.reference }, { ...this.#place(component), value });
    }
  }

  #endOfPart(start: number, end: number, separator: number): number {
    const { text } = this.#source;
    let index = start;
    while (index < end && text.charCodeAt(index) !== separator) index += 1;
    return index;
  }

  #text(start: number, end: number): string {
    const text = this.#source.text.slice(start, end);
    return this.#source.ascii ? text : decodeText(text);
  }

  #place(component: number): FindingPlace & { readonly element: number } {
    return {
      element: this.number,
      ...(component === 0 ? {} : { component }),
      ...(this.#repetition === 0 ? {} : { repetition: this.#repetition }),
    };
  }

  #reportUnused(message: string, reference: string, rest: FindingPlace): void {
    const what = { code: 'unused-element-present', message, elementErrorCode: 'I10' } as const;
    this.report({ ...what, elementReference: reference }, { ...this.#place(0), ...rest });
  }

  #reportSurplusComponent(rule: ElementRule, component: number, start: number, end: number): void {
    const message = 'The element has more components than the guide knows; a separator may stand inside its text.';
    const what = { code: 'too-many-components', message, elementErrorCode: '13' } as const;
    const place = { ...this.#place(component), value: this.#text(start, end) };
    this.report({ ...what, elementReference: rule.reference }, place);
  }
}

function reportMissing(rule: ElementRule, place: FindingPlace, report: ReportElement): void {
  const message = 'The guide requires a value here, and there is none.';
  const what = { code: 'required-element-missing', message, elementErrorCode: '1' } as const;
  report({ ...what, elementReference: rule.reference }, { ...place, value: '' });
}

function reportSurplus(number: number, report: ReportElement): void {
  const message = 'The segment has more elements than the guide knows.';
  report({ code: 'too-many-elements', message, elementErrorCode: '3' }, { element: number });
}
