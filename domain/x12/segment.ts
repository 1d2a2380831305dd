/** The text that segments of an interchange share: one character a byte, so that an index plus `base` is a byte offset. */
export type SegmentSource = {
  readonly text: string;
  /** Byte offset in the file of the first character of `text`. */
  readonly base: number;
  /** No byte above 0x7F anywhere: values need no decoding. */
  readonly ascii: boolean;
  /** For each segment, the ends of its id and of each of its elements, one after the other. */
  offsets: Int32Array;
  /** The component separator really used (a real file may declare another in ISA16). */
  component: string;
  /** Repetition separator, or none (version 00401). */
  readonly repetition: string | undefined;
};

/** One segment as offsets into its source; read it with `element`, `component` and their kin. */
export class Segment {
  constructor(
    readonly source: SegmentSource,
    /** Index of this segment's first entry in `source.offsets`. */
    readonly first: number,
    /** Elements present, the id not counted; trailing empty ones count. */
    readonly elementCount: number,
    /** Upper-case segment id (`CLM`). */
    readonly id: string,
    /** 1 at ST, counting each segment; 0 outside a transaction set. */
    readonly position: number,
    /** Of the first byte of the segment id, from the start of the file. */
    readonly byteOffset: number,
  ) {}
}

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
  const separator = (segment.source.offsets[segment.first + index] ?? 0) + segment.source.base;
  return number > segment.elementCount ? separator : separator + 1;
}

/** The element by its 1-based number, as written (composites and repetitions whole); empty when absent. */
export function element(segment: Segment, number: number): string {
  if (number < 1 || number > segment.elementCount) return '';
  const { source, first } = segment;
  const start = (source.offsets[first + number - 1] ?? 0) + 1;
  const end = source.offsets[first + number] ?? start;
  return start === end ? '' : readable(source, start, end);
}

/** True when the element is there and not empty. */
export function isPresent(segment: Segment, number: number): boolean {
  if (number < 1 || number > segment.elementCount) return false;
  const { offsets } = segment.source;
  const start = (offsets[segment.first + number - 1] ?? 0) + 1;
  return (offsets[segment.first + number] ?? start) > start;
}

/** All elements in order, the first being element 1. */
export function elements(segment: Segment): string[] {
  return Array.from({ length: segment.elementCount }, (_, index) => element(segment, index + 1));
}

/** The component by its 1-based number in an element (in its first repetition); empty when absent. */
export function component(segment: Segment, number: number, componentNumber: number): string {
  const { source, first } = segment;
  if (number < 1 || number > segment.elementCount) return '';
  let start = (source.offsets[first + number - 1] ?? 0) + 1;
  const end = source.offsets[first + number] ?? start;
  const separator = source.component.charCodeAt(0);
  const repetition = source.repetition === undefined ? -1 : source.repetition.charCodeAt(0);
  let current = 1;
  for (let index = start; index < end; index += 1) {
    const code = source.text.charCodeAt(index);
    if (code !== separator && code !== repetition) continue;
    if (current === componentNumber) return readable(source, start, index);
    if (code === repetition) return '';
    current += 1;
    start = index + 1;
  }
  return current === componentNumber ? readable(source, start, end) : '';
}

/** All components of an element without repetitions; an empty list when it is absent or empty. */
export function components(segment: Segment, number: number): string[] {
  const whole = element(segment, number);
  return whole === '' ? [] : whole.split(segment.source.component);
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
  return readable(source, start, source.offsets[segment.first + segment.elementCount] ?? start);
}
