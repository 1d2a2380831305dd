import { type DetectedDelimiters, detectDelimiters, guessDelimiters, longestHeader, skipBlanks } from './delimiters.js';
import { InterchangeAssembler } from './interchange-assembler.js';
import type { InterchangeListener } from './interchange-listener.js';
import { SegmentSource } from './segment.js';
import { SegmentScanner } from './segment-scanner.js';
import type { SourceText } from './source-text.js';
import type { X12FindingCode } from './x12-finding.js';

/** A part of a file; `base` is the byte offset of its first character. */
export type SourceWindow = SourceText & { readonly base: number };

type OpenInterchange = { readonly assembler: InterchangeAssembler; readonly detected: DetectedDelimiters };

/**
 * Finds the interchanges of a file, each with its own delimiters, and tells a listener what they hold and what is wrong
 * with them. The file comes as one window or as many; where they are cut makes no difference.
 */
export class InterchangeReader {
  #position = 0;
  #open: OpenInterchange | undefined;
  /** Where bytes began that belong to no interchange. */
  #unreadableAt: number | undefined;
  #interchangeCount = 0;
  readonly #interchangeKeys = new Set<string>();

  constructor(private readonly listener: InterchangeListener) {}

  /** Reads what can be read; the next window begins with the character at the index given back. */
  read(window: SourceWindow, isLast: boolean): number {
    this.#position = 0;
    let goesOn = true;
    while (goesOn) {
      if (this.#open !== undefined) goesOn = this.#readOpen(this.#open, window, isLast);
      else if (this.#unreadableAt !== undefined) goesOn = this.#skip(this.#unreadableAt, window, isLast);
      else goesOn = this.#begin(window, isLast);
    }
    if (isLast && this.#interchangeCount === 0) this.#reportNothing(window.base + window.text.length);
    return this.#position;
  }

  /** A bare GS or ST at the beginning of a file is read with guessed delimiters; other bytes are skipped. */
  #begin(window: SourceWindow, isLast: boolean): boolean {
    const { text, base } = window;
    const start = skipBlanks(text, this.#position);
    this.#position = start;
    if (start >= text.length || (!isLast && text.length - start < longestHeader)) return false;
    const declared = detectDelimiters(text, start);
    const detected = declared ?? (this.#interchangeCount === 0 ? guessDelimiters(text, start) : undefined);
    if (detected === undefined) {
      this.#unreadableAt = base + start;
      this.#position = start + 1;
      return true;
    }
    this.#interchangeCount += 1;
    const scanner = scannerOf(window, detected, detected.delimiters.component);
    const assembler = new InterchangeAssembler(
      this.#interchangeCount,
      detected,
      scanner,
      this.#interchangeKeys,
      this.listener,
    );
    this.#open = { assembler, detected };
    return this.#readWith(scanner, assembler, isLast);
  }

  #readOpen({ assembler, detected }: OpenInterchange, window: SourceWindow, isLast: boolean): boolean {
    const scanner = scannerOf(window, { ...detected, start: this.#position }, assembler.component);
    return this.#readWith(scanner, assembler, isLast);
  }

  #readWith(scanner: SegmentScanner, assembler: InterchangeAssembler, isLast: boolean): boolean {
    const isComplete = assembler.read(scanner, isLast);
    this.#position = scanner.next;
    if (isComplete) this.#open = undefined;
    return isComplete;
  }

  /** Goes to the next ISA that declares delimiters, or to the end of the file. */
  #skip(from: number, { text, base }: SourceWindow, isLast: boolean): boolean {
    let index = text.indexOf('ISA', this.#position);
    for (; index !== -1; index = text.indexOf('ISA', index + 1)) {
      if (!isLast && text.length - index < longestHeader) {
        this.#position = index;
        return false;
      }
      if (detectDelimiters(text, index) !== undefined) break;
    }
    if (index === -1 && !isLast) {
      this.#position = Math.max(this.#position, text.length - 2);
      return false;
    }
    this.#position = index === -1 ? text.length : index;
    this.#unreadableAt = undefined;
    const length = base + this.#position - from;
    this.#report('unreadable-bytes', `${length} bytes do not belong to any interchange and were skipped.`, from);
    return true;
  }

  #reportNothing(length: number): void {
    const message = length === 0 ? 'The file is empty.' : 'No ISA segment was found: this is not an X12 file.';
    this.#report('no-interchange', message, 0);
  }

  #report(code: X12FindingCode, message: string, byteOffset: number): void {
    const finding = { code, severity: 'error', message, byteOffset, interchangeNoteCode: '022' } as const;
    this.listener.envelope({ kind: 'finding', finding });
  }
}

function scannerOf(window: SourceWindow, detected: DetectedDelimiters, component: string): SegmentScanner {
  // Few at first, since a file may have an interchange every hundred bytes.
  const rows = new Int32Array(Math.min(256, window.text.length + 2));
  const { repetition } = detected.delimiters;
  return new SegmentScanner(new SegmentSource(window, rows, component, repetition), detected);
}
