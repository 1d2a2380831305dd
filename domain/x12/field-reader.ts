import { type Cents, parseAmount, zeroCents } from '../kernel/cents.js';
import { type PlainDate, parseX12Date } from '../kernel/plain-date.js';
import type { DateRange } from './date-range.js';
import { findingAt } from './finding-at.js';
import type { TransactionSetHeading } from './interchange.js';
import { nothing } from './nothing.js';
import type { Procedure } from './procedure.js';
import { quickAmount, quickDate, quickWhole } from './quick-values.js';
import {
  componentEnd,
  elementEnd,
  elementStart,
  isPresent,
  type Segment,
  trimmedComponent,
  trimmedElement,
  trimmedText,
} from './segment.js';
import type { X12Finding, X12FindingCode } from './x12-finding.js';

/** A hundred billion dollars: nobody pays more at once, and sums of such amounts stay exact. */
const largestAmountCents = 10_000_000_000_000;

/** Turns elements of one transaction set into values, and reports those that are there and can't be understood. */
export class FieldReader {
  readonly findings: X12Finding[] = [];

  constructor(private readonly transactionSet: TransactionSetHeading) {}

  /** Trimmed text; undefined when absent or blank. */
  text(segment: Segment | undefined, number: number): string | undefined {
    return segment === undefined ? undefined : trimmedElement(segment, number);
  }

  component(segment: Segment | undefined, number: number, part: number): string | undefined {
    return segment === undefined ? undefined : trimmedComponent(segment, number, part);
  }

  amount(segment: Segment | undefined, number: number): Cents | undefined {
    if (segment === undefined || !isPresent(segment, number)) return undefined;
    const { source } = segment;
    const quick = quickAmount(source, elementStart(segment, number), elementEnd(segment, number));
    return quick ?? this.#doubtfulAmount(segment, number);
  }

