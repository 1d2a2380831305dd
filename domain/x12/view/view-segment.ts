import type { SegmentRule, SimpleElementRule } from '../guide.js';
import { isOpen, type ValuePlace } from '../masking/is-open.js';
import { component, element, elements, repeatedComponents, repetitions, type Segment } from '../segment.js';
import type { TransactionKind } from '../transaction-kind.js';
import { wordsOfCode } from '../words/code-words.js';
import { wordsOfElement } from '../words/element-words.js';
import { isNamedByQualifier, wordsOfQualifier } from '../words/qualifier-words.js';
import { segmentWords } from '../words/segment-words.js';
import { formatValue } from './format-value.js';
import { maskedText, printable } from './printable.js';

/** Where a segment stands, and whether patient data in it is masked. */
export type SegmentContext = {
  readonly kind: TransactionKind;
  readonly loop: string;
  /** NM101 or N101 of the party the segment tells about. */
  readonly entity: string | undefined;
  readonly masked: boolean;
  /** Something is wrong inside the segment, so that values may have slipped into each other's places. */
  readonly isDoubtful: boolean;
};

/** A segment in words: what it is, then each of its values with its name. */
export function viewSegment(segment: Segment, rule: SegmentRule, context: SegmentContext): string {
  const qualifier = shownQualifier(segment, rule);
  const title = qualifier === undefined ? segment.id : `${segment.id} ${qualifier}`;
  const words = (qualifier && wordsOfQualifier(segment.id, qualifier)) ?? segmentWords.get(segment.id);
  const viewed = new ElementsView(segment, rule, context, qualifier === undefined ? 0 : (rule.qualifier?.element ?? 0));
  const head = words === undefined ? title : `${title} ${words}`;
  const values = viewed.text();
  return values === '' ? head : `${head}: ${values}`;
}

/** A segment that the guide does not have at its place: nothing of it is known, so nothing is shown when masked. */
export function viewUnknownSegment(segment: Segment, id: string, masked: boolean): string {
  const values = masked
    ? `${maskedText} (${segment.elementCount} ${segment.elementCount === 1 ? 'element' : 'elements'})`
    : elements(segment).map(printable).join('; ');
  return `${id} not of the guide here: ${values}`;
}

/** The code that says which use of the segment this is, when it is a simple element and one of the guide's codes. */
function shownQualifier(segment: Segment, rule: SegmentRule): string | undefined {
  const { qualifier } = rule;
  if (qualifier === undefined || !isNamedByQualifier(segment.id)) return undefined;
  if (rule.elements[qualifier.element - 1]?.kind !== 'simple') return undefined;
  const code = component(segment, qualifier.element, qualifier.component);
  return qualifier.codes.includes(code) ? code : undefined;
}

class ElementsView {
  #text = '';
  /** The last value was a qualifier of the next one. */
  #leads = false;

  constructor(
    private readonly segment: Segment,
    private readonly rule: SegmentRule,
    private readonly context: SegmentContext,
    /** Number of the element that stands in the title already. */
    private readonly titled: number,
  ) {}

  text(): string {
    for (let number = 1; number <= this.segment.elementCount; number += 1) {
      if (number !== this.titled && element(this.segment, number) !== '') this.#addElement(number);
    }
    return this.#text;
  }

  #addElement(number: number): void {
    const rule = this.rule.elements[number - 1];
    if (rule?.kind === 'composite') this.#addComposites(number, rule.components);
    else this.#addSimple(number, rule);
  }

  #addSimple(number: number, rule: SimpleElementRule | undefined): void {
    // The format of a date that is shown as one.
    if (rule?.reference === '1250') return;
    const values =
      rule !== undefined && rule.repeats > 1 ? repetitions(this.segment, number) : [element(this.segment, number)];
    const place = `${this.segment.id}${String(number).padStart(2, '0')}`;
    this.#add(
      place,
      rule,
      values.map((value) => this.#withWords(place, rule, value, this.#value(number, rule, value))).join(' '),
    );
  }

  #addComposites(number: number, rules: readonly SimpleElementRule[]): void {
    for (const parts of repeatedComponents(this.segment, number)) {
      parts.forEach((part, index) => {
        const rule = rules[index];
        if (part === '' || rule?.reference === '1250') return;
        const place = `${this.segment.id}${String(number).padStart(2, '0')}-${index + 1}`;
        const shown = this.#value(number, rule, part, index === 0 ? '' : (parts[index - 1] ?? ''));
        this.#add(place, rule, this.#withWords(place, rule, part, shown));
      });
    }
  }

  /** A code that is shown is followed by what it means, where we have words for it. */
  #withWords(place: string, rule: SimpleElementRule | undefined, code: string, shown: string): string {
    if (rule === undefined || shown !== code) return shown;
    const words = wordsOfCode(place, rule.reference, code);
    return words === undefined ? shown : `${shown} (${words})`;
  }

  #value(number: number, rule: SimpleElementRule | undefined, value: string, before?: string): string {
    if (!this.context.masked) return formatValue(rule, value);
    if (rule === undefined) return maskedText;
    const { kind, loop, entity, isDoubtful } = this.context;
    const place: ValuePlace = {
      kind,
      loop,
      entity,
      isDoubtful,
      segmentId: this.segment.id,
      qualifier: element(this.segment, 1),
      element: number,
      before: before ?? element(this.segment, number - 1),
    };
    return isOpen(place, rule, value) ? formatValue(rule, value) : maskedText;
  }

  #add(place: string, rule: SimpleElementRule | undefined, value: string): void {
    const name = rule === undefined ? place : (wordsOfElement(place, rule.reference) ?? place);
    if (this.#text !== '') this.#text += this.#leads ? ' ' : '; ';
    this.#text += name === '' ? value : `${name} ${value}`;
    this.#leads = rule !== undefined && leading.has(rule.reference);
  }
}

/** Qualifiers that say what the value after them is: kind of id, of code, of procedure, unit, kind of number. */
const leading: ReadonlySet<string> = new Set(['66', '1270', '235', '355', '365', '673', '1065']);
