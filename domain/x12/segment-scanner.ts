import { packedCode } from './code-list.js';
import { type DetectedDelimiters, skipBlanks } from './delimiters.js';
import { packedSegmentId } from './packed-segment-id.js';
import { rowHeading, type SegmentSource } from './segment.js';
import { maskBytes, SeparatorMasks } from './separator-masks.js';

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
  readonly #terminator: number;
  readonly #masks: SeparatorMasks;
  /** The separators not yet taken of the bytes from that offset on. */
  #mask = 0;
  #maskedFrom = 0;

  constructor(
    readonly source: SegmentSource,
    detected: DetectedDelimiters,
  ) {
    this.#next = detected.start;
    this.#terminator = detected.delimiters.segment.charCodeAt(0);
    this.#masks = new SeparatorMasks(source.bytes, detected.delimiters.element.charCodeAt(0), this.#terminator);
    this.#goTo(detected.start);
  }

  /** Where reading goes on: after the last segment's terminator. */
  get next(): number {
    return this.#next;
  }

  /** Makes the segment that begins at or after `offset` the next one again. */
  stepBack(offset: number): void {
    this.#next = offset;
    this.#goTo(offset);
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

  /** The row of the segment `advance` stopped at (`Segment.first`), with its position in the transaction set. */
  row(position: number): number {
    this.source.rows[this.#row + rowHeading.position] = position;
    return this.#row + rowHeading.length;
  }

  /** Writes the row of the segment that begins there: its separators are taken off the masks up to its terminator. */
  #scan(start: number): void {
    const { bytes } = this.source;
    const masks = this.#masks;
    const terminator = this.#terminator;
    if (start !== this.#next) this.#goTo(start);
    const row = this.#used;
    const first = row + rowHeading.length;
    let rows = this.#rowsFor(first);
    let used = first;
    let from = this.#maskedFrom;
    let mask = this.#mask;
    let end = -1;
    while (end === -1) {
      if (mask === 0) {
        from += maskBytes;
        if (from >= masks.end && !masks.lookFrom(masks.end)) break;
        mask = masks.at(from);
        rows = this.#rowsFor(used);
        continue;
      }
      const at = from + 31 - Math.clz32(mask & -mask);
      mask &= mask - 1;
      rows[used] = at;
      if (bytes[at] === terminator) end = at;
      else used += 1;
    }
    this.#maskedFrom = from;
    this.#mask = mask;
    this.terminated = end !== -1;
    if (!this.terminated) end = bytes.length;
    this.#next = end + 1;
    if (terminator === 10 && end > start && bytes[end - 1] === 13) end -= 1;
    if (!this.terminated) while (end > start && (bytes[end - 1] ?? 0) <= 32) end -= 1;
    while (used > first && (rows[used - 1] ?? 0) >= end) used -= 1;
    rows[used] = end;
    this.end = end;
    this.#row = row;
    this.#used = used + 1;
    this.packedId = this.#readId(start, used === first ? end : (rows[first] ?? end));
    rows[row + rowHeading.id] = this.packedId;
    rows[row + rowHeading.start] = start;
    rows[row + rowHeading.elementCount] = used - first;
  }

  /** Leaves out the separators before an offset. */
  #goTo(offset: number): void {
    const masks = this.#masks;
    if (offset >= masks.start && offset < masks.end) {
      this.#maskedFrom = offset - ((offset - masks.start) & (maskBytes - 1));
      this.#mask = masks.at(this.#maskedFrom) & (-1 << (offset - this.#maskedFrom));
    } else {
      this.#maskedFrom = offset;
      this.#mask = masks.lookFrom(offset) ? masks.at(offset) : 0;
    }
  }

  /** The rows, with room for the separators of one mask and what stands around them. */
  #rowsFor(used: number): Int32Array {
    const { rows } = this.source;
    if (used + maskBytes + rowHeading.length < rows.length) return rows;
    const grown = new Int32Array(rows.length * 4 + 16);
    grown.set(rows);
    this.source.rows = grown;
    return grown;
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
