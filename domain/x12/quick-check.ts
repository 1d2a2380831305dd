import { CodeList } from './code-list.js';
import type { ElementRule, SegmentRule, SimpleElementRule } from './guide.js';
import type { Segment } from './segment.js';

/** What an element must be to pass at the first look. */
type QuickRule = {
  readonly form: 'text' | 'decimal' | 'whole' | 'date' | 'time' | 'formatted date' | 'composite' | 'doubtful';
  readonly required: boolean;
  readonly minLength: number;
  readonly maxLength: number;
  readonly codes: CodeList | undefined;
  readonly components: readonly QuickRule[];
};

/** A segment's rule for the first look. */
export type QuickCheck = {
  readonly elements: readonly QuickRule[];
  /** Elements a segment must have for all required ones to be there. */
  readonly countMin: number;
};

export function compileQuickCheck(rule: SegmentRule): QuickCheck {
  const elements = rule.elements.map(quickRule);
  return { elements, countMin: elements.findLastIndex((element) => element.required) + 1 };
}

/**
 * Says of most segments at one look at their bytes that all elements are as the guide wants them. False means
 * doubtful, not wrong: `validateSegment` looks again and finds what is wrong, if anything is.
 */
export function isGoodAtFirstLook(check: QuickCheck, segment: Segment): boolean {
  const { source, elementCount, first } = segment;
  const { elements } = check;
  if (!source.ascii || elementCount < check.countMin || elementCount > elements.length) return false;
  const { bytes, rows, componentByte: component, repetitionByte: repetition } = source;
  if (isOfNumbers(component) || isOfNumbers(repetition)) return false;
  let start = (rows[first] ?? 0) + 1;
  let formatStart = 0;
  for (let index = 0; index < elementCount; index += 1) {
    const rule = elements[index];
    const end = rows[first + index + 1] ?? start;
    if (rule === undefined) return false;
    if (start === end) {
      if (rule.required) return false;
    } else if (rule.form === 'composite') {
      if (!isGoodComposite(rule, bytes, start, end, component, repetition)) return false;
    } else if (rule.form === 'formatted date') {
      if (!isGoodPeriod(bytes, formatStart, start, end)) return false;
    } else if (!isGoodValue(rule, bytes, start, end, component, repetition)) return false;
    formatStart = start;
    start = end + 1;
  }
  return true;
}

function quickRule(rule: ElementRule): QuickRule {
  if (rule.kind === 'simple') return simpleRule(rule, rule.reference === '1251' ? 'formatted date' : formOf(rule));
  return {
    form: rule.usage === 'N' ? 'doubtful' : 'composite',
    required: rule.usage === 'R',
    minLength: 0,
    maxLength: 0,
    codes: undefined,
    // The format of a date inside a composite stands in the component before it: left to the second look.
    components: rule.components.map((part) => simpleRule(part, part.reference === '1251' ? 'doubtful' : formOf(part))),
  };
}

function simpleRule(rule: SimpleElementRule, form: QuickRule['form']): QuickRule {
  return {
    form: rule.usage === 'N' ? 'doubtful' : form,
    required: rule.usage === 'R',
    minLength: rule.minLength,
    maxLength: rule.maxLength,
    codes: rule.codes === undefined ? undefined : new CodeList(rule.codes),
    components: [],
  };
}

function formOf(rule: SimpleElementRule): QuickRule['form'] {
  switch (rule.type) {
    case 'AN':
    case 'ID':
      return 'text';
    case 'R':
      return 'decimal';
    case 'N0':
    case 'N2':
      return 'whole';
    case 'DT':
      return 'date';
    case 'TM':
      return 'time';
  }
}

