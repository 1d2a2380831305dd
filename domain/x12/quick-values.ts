import { type Cents, cents } from '../kernel/cents.js';
import { parseX12Date, type PlainDate } from '../kernel/plain-date.js';
import type { SegmentSource } from './segment.js';

// Values read where they stand in the bytes. Undefined means doubtful, not wrong: the text is then looked at as a whole.

/** Ten digits of dollars and two of cents stay far below the largest amount a reader accepts. */
const digitsMax = 12;

/** An amount of dollars such as `200`, `-12.5`, `12.05`. */
export function quickAmount({ bytes }: SegmentSource, start: number, end: number): Cents | undefined {
  const isNegative = bytes[start] === 45;
  let index = isNegative ? start + 1 : start;
  if (index === end || end - index > digitsMax) return undefined;
  let amount = 0;
  let point = -1;
  for (; index < end; index += 1) {
    const digit = (bytes[index] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) amount = amount * 10 + digit;
    else if (digit === -2 && point === -1 && index > start) point = index;
    else return undefined;
  }
  const places = point === -1 ? 0 : end - point - 1;
  if (places > 2 || (point !== -1 && places === 0)) return undefined;
  const whole = places === 0 ? amount * 100 : places === 1 ? amount * 10 : amount;
  return cents(isNegative ? -whole : whole);
}

/** A whole number of up to nine digits. */
export function quickWhole({ bytes }: SegmentSource, start: number, end: number): number | undefined {
  if (start === end || end - start > 9) return undefined;
  let value = 0;
  for (let index = start; index < end; index += 1) {
    const digit = (bytes[index] ?? 0) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** CCYYMMDD of a day that exists. */
export function quickDate(source: SegmentSource, start: number, end: number): PlainDate | undefined {
  const written = end - start === 8 ? quickWhole(source, start, end) : undefined;
  if (written === undefined) return undefined;
  const known = knownDates.get(written);
  if (known !== undefined) return known;
  const parsed = parseX12Date(source.text.slice(start, end));
  if (!parsed.ok) return undefined;
  if (knownDates.size >= knownDatesMax) knownDates.clear();
  knownDates.set(written, parsed.value);
  return parsed.value;
}

/** A file names the same days over and over; a century of birthdays has fewer than this. */
const knownDatesMax = 40_000;
const knownDates = new Map<number, PlainDate>();
