import type { Delimiters } from './delimiters.js';
import type { ComponentValue, ElementValue, RepeatedElement, SegmentValues } from './segment-values.js';
import { latinText } from './source-text.js';
import { type CharacterSet, plainCharacters, x12TextWriter } from './x12-text.js';

/**
 * Prints segments one after the other into one text, each with its terminator and the line end given. What is written
 * is ASCII, so it is put down byte by byte: a file of many thousand segments is no tree of text parts meanwhile, which
 * would have to be walked and collected. Throws RangeError when a delimiter is not one character of Latin 1.
 */
export class SegmentPrinter {
  readonly #clean: (text: string) => string;
  /** 1 for each character that is written as it is (not at the ends of a value, if it is a blank). */
  readonly #plain: Uint8Array;
  readonly #element: number;
  readonly #component: number;
  readonly #repetition: number | undefined;
  readonly #end: string;
  #bytes = new Uint8Array(firstBytes);
  #length = 0;

  constructor(delimiters: Delimiters, characterSet: CharacterSet, lineEnd: string) {
    this.#clean = x12TextWriter(delimiters, characterSet);
    this.#plain = plainCharacters(delimiters, characterSet);
    this.#element = latinCode(delimiters.element);
    this.#component = latinCode(delimiters.component);
    this.#repetition = delimiters.repetition === undefined ? undefined : latinCode(delimiters.repetition);
    const terminator = String.fromCharCode(latinCode(delimiters.segment));
    this.#end = terminator + (terminator === '\n' ? '' : lineEnd);
  }

  /** All that is printed so far. */
  get text(): string {
    return latinText(this.#bytes.subarray(0, this.#length));
  }

  /** Puts a segment down that has its delimiters already, and nothing but Latin 1. */
  raw(segment: string): void {
    this.#put(segment);
    this.#put(this.#end);
  }

  print(segment: SegmentValues): void {
    this.#put(segment[0]);
    let end = this.#length;
    for (let index = 1; index < segment.length; index += 1) {
      this.#putCode(this.#element);
      const from = this.#length;
      this.#value(segment[index]);
      if (this.#length > from) end = this.#length;
    }
    // What follows the last value are separators only.
    this.#length = end;
    this.#put(this.#end);
  }

  #value(value: ElementValue): void {
    if (value === undefined) return;
    if (typeof value === 'string') this.#text(value);
    else if ('repetitions' in value) this.#repeated(value);
    else this.#composite(value);
  }

  #repeated({ repetitions }: RepeatedElement): void {
    for (const [index, repetition] of repetitions.entries()) {
      if (index > 0) {
        if (this.#repetition === undefined) return;
        this.#putCode(this.#repetition);
      }
      this.#value(repetition);
    }
  }

  #composite(components: readonly ComponentValue[]): void {
    let end = this.#length;
    for (let index = 0; index < components.length; index += 1) {
      if (index > 0) this.#putCode(this.#component);
      const value = components[index];
      if (value === undefined) continue;
      const from = this.#length;
      this.#text(value);
      if (this.#length > from) end = this.#length;
    }
    this.#length = end;
  }

  #text(value: string): void {
    if (!this.#putPlain(value)) this.#put(this.#clean(value));
  }

  /** False, and nothing put down, when there is something to clean. */
  #putPlain(value: string): boolean {
    const { length } = value;
    if (length === 0) return true;
    const at = this.#length;
    this.#makeRoom(length);
    const bytes = this.#bytes;
    const plain = this.#plain;
    for (let index = 0; index < length; index += 1) {
      const code = value.charCodeAt(index);
      if (plain[code] !== 1) return false;
      bytes[at + index] = code;
    }
    if (bytes[at] === blank || bytes[at + length - 1] === blank) return false;
    this.#length = at + length;
    return true;
  }

  #put(text: string): void {
    const { length } = text;
    const at = this.#length;
    this.#makeRoom(length);
    const bytes = this.#bytes;
    for (let index = 0; index < length; index += 1) bytes[at + index] = text.charCodeAt(index);
    this.#length = at + length;
  }

  #putCode(code: number): void {
    this.#makeRoom(1);
    this.#bytes[this.#length] = code;
    this.#length += 1;
  }

  #makeRoom(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

const firstBytes = 2_048;
const blank = 0x20;

function latinCode(delimiter: string): number {
  const code = delimiter.charCodeAt(0);
  if (delimiter.length !== 1 || code > 0xff) throw new RangeError('a delimiter must be one character of Latin 1');
  return code;
}
