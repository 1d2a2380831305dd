import { type CodeList, packedCode } from './code-list.js';
import { segmentId } from './packed-segment-id.js';
import type { SourceText } from './source-text.js';

/**
 * The text that segments of an interchange share: one character a byte, so that an index plus `base` is a byte offset. A
 * class, since all code that reads segments is compiled for its shape: that of a literal is forgotten, and the compiled
 * code with it, when the collector comes while no file is being read.
 */
export class SegmentSource {
  readonly text: string;
  /** The same as bytes. */
  readonly bytes: Uint8Array;
  /** No byte above 0x7F anywhere: values need no decoding. */
  readonly ascii: boolean;
  /** Byte offset in the file of the first character of `text`. */
  readonly base: number;
  /** The two separators inside of elements as bytes; -1 for none. Asking a text for its first one takes longer. */
  componentByte = -1;
  readonly repetitionByte: number;
  #component = '';

  constructor(
    window: SourceText & { readonly base: number },
    /**
     * A row for each segment, one after the other: its id (`packedSegmentId`), its first byte, how many elements it has
     * and its position in the transaction set; then the ends of its id and of each of its elements.
     */
    public rows: Int32Array,
    component: string,
    /** Repetition separator, or none (version 00401). */
    readonly repetition: string | undefined,
  ) {
    this.text = window.text;
    this.bytes = window.bytes;
    this.ascii = window.ascii;
    this.base = window.base;
    this.component = component;
    this.repetitionByte = repetition === undefined ? -1 : repetition.charCodeAt(0);
  }

  /** The component separator really used (a real file may declare another in ISA16). */
  get component(): string {
    return this.#component;
  }

  set component(separator: string) {
    this.#component = separator;
    this.componentByte = separator.charCodeAt(0);
  }
}

/** What a row begins with; the ends follow. */
export const rowHeading = { id: 0, start: 1, elementCount: 2, position: 3, length: 4 } as const;

/**
 * One segment as a row of its source; read it with `element`, `component` and their kin. A file has them by the hundred
 * thousand, and what an object keeps is moved by the collector: so one is no more than the place of its row.
 */
export class Segment {
  constructor(
    readonly source: SegmentSource,
    /** Index in `source.rows` of the end of its id, behind the row's heading. */
    readonly first: number,
  ) {}

  /** Upper-case segment id (`CLM`). */
  get id(): string {
    return segmentId(this.packedId);
  }

  /** The id as `packedSegmentId` gives it. */
  get packedId(): number {
    return this.source.rows[this.first + idAt] ?? 0;
  }

  /** Elements present, the id not counted; trailing empty ones count. */
  get elementCount(): number {
    return this.source.rows[this.first + elementCountAt] ?? 0;
  }

  /** 1 at ST, counting each segment; 0 outside a transaction set. */
  get position(): number {
    return this.source.rows[this.first + positionAt] ?? 0;
  }

  /** Of the first byte of the segment id, from the start of the file. */
  get byteOffset(): number {
    return this.source.base + (this.source.rows[this.first + startAt] ?? 0);
  }
}

/** True of two that stand for the same row: a segment is made anew each time somebody asks for it. */
export function isSameSegment(one: Segment, other: Segment): boolean {
  return one.first === other.first && one.source === other.source;
}

const idAt = rowHeading.id - rowHeading.length;
const startAt = rowHeading.start - rowHeading.length;
const elementCountAt = rowHeading.elementCount - rowHeading.length;
const positionAt = rowHeading.position - rowHeading.length;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** One-character-a-byte text as people read it: UTF-8 where it is that, else each byte its Latin-1 letter. */
export function decodeText(bytes: string): string {
  let index = 0;
  while (index < bytes.length && bytes.charCodeAt(index) < 0x80) index += 1;
  if (index === bytes.length) return bytes;
  try {
    return utf8.decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
  } catch {
    return bytes;
  }
}

function readable(source: SegmentSource, start: number, end: number): string {
  const text = source.text.slice(start, end);
  return source.ascii ? text : decodeText(text);
}

/** Offset of an element's first byte from the start of the file (of the segment's end when it is absent). */
export function elementByteOffset(segment: Segment, number: number): number {
  const index = number > segment.elementCount ? segment.elementCount : number - 1;
  const separator = (segment.source.rows[segment.first + index] ?? 0) + segment.source.base;
  return number > segment.elementCount ? separator : separator + 1;
}

/** Where an element that is there begins in the source. */
export function elementStart(segment: Segment, number: number): number {
  return (segment.source.rows[segment.first + number - 1] ?? 0) + 1;
}

/** Where an element that is there ends in the source. */
export function elementEnd(segment: Segment, number: number): number {
  return segment.source.rows[segment.first + number] ?? 0;
}

/** Where the component that begins at `start` ends: at the next separator, or with its element. */
export function componentEnd(source: SegmentSource, start: number, end: number): number {
  const { bytes, componentByte: separator } = source;
  let index = start;
  while (index < end && bytes[index] !== separator) index += 1;
  return index;
}

/** The element by its 1-based number, as written (composites and repetitions whole); empty when absent. */
export function element(segment: Segment, number: number): string {
  if (number < 1 || number > segment.elementCount) return '';
  const { source, first } = segment;
  const start = (source.rows[first + number - 1] ?? 0) + 1;
  const end = source.rows[first + number] ?? start;
  return start === end ? '' : readable(source, start, end);
}

