import { packCode, packedCode } from './code-list.js';
import { type DetectedDelimiters, skipBlanks } from './delimiters.js';
import type { SegmentSource } from './segment.js';

/** Cuts one interchange into segments, left to right, remembering offsets only. */
export class SegmentScanner {
  /** Of the segment `advance` stopped at. */
  id = '';
  first = 0;
  elementCount = 0;
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

  #scan(start: number): void {
    const { bytes } = this.source;
    const separator = this.#separator;
    const terminator = this.#terminator;
    const { length } = bytes;
    let { offsets } = this.source;
    let used = this.#used;
    this.first = used;
    let index = start;
    for (; index < length; index += 1) {
      const code = bytes[index];
      if (code === separator) {
        if (used + 2 >= offsets.length) offsets = this.#grow();
        offsets[used] = index;
        used += 1;
      } else if (code === terminator) break;
    }
    this.terminated = index < length;
    this.#next = index + 1;
    let end = index;
    if (terminator === 10 && end > start && bytes[end - 1] === 13) end -= 1;
    if (!this.terminated) while (end > start && (bytes[end - 1] ?? 0) <= 32) end -= 1;
    while (used > this.first && (offsets[used - 1] ?? 0) >= end) used -= 1;
    if (used + 2 >= offsets.length) offsets = this.#grow();
    offsets[used] = end;
    this.elementCount = used - this.first;
    this.#used = used + 1;
    this.end = end;
    this.#readId(start, offsets[this.first] ?? end);
  }

  #readId(start: number, end: number): void {
    const { bytes } = this.source;
    const length = end - start;
    const known = length > 3 ? undefined : knownIds.get(packedCode(bytes, start, end));
    if (known !== undefined) {
      this.id = known;
      this.wellFormedId = true;
      this.lowerCaseId = false;
      return;
    }
    const written = length > 3 ? '' : this.source.text.slice(start, end).trim();
    this.id = written.toUpperCase();
    this.wellFormedId = /^[A-Z][A-Z0-9]{1,2}$/.test(this.id);
    this.lowerCaseId = this.wellFormedId && this.id !== written;
    if (!this.wellFormedId) this.id = '?';
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
    const grown = new Int32Array(this.source.offsets.length * 4);
    grown.set(this.source.offsets);
    this.source.offsets = grown;
    return grown;
  }
}

function isPrintable(code: number): boolean {
  return code > 32 && code < 127;
}

/** Ids of the segments of professional billing, so that reading one makes no new string. */
const knownIds = new Map(
  (
    'ISA IEA GS GE ST SE TA1 BHT HL NM1 N1 N2 N3 N4 PER REF PRV CUR SBR PAT DMG CLM DTP PWK CN1 AMT K3 NTE CR1 CR2 CR3 CRC ' +
    'HI HCP CAS OI MOA MIA LX SV1 SV5 QTY MEA LIN CTP LQ FRM SVD PS1 BPR TRN DTM RDM TS3 TS2 CLP SVC PLB STC EQ EB HSD AAA ' +
    'MSG III LS LE INS AK1 AK2 IK3 IK4 IK5 AK9 CTX MPI HSD'
  )
    .split(' ')
    .map((id) => [packCode(id) ?? 0, id]),
);