function isGoodComposite(
  rule: QuickRule,
  bytes: Uint8Array,
  start: number,
  end: number,
  component: number,
  repetition: number,
): boolean {
  const { components } = rule;
  let from = start;
  for (let number = 0; number < components.length; number += 1) {
    const part = components[number];
    if (part === undefined) return false;
    if (from > end) {
      if (part.required) return false;
      continue;
    }
    let to = from;
    while (to < end && bytes[to] !== component) to += 1;
    if (from === to) {
      if (part.required) return false;
    } else if (part.form === 'doubtful' || !isGoodValue(part, bytes, from, to, component, repetition)) return false;
    from = to + 1;
  }
  return from > end;
}

function isGoodValue(
  rule: QuickRule,
  bytes: Uint8Array,
  start: number,
  end: number,
  component: number,
  repetition: number,
): boolean {
  const { codes } = rule;
  if (codes !== undefined && !codes.has(bytes, start, end)) return false;
  switch (rule.form) {
    case 'text':
      return isGoodText(rule, bytes, start, end, component, repetition);
    case 'decimal':
      return isGoodNumber(rule, bytes, start, end, 46);
    case 'whole':
      return isGoodNumber(rule, bytes, start, end, -1);
    case 'date':
      return isGoodDay(bytes, start, end);
    case 'time':
      return isGoodTime(bytes, start, end);
    case 'formatted date':
    case 'composite':
    case 'doubtful':
      return false;
  }
}

function isGoodText(
  rule: QuickRule,
  bytes: Uint8Array,
  start: number,
  end: number,
  component: number,
  repetition: number,
): boolean {
  const length = end - start;
  if (length < rule.minLength || length > rule.maxLength) return false;
  for (let index = start; index < end; index += 1) {
    const code = bytes[index] ?? 0;
    if (code < 32 || code === component || code === repetition) return false;
  }
  return true;
}

/** Digits, a sign before them and one point among them; sign and point do not count in the length. */
function isGoodNumber(rule: QuickRule, bytes: Uint8Array, start: number, end: number, point: number): boolean {
  let digits = 0;
  let points = 0;
  for (let index = bytes[start] === 45 ? start + 1 : start; index < end; index += 1) {
    const code = bytes[index] ?? 0;
    if (code >= 48 && code <= 57) digits += 1;
    else if (code === point) points += 1;
    else return false;
  }
  return points < 2 && digits > 0 && digits >= rule.minLength && digits <= rule.maxLength;
}

/** D8 with one day, RD8 with two; any other format is left to the second look. */
function isGoodPeriod(bytes: Uint8Array, format: number, start: number, end: number): boolean {
  const isDay = bytes[format] === 68 && bytes[format + 1] === 56 && format + 3 === start;
  if (isDay) return isGoodDay(bytes, start, end);
  const isRange = bytes[format] === 82 && bytes[format + 1] === 68 && bytes[format + 2] === 56 && format + 4 === start;
  return isRange && bytes[start + 8] === 45 && isGoodDay(bytes, start, start + 8) && isGoodDay(bytes, start + 9, end);
}

/** CCYYMMDD of a day that nearly every month has; the others are left to the second look. */
function isGoodDay(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 8) return false;
  for (let index = start; index < end; index += 1) if (!isDigit(bytes[index])) return false;
  const month = twoDigits(bytes, start + 4);
  const day = twoDigits(bytes, start + 6);
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 ? 28 : 30);
}

/** HHMM and HHMMSS; finer times are left to the second look. */
function isGoodTime(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length !== 4 && length !== 6) return false;
  for (let index = start; index < end; index += 1) if (!isDigit(bytes[index])) return false;
  if (twoDigits(bytes, start) > 23 || twoDigits(bytes, start + 2) > 59) return false;
  return length === 4 || twoDigits(bytes, start + 4) <= 59;
}

/** A digit, point or sign: a separator that may stand inside a number or a date makes everything doubtful. */
function isOfNumbers(code: number): boolean {
  return code === 45 || code === 46 || isDigit(code);
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 48 && code <= 57;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) - 48) * 10 + (bytes[at + 1] ?? 0) - 48;
}
