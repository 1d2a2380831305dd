import { formatDollars, parseAmount } from '../../kernel/cents.js';
import type { SimpleElementRule } from '../guide.js';
import { printable } from './printable.js';

/** How values of some data elements read; by number in the dictionary. */
const formats: ReadonlyMap<string, (value: string) => string> = new Map([
  ['782', formatMoney],
  ['373', formatDates],
  ['1251', formatDates],
  ['337', formatTime],
  [
    '1065',
    (value) =>
      new Map([
        ['1', 'person'],
        ['2', 'organization'],
      ]).get(value) ?? printable(value),
  ],
]);

/** A value as people read it: money in dollars, dates as CCYY-MM-DD, times as HH:MM; as written when it is neither. */
export function formatValue(rule: SimpleElementRule | undefined, value: string): string {
  const format = rule === undefined ? undefined : formats.get(rule.reference);
  return format === undefined ? printable(value) : format(value);
}

function formatMoney(value: string): string {
  const amount = parseAmount(value);
  return amount.ok ? formatDollars(amount.value) : printable(value);
}

/** `CCYYMMDD`, `YYMMDD` and spans of two as dates; anything else unchanged. */
export function formatDates(value: string): string {
  const span = /^(\d{8})-(\d{8})$/.exec(value);
  if (span !== null) return `${formatDay(span[1] ?? '')} to ${formatDay(span[2] ?? '')}`;
  if (/^\d{8}$/.test(value)) return formatDay(value);
  if (/^\d{12}$/.test(value)) return `${formatDay(value.slice(0, 8))} ${formatTime(value.slice(8))}`;
  return /^\d{6}$/.test(value) ? formatDay(`20${value}`) : printable(value);
}

function formatDay(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** `HHMM` and `HHMMSS` with colons; anything else unchanged. */
export function formatTime(value: string): string {
  return /^\d{4}(\d\d)?$/.test(value) ? (value.match(/\d\d/g) ?? []).join(':') : printable(value);
}
