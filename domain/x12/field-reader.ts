import { type Cents, parseAmount, zeroCents } from '../kernel/cents.js';
import { type PlainDate, parseX12Date } from '../kernel/plain-date.js';
import type { DateRange } from './date-range.js';
import { findingAt } from './finding-at.js';
import type { TransactionSetHeading } from './interchange.js';
import type { Procedure } from './procedure.js';
import { component, components, element, type Segment } from './segment.js';
import type { X12Finding, X12FindingCode } from './x12-finding.js';

/** A hundred billion dollars: nobody pays more at once, and sums of such amounts stay exact. */
const largestAmountCents = 10_000_000_000_000;

/** Turns elements of one transaction set into values, and reports those that are there and can't be understood. */
export class FieldReader {
  readonly findings: X12Finding[] = [];

  constructor(private readonly transactionSet: TransactionSetHeading) {}

  /** Trimmed text; undefined when absent or blank. */
  text(segment: Segment | undefined, number: number): string | undefined {
    if (segment === undefined) return undefined;
    const value = element(segment, number).trim();
    return value === '' ? undefined : value;
  }

  component(segment: Segment | undefined, number: number, part: number): string | undefined {
    if (segment === undefined) return undefined;
    const value = component(segment, number, part).trim();
    return value === '' ? undefined : value;
  }

  amount(segment: Segment | undefined, number: number): Cents | undefined {
    const value = this.text(segment, number);
    if (segment === undefined || value === undefined) return undefined;
    const parsed = parseAmount(value);
    const reason = parsed.ok ? 'amount out of range' : parsed.error;
    if (parsed.ok && Math.abs(parsed.value) <= largestAmountCents) return parsed.value;
    this.report(segment, number, 'invalid-number', `An amount can't be read: ${reason}.`);
    return undefined;
  }

  /** An amount that must be there: zero, and its name added to `unreadable`, when it is not. */
  requiredAmount(segment: Segment, number: number, name: string, unreadable: string[]): Cents {
    const value = this.amount(segment, number);
    if (value !== undefined) return value;
    if (this.text(segment, number) === undefined) {
      this.report(segment, number, 'required-element-missing', 'A required amount is missing.');
    }
    unreadable.push(name);
    return zeroCents;
  }

  /** An amount that counts as zero when absent; named in `unreadable` when it is there and can't be read. */
  amountOrZero(segment: Segment, number: number, name: string, unreadable: string[]): Cents {
    return this.text(segment, number) === undefined
      ? zeroCents
      : this.requiredAmount(segment, number, name, unreadable);
  }

  quantity(segment: Segment | undefined, number: number): number | undefined {
    const value = this.text(segment, number);
    if (segment === undefined || value === undefined) return undefined;
    const quantity = /^[+-]?(\d{1,15}(\.\d*)?|\.\d+)$/.test(value) ? Number(value) : Number.NaN;
    if (Number.isFinite(quantity)) return quantity === 0 ? 0 : quantity;
    this.report(segment, number, 'invalid-number', "A quantity can't be read: not a decimal number.");
    return undefined;
  }

  /** CCYYMMDD. */
  date(segment: Segment | undefined, number: number): PlainDate | undefined {
    const value = this.text(segment, number);
    if (segment === undefined || value === undefined) return undefined;
    return this.#day(segment, number, value);
  }

  /** A date or span of dates by its format qualifier (D8, RD8), at the element `number` and the next. */
  period(segment: Segment | undefined, number: number): DateRange | undefined {
    const value = this.text(segment, number + 1);
    if (segment === undefined || value === undefined) return undefined;
    const [first = '', last = first] = value.split('-');
    const from = this.#day(segment, number + 1, first.trim());
    const to = this.#day(segment, number + 1, last.trim());
    return from === undefined || to === undefined ? undefined : { from, to };
  }

  /** A composite medical procedure identifier (C003); undefined when absent. */
  procedure(segment: Segment | undefined, number: number): Procedure | undefined {
    if (segment === undefined) return undefined;
    const parts = components(segment, number).map((part) => part.trim());
    if (parts.every((part) => part === '')) return undefined;
    const description = parts[6];
    return {
      qualifier: parts[0] ?? '',
      code: parts[1] ?? '',
      modifiers: parts.slice(2, 6).filter((modifier) => modifier !== ''),
      ...(description ? { description } : {}),
    };
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
export function mergeFindings(structural: readonly X12Finding[], read: readonly X12Finding[]): X12Finding[] {
  const key = (finding: X12Finding): string => `${finding.segmentPosition ?? 0}/${finding.element ?? 0}`;
  const known = new Set(structural.filter((finding) => finding.element !== undefined).map(key));
  const added = read.filter((finding) => finding.element === undefined || !known.has(key(finding)));
  return [...structural, ...added].sort((a, b) => a.byteOffset - b.byteOffset);
}
