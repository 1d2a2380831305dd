import { packedCode } from './code-list.js';
import { type DetectedDelimiters, skipBlanks } from './delimiters.js';
import { packedSegmentId } from './packed-segment-id.js';
import { rowHeading, Segment, type SegmentSource } from './segment.js';

/** Cuts one interchange into segments, left to right, writing a row for each and nothing else. */
export class SegmentScanner {
  /** Of the segment `advance` stopped at. */
  packedId = 0;
  start = 0;
  end = 0;
  /** The id is two or three letters and digits beginning with a letter. */
  wellFormedId = true;
  lowerCaseId = false;
  /** False for a last segment that the file ends without a terminator. */
  terminated = true;
  /** Empty segments skipped before this one, and where the first of them stood. */
  emptySkipped = 0;
  emptyOffset = 0;
  /** Where its row begins, and where the next one will. */
  #row = 0;
  #used = 0;
  #next: number;
  readonly #separator: number;
  readonly #terminator: number;

  constructor(
    readonly source: SegmentSource,
    detected: DetectedDelimiters,
  ) {
    this.#next = detected.start;
    this.#separator = detected.delimiters.element.charCodeAt(0);
    this.#terminator = detected.delimiters.segment.charCodeAt(0);
  }

  /** Where reading goes on: after the last segment's terminator. */
  get next(): number {
    return this.#next;
  }

  /** Makes the segment that begins at or after `offset` the next one again. */
  stepBack(offset: number): void {
    this.#next = offset;
  }

  /** Moves to the next segment; false at the end of the text. */
  advance(): boolean {
    const { bytes } = this.source;
    this.emptySkipped = 0;
    let start = this.#skip(this.#next);
    while (start < bytes.length && bytes[start] === this.#terminator) {
      if (this.emptySkipped === 0) this.emptyOffset = start;
      this.emptySkipped += 1;
      start = this.#skip(start + 1);
    }
    if (start >= bytes.length) {
      this.#next = bytes.length;
      return false;
    }
    this.start = start;
    this.#scan(start);
    return true;
  }

  /** The segment `advance` stopped at, with its position in the transaction set. */
  segment(position: number): Segment {
    this.source.rows[this.#row + rowHeading.position] = position;
    return new Segment(this.source, this.#row + rowHeading.length);
  }

  #scan(start: number): void {
    const { bytes } = this.source;
    const separator = this.#separator;
    const terminator = this.#terminator;
    const { length } = bytes;
    let { rows } = this.source;
    const row = this.#used;
    const first = row + rowHeading.length;
    let used = first;
    if (used >= rows.length) rows = this.#grow();
    let index = start;
    for (; index < length; index += 1) {
      const code = bytes[index];
      if (code === separator) {
        if (used + 2 >= rows.length) rows = this.#grow();
        rows[used] = index;
        used += 1;
      } else if (code === terminator) break;
    }
    this.terminated = index < length;
    this.#next = index + 1;
    let end = index;
    if (terminator === 10 && end > start && bytes[end - 1] === 13) end -= 1;
    if (!this.terminated) while (end > start && (bytes[end - 1] ?? 0) <= 32) end -= 1;
    while (used > first && (rows[used - 1] ?? 0) >= end) used -= 1;
    if (used + 2 >= rows.length) rows = this.#grow();
    rows[used] = end;
    this.end = end;
    this.#row = row;
    this.#used = used + 1;
    this.packedId = this.#readId(start, used === first ? end : (rows[first] ?? end));
    rows[row + rowHeading.id] = this.packedId;
    rows[row + rowHeading.start] = start;
    rows[row + rowHeading.elementCount] = used - first;
  }

  #readId(start: number, end: number): number {
    const { bytes } = this.source;
    this.wellFormedId = isWellFormed(bytes, start, end);
    this.lowerCaseId = false;
    if (this.wellFormedId) return packedCode(bytes, start, end);
    const written = end - start > 3 ? '' : this.source.text.slice(start, end).trim();
    const id = written.toUpperCase();
    this.wellFormedId = /^[A-Z][A-Z0-9]{1,2}$/.test(id);
    this.lowerCaseId = this.wellFormedId && id !== written;
    return packedSegmentId(this.wellFormedId ? id : '?');
  }

  /** Line ends after a terminator belong to nobody; a byte order mark may stand before the first segment. */
  #skip(start: number): number {
    const { bytes } = this.source;
    const code = bytes[start] ?? 0;
    if (isPrintable(code)) return start;
    const afterLineEnd = bytes[start + 1] ?? 0;
    if (code === 10 && this.#terminator !== 10 && isPrintable(afterLineEnd)) return start + 1;
    if (this.#terminator > 32) return skipBlanks(this.source.text, start);
    let index = start;
    for (; index < bytes.length; index += 1) {
      const blank = bytes[index];
      if (blank === this.#terminator || (blank !== 32 && blank !== 10 && blank !== 13 && blank !== 9)) break;
    }
    return index;
  }

  #grow(): Int32Array {
    const grown = new Int32Array(this.source.rows.length * 4 + 16);
    grown.set(this.source.rows);
    this.source.rows = grown;
    return grown;
  }
}

function isPrintable(code: number): boolean {
  return code > 32 && code < 127;
}

function isWellFormed(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length < 2 || length > 3 || !isCapital(bytes[start] ?? 0)) return false;
  for (let index = start + 1; index < end; index += 1) {
    const code = bytes[index] ?? 0;
    if (!isCapital(code) && (code < 48 || code > 57)) return false;
  }
  return true;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}