/** The element without blanks around it; undefined when absent or blank. */
export function trimmedElement(segment: Segment, number: number): string | undefined {
  if (number < 1 || number > segment.elementCount) return undefined;
  const { rows } = segment.source;
  const start = (rows[segment.first + number - 1] ?? 0) + 1;
  return trimmedText(segment.source, start, rows[segment.first + number] ?? start);
}

/** The component, by its 1-based number in an element, without blanks around it; undefined when absent or blank. */
export function trimmedComponent(segment: Segment, number: number, componentNumber: number): string | undefined {
  if (!findPart(segment, number, componentNumber)) return undefined;
  return trimmedText(segment.source, found.start, found.end);
}

/** Text of the source without blanks around it; undefined when there is nothing else. */
export function trimmedText(source: SegmentSource, start: number, end: number): string | undefined {
  if (!source.ascii) {
    const text = readable(source, start, end).trim();
    return text === '' ? undefined : text;
  }
  const { bytes } = source;
  let from = start;
  let to = end;
  while (from < to && isBlank(bytes[from])) from += 1;
  while (to > from && isBlank(bytes[to - 1])) to -= 1;
  if (from === to) return undefined;
  if (to - from !== 2) return source.text.slice(from, to);
  // Qualifiers, states and modifiers come again and again: one text for all of them.
  const key = ((bytes[from] ?? 0) << 7) | (bytes[from + 1] ?? 0);
  const known = pairs[key];
  if (known !== undefined) return known;
  const pair = source.text.slice(from, to);
  pairs[key] = pair;
  return pair;
}

/** Texts of two ASCII characters met so far. */
const pairs: (string | undefined)[] = Array.from({ length: 0x80 * 0x80 }, () => undefined);

function isBlank(code: number | undefined): boolean {
  return code === 32 || (code !== undefined && code >= 9 && code <= 13);
}

/** True when the element is there and not empty. */
export function isPresent(segment: Segment, number: number): boolean {
  if (number < 1 || number > segment.elementCount) return false;
  const { rows } = segment.source;
  const start = (rows[segment.first + number - 1] ?? 0) + 1;
  return (rows[segment.first + number] ?? start) > start;
}

/** True when the component, by its 1-based number in an element, is one of the codes; nothing is made a text for it. */
export function isCode(segment: Segment, number: number, componentNumber: number, codes: CodeList): boolean {
  return findPart(segment, number, componentNumber) && codes.has(segment.source.bytes, found.start, found.end);
}

/** The component of up to three bytes as one number (see `packCode`); 0 when it is longer or absent. */
export function packedComponent(segment: Segment, number: number, componentNumber: number): number {
  return findPart(segment, number, componentNumber) ? packedCode(segment.source.bytes, found.start, found.end) : 0;
}

/** True when the component, by its 1-based number in an element, is that ASCII text. */
export function isComponent(segment: Segment, number: number, componentNumber: number, wanted: string): boolean {
  return findPart(segment, number, componentNumber) && isText(segment.source, found.start, found.end, wanted);
}

/** True when the element as a whole is that ASCII text. */
export function isElement(segment: Segment, number: number, wanted: string): boolean {
  if (number < 1 || number > segment.elementCount) return false;
  return isText(segment.source, elementStart(segment, number), elementEnd(segment, number), wanted);
}

function isText({ bytes }: SegmentSource, start: number, end: number, wanted: string): boolean {
  if (end - start !== wanted.length) return false;
  for (let index = 0; index < wanted.length; index += 1) {
    if (bytes[start + index] !== wanted.charCodeAt(index)) return false;
  }
  return true;
}

/** Where `findPart` found something; one for all, so that looking makes nothing. */
const found = { start: 0, end: 0 };

function findPart(segment: Segment, number: number, componentNumber: number): boolean {
  const { source, first } = segment;
  if (number < 1 || number > segment.elementCount) return false;
  const { bytes, rows } = source;
  let start = (rows[first + number - 1] ?? 0) + 1;
  const end = rows[first + number] ?? start;
  const { componentByte: separator, repetitionByte: repetition } = source;
  let current = 1;
  let index = start;
  for (; index < end; index += 1) {
    const code = bytes[index];
    if (code === repetition) break;
    if (code !== separator) continue;
    if (current === componentNumber) break;
    current += 1;
    start = index + 1;
  }
  found.start = start;
  found.end = index;
  return current === componentNumber;
}

/** All elements in order, the first being element 1. */
export function elements(segment: Segment): string[] {
  return Array.from({ length: segment.elementCount }, (_, index) => element(segment, index + 1));
}

/** The component by its 1-based number in an element (in its first repetition); empty when absent. */
export function component(segment: Segment, number: number, componentNumber: number): string {
  if (!findPart(segment, number, componentNumber) || found.start === found.end) return '';
  return readable(segment.source, found.start, found.end);
}

/** The repetitions of an element; an empty list when it is absent or empty. */
export function repetitions(segment: Segment, number: number): string[] {
  const whole = element(segment, number);
  if (whole === '') return [];
  return segment.source.repetition === undefined ? [whole] : whole.split(segment.source.repetition);
}

/** The repetitions of a composite element, each split into its components. */
export function repeatedComponents(segment: Segment, number: number): string[][] {
  return repetitions(segment, number).map((repetition) => repetition.split(segment.source.component));
}

/** The segment's bytes without terminator, as readable text. May hold patient data. */
export function segmentText(segment: Segment): string {
  const { source, byteOffset } = segment;
  const start = byteOffset - source.base;
  return readable(source, start, source.rows[segment.first + segment.elementCount] ?? start);
}
