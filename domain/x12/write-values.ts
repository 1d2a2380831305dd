import { type Cents, formatAmount } from '../kernel/cents.js';
import { formatX12Date, type PlainDate } from '../kernel/plain-date.js';
import type { DateRange } from './date-range.js';
import type { Procedure } from './procedure.js';
import type { ComponentValue, SegmentValues } from './segment-values.js';

/** Values as X12 writes them; undefined stays undefined, so that a writer can pass optional fields on. */
export function amountValue(amount: Cents | undefined): string | undefined {
  return amount === undefined ? undefined : formatAmount(amount);
}

export function quantityValue(quantity: number | undefined): string | undefined {
  if (quantity === undefined) return undefined;
  const text = String(quantity);
  return text.includes('e') ? quantity.toFixed(6).replace(/\.?0+$/, '') : text;
}

export function dateValue(date: PlainDate | undefined): string | undefined {
  return date === undefined ? undefined : formatX12Date(date);
}

/** The components of C003. */
export function procedureValue(procedure: Procedure | undefined): readonly ComponentValue[] | undefined {
  if (procedure === undefined) return undefined;
  const { qualifier, code, modifiers, description } = procedure;
  return [qualifier, code, modifiers[0], modifiers[1], modifiers[2], modifiers[3], description];
}

/** A DTP of one day (D8) or of a span (RD8); none when there is no period. */
export function periodSegment(qualifier: string, period: DateRange | undefined): SegmentValues[] {
  if (period === undefined) return [];
  const from = formatX12Date(period.from);
  if (period.from === period.to) return [['DTP', qualifier, 'D8', from]];
  return [['DTP', qualifier, 'RD8', `${from}-${formatX12Date(period.to)}`]];
}

/** A segment of a qualifier and a value; none when there is no value. */
export function qualifiedSegment(id: string, qualifier: string, value: string | undefined): SegmentValues[] {
  return value === undefined ? [] : [[id, qualifier, value]];
}
