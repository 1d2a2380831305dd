import { type DetectedDelimiters, detectDelimiters, longestHeader } from './delimiters.js';
import type { SegmentSource } from './segment.js';
import type { SegmentScanner } from './segment-scanner.js';

/** No segment of a guide has a hundredth of this; without a limit, a lost terminator would put a whole file into one. */
const longestSegmentBytes = 1_048_576;

/**
 * `segment`: the scanner stands at one. `oversized`: one was longer than any may be and is left out. `end`: the
 * interchange ends here, before the next ISA or with the file. `wait`: the next window is needed.
 */
export type FeedStep = 'segment' | 'oversized' | 'end' | 'wait';

/** Gives the segments of one interchange out of one window or many: where a file is cut makes no difference. */
export class SegmentFeed {
  /** Byte offset of the segment. */
  at: number;
  /** Byte offset of empty segments that stood before it. */
  emptyAt: number | undefined;
  #isLast = true;
  #isFirstSegment = true;
  /** Where a segment began that is too long to be kept; its end has not been seen. */
  #oversizedAt: number | undefined;

  constructor(
    private readonly detected: DetectedDelimiters,
    public scanner: SegmentScanner,
  ) {
    this.at = scanner.source.base + scanner.next;
  }

  /** Takes the next window, which must begin where the scanner of the last one stood when it had to wait. */
  enter(scanner: SegmentScanner, isLast: boolean): void {
    this.scanner = scanner;
    this.#isLast = isLast;
  }

  next(): FeedStep {
    if (this.#oversizedAt !== undefined) return this.#passOversized(this.#oversizedAt);
    const { scanner } = this;
    const hasMore = scanner.advance();
    if (scanner.emptySkipped > 0) this.emptyAt ??= scanner.source.base + scanner.emptyOffset;
    if (!hasMore) return this.#isLast ? 'end' : 'wait';
    const { start, source } = scanner;
    if (!this.#isFirstSegment && isHeaderLike(source, start)) {
      if (!this.#isLast && source.text.length - start < longestHeader) return this.#wait();
      if (detectDelimiters(source.text, start) !== undefined) return this.#stopBefore();
    }
    if (!scanner.terminated && !this.#isLast) return this.#wait();
    this.at = source.base + start;
    this.#isFirstSegment = false;
    return scanner.next - 1 - start > longestSegmentBytes ? 'oversized' : 'segment';
  }

  /** The segment is not there as a whole: the next window begins with it, unless nobody could want so much of it. */
  #wait(): FeedStep {
    const { start, source } = this.scanner;
    const isOversized = source.text.length - start > longestSegmentBytes;
    if (isOversized) this.#oversizedAt = source.base + start;
    this.scanner.stepBack(isOversized ? source.text.length : start);
    return 'wait';
  }

  #passOversized(begunAt: number): FeedStep {
    const { text } = this.scanner.source;
    const terminator = text.indexOf(this.detected.delimiters.segment, this.scanner.next);
    this.scanner.stepBack(terminator === -1 ? text.length : terminator + 1);
    if (terminator === -1 && !this.#isLast) return 'wait';
    this.at = begunAt;
    this.#isFirstSegment = false;
    this.#oversizedAt = undefined;
    return 'oversized';
  }

  #stopBefore(): FeedStep {
    this.scanner.stepBack(this.scanner.start);
    return 'end';
  }
}

function isHeaderLike({ bytes, text }: SegmentSource, start: number): boolean {
  const code = bytes[start];
  return (code === 73 || code === 105) && text.slice(start, start + 3).toUpperCase() === 'ISA';
}