  #doubtfulAmount(segment: Segment, number: number): Cents | undefined {
    const value = this.text(segment, number);
    if (value === undefined) return undefined;
    const parsed = parseAmount(value);
    const reason = parsed.ok ? 'amount out of range' : parsed.error;
    if (parsed.ok && Math.abs(parsed.value) <= largestAmountCents) return parsed.value;
    this.report(segment, number, 'invalid-number', `An amount can't be read: ${reason}.`);
    return undefined;
  }

  /** An amount that must be there: zero, and its name added to `unreadable`, when it is not. */
  requiredAmount(segment: Segment, number: number, name: string, unreadable: string[]): Cents {
    return this.amount(segment, number) ?? this.missingAmount(segment, number, name, unreadable);
  }

  /** An amount that counts as zero when absent; named in `unreadable` when it is there and can't be read. */
  amountOrZero(segment: Segment, number: number, name: string, unreadable: string[]): Cents {
    return this.text(segment, number) === undefined
      ? zeroCents
      : this.requiredAmount(segment, number, name, unreadable);
  }

  /** What stands in for an amount that `amount` did not find: zero, and its name in `unreadable`. */
  missingAmount(segment: Segment, number: number, name: string, unreadable: string[]): Cents {
    if (this.text(segment, number) === undefined) {
      this.report(segment, number, 'required-element-missing', 'A required amount is missing.');
    }
    unreadable.push(name);
    return zeroCents;
  }

  quantity(segment: Segment | undefined, number: number): number | undefined {
    if (segment === undefined || !isPresent(segment, number)) return undefined;
    const { source } = segment;
    const quick = quickWhole(source, elementStart(segment, number), elementEnd(segment, number));
    return quick ?? this.#doubtfulQuantity(segment, number);
  }

  #doubtfulQuantity(segment: Segment, number: number): number | undefined {
    const value = this.text(segment, number);
    if (value === undefined) return undefined;
    const quantity = /^[+-]?(\d{1,15}(\.\d*)?|\.\d+)$/.test(value) ? Number(value) : Number.NaN;
    if (Number.isFinite(quantity)) return quantity === 0 ? 0 : quantity;
    this.report(segment, number, 'invalid-number', "A quantity can't be read: not a decimal number.");
    return undefined;
  }

  /** CCYYMMDD. */
  date(segment: Segment | undefined, number: number): PlainDate | undefined {
    if (segment === undefined || !isPresent(segment, number)) return undefined;
    const quick = quickDate(segment.source, elementStart(segment, number), elementEnd(segment, number));
    if (quick !== undefined) return quick;
    const value = this.text(segment, number);
    return value === undefined ? undefined : this.#day(segment, number, value);
  }

  /** A date or span of dates by its format qualifier (D8, RD8), at the element `number` and the next. */
  period(segment: Segment | undefined, number: number): DateRange | undefined {
    if (segment === undefined || !isPresent(segment, number + 1)) return undefined;
    const quick = quickDate(segment.source, elementStart(segment, number + 1), elementEnd(segment, number + 1));
    if (quick !== undefined) return { from: quick, to: quick };
    const value = this.text(segment, number + 1);
    if (value === undefined) return undefined;
    const [first = '', last = first] = value.split('-');
    const from = this.#day(segment, number + 1, first.trim());
    const to = this.#day(segment, number + 1, last.trim());
    return from === undefined || to === undefined ? undefined : { from, to };
  }

  /** A composite medical procedure identifier (C003); undefined when absent. */
  procedure(segment: Segment | undefined, number: number): Procedure | undefined {
    if (segment === undefined || !isPresent(segment, number)) return undefined;
    const { source } = segment;
    const end = elementEnd(segment, number);
    let qualifier: string | undefined;
    let code: string | undefined;
    let description: string | undefined;
    let modifiers: string[] | undefined;
    let part = 1;
    for (let from = elementStart(segment, number); from <= end; part += 1) {
      const to = componentEnd(source, from, end);
      const text = part > 7 ? undefined : trimmedText(source, from, to);
      if (text !== undefined) {
        if (part === 1) qualifier = text;
        else if (part === 2) code = text;
        else if (part === 7) description = text;
        else if (modifiers === undefined) modifiers = [text];
        else modifiers.push(text);
      }
      from = to + 1;
    }
    const isBlank = qualifier === undefined && code === undefined && description === undefined;
    if (isBlank && modifiers === undefined) return undefined;
    const procedure = { qualifier: qualifier ?? '', code: code ?? '', modifiers: modifiers ?? nothing };
    return description === undefined ? procedure : { ...procedure, description };
  }

  /** Reports an element; the structural check of the guide may have reported the same one already. */
  report(segment: Segment, number: number, code: X12FindingCode, message: string): void {
    this.findings.push(
      findingAt(this.transactionSet, segment, { code, severity: 'error', message }, { element: number }),
    );
  }

  /** Reports a segment as a whole. */
  reportSegment(segment: Segment, code: X12FindingCode, message: string): void {
    this.findings.push(findingAt(this.transactionSet, segment, { code, severity: 'error', message }));
  }

  #day(segment: Segment, number: number, value: string): PlainDate | undefined {
    const parsed = parseX12Date(value);
    if (parsed.ok) return parsed.value;
    this.report(segment, number, 'invalid-date', `A date can't be read: ${parsed.error}.`);
    return undefined;
  }
}

/** Findings of the guide's check and of the reader in file order; of two on the same element the first is kept. */
export function mergeFindings(structural: readonly X12Finding[], read: readonly X12Finding[]): readonly X12Finding[] {
  if (structural.length === 0 && read.length === 0) return structural;
  const key = (finding: X12Finding): string => `${finding.segmentPosition ?? 0}/${finding.element ?? 0}`;
  const known = new Set(structural.filter((finding) => finding.element !== undefined).map(key));
  const added = read.filter((finding) => finding.element === undefined || !known.has(key(finding)));
  return [...structural, ...added].sort((a, b) => a.byteOffset - b.byteOffset);
}
