import { checkGroupHeader, checkInterchangeHeader } from './check-envelope.js';
import { areDistinct, type DetectedDelimiters } from './delimiters.js';
import { functionalGroupHeading, interchangeHeading, transactionSetHeading } from './envelope-headings.js';
import { type EnvelopeProblem, envelopeProblems } from './envelope-problems.js';
import type { TransactionSetHeading } from './interchange.js';
import type { InterchangeListener } from './interchange-listener.js';
import { packedSegmentId } from './packed-segment-id.js';
import { element, Segment, type SegmentSource } from './segment.js';
import { SegmentFeed } from './segment-feed.js';
import type { SegmentScanner } from './segment-scanner.js';
import { detachedText } from './source-text.js';
import { usedComponentSeparator } from './used-component-separator.js';
import type { X12Finding } from './x12-finding.js';

type OpenTransaction = {
  readonly heading: TransactionSetHeading;
  readonly header: Segment | undefined;
  segmentCount: number;
};
type OpenGroup = {
  readonly header: Segment | undefined;
  readonly controlNumbers: Set<string>;
  transactionSetCount: number;
};

const envelopeIds = {
  ISA: packedSegmentId('ISA'),
  IEA: packedSegmentId('IEA'),
  TA1: packedSegmentId('TA1'),
  GS: packedSegmentId('GS'),
  GE: packedSegmentId('GE'),
  ST: packedSegmentId('ST'),
  SE: packedSegmentId('SE'),
};

/**
 * Finds groups and transaction sets in the segments of one interchange, tells them to a listener, and checks counts and
 * control numbers. It keeps no segment but headers, and can be given the text of a file window by window.
 */
export class InterchangeAssembler {
  readonly #feed: SegmentFeed;
  readonly #endsWithLine: boolean;
  #hasBegun = false;
  #header: Segment | undefined;
  #trailer: Segment | undefined;
  readonly #groupControlNumbers = new Set<string>();
  #groupCount = 0;
  #group: OpenGroup | undefined;
  #transaction: OpenTransaction | undefined;
  #component: string;
  #componentSettled = false;
  /** Byte offsets of the interchange and of the end of the last segment. */
  readonly #start: number;
  #end: number;

  constructor(
    private readonly ordinal: number,
    private readonly detected: DetectedDelimiters,
    scanner: SegmentScanner,
    /** Sender and control number of each interchange of the file so far. */
    private readonly interchangeKeys: Set<string>,
    private readonly listener: InterchangeListener,
  ) {
    const { segment: terminator, component } = detected.delimiters;
    this.#feed = new SegmentFeed(detected, scanner);
    this.#endsWithLine = terminator === '\n' || terminator === '\r';
    this.#component = component;
    this.#start = this.#feed.at;
    this.#end = this.#start;
  }

  /** The component separator known so far, for the scanner of the next window. */
  get component(): string {
    return this.#component;
  }

  /**
   * Reads up to IEA, to the next ISA or to the end of the text. False when the interchange is not at its end and the
   * next window is needed, which must begin where the scanner stands.
   */
  read(scanner: SegmentScanner, isLast: boolean): boolean {
    this.#feed.enter(scanner, isLast);
    for (;;) {
      const step = this.#feed.next();
      if (step === 'wait') return false;
      if (step === 'end') break;
      if (step === 'oversized') {
        this.#reportEmptySegments();
        this.#report(envelopeProblems.oversizedSegment);
        continue;
      }
      if (this.#hasBegun) this.#take(scanner.packedId);
      else this.#begin(scanner.packedId);
      this.#end = scanner.source.base + scanner.end;
      if (this.#trailer !== undefined) break;
    }
    this.#finish();
    return true;
  }

  #begin(id: number): void {
    if (id === envelopeIds.ISA) this.#header = this.#segment(0);
    this.#tellBegun();
    if (this.#header === undefined) {
      this.#take(id);
      return;
    }
    const segment = this.#header;
    const { guessed, standardWidth, delimiters } = this.detected;
    if (!standardWidth && !guessed) this.#report(envelopeProblems.unusualHeaderWidth, { segment });
    if (!areDistinct(delimiters)) this.#report(envelopeProblems.collidingDelimiters, { segment });
    this.#reportForm();
    this.#tellAll((findings) => checkInterchangeHeader(segment, this.ordinal, findings));
    const key = detachedText([5, 6, 13].map((number) => element(segment, number).trim()).join('\n'));
    if (this.interchangeKeys.has(key)) {
      this.#report(envelopeProblems.repeatedInterchangeControlNumber, { segment, element: 13 });
    }
    this.interchangeKeys.add(key);
  }

  #tellBegun(): void {
    this.#hasBegun = true;
    const interchange = interchangeHeading(this.ordinal, this.detected.delimiters, this.#header, this.#start);
    this.listener.envelope({ kind: 'interchange-begun', interchange });
  }

  #take(id: number): void {
    this.#reportForm();
    switch (id) {
      case envelopeIds.IEA:
        this.#closeGroup(undefined);
        this.#trailer = this.#segment(0);
        this.#checkInterchangeTrailer(this.#trailer);
        return;
      case envelopeIds.TA1:
        if (this.#group !== undefined) this.#addToTransaction();
        else this.listener.envelope({ kind: 'interchange-acknowledgement', segment: this.#segment(0) });
        return;
      case envelopeIds.GS:
        this.#closeGroup(undefined);
        this.#openGroup(this.#segment(0));
        return;
      case envelopeIds.GE:
        this.#closeGroup(this.#segment(0));
        return;
      case envelopeIds.ST:
        this.#closeTransaction(undefined);
        this.#openTransaction(this.#segment(1));
        return;
      case envelopeIds.SE:
        this.#closeTransaction(this.#segment((this.#transaction?.segmentCount ?? 0) + 1));
        return;
      default:
        this.#addToTransaction();
    }
  }

  #segment(position: number): Segment {
    const { scanner } = this.#feed;
    return new Segment(scanner.source, scanner.row(position));
  }

  #openGroup(header: Segment | undefined): void {
    this.#group = { header, controlNumbers: new Set(), transactionSetCount: 0 };
    const group = functionalGroupHeading(this.#groupCount + 1, header, this.#feed.at);
    this.listener.envelope({ kind: 'group-begun', group });
    if (header === undefined) {
      this.#report(envelopeProblems.missingGroupHeader);
      return;
    }
    this.#tellAll((findings) => checkGroupHeader(header, this.ordinal, group.ordinal, findings));
    const controlNumber = detachedText(element(header, 6));
    if (controlNumber !== '' && this.#groupControlNumbers.has(controlNumber)) {
      this.#report(envelopeProblems.repeatedGroupControlNumber, { segment: header, element: 6 });
    }
    this.#groupControlNumbers.add(controlNumber);
  }

  #openTransaction(header: Segment | undefined): OpenTransaction {
    if (this.#group === undefined) this.#openGroup(undefined);
    const group = this.#group;
    const place = {
      ordinal: (group?.transactionSetCount ?? 0) + 1,
      groupOrdinal: this.#groupCount + 1,
      interchangeOrdinal: this.ordinal,
      byteOffset: this.#feed.at,
    };
    const heading = transactionSetHeading(place, header, group?.header);
    const open = { heading, header, segmentCount: 0 };
    this.#transaction = open;
    this.listener.transactionSetBegun(heading);
    if (header === undefined) {
      this.#report(envelopeProblems.missingTransactionHeader);
      return open;
    }
    this.#keep(open, header.source, header.first);
    const controlNumber = detachedText(element(header, 2));
    if (controlNumber !== '' && group?.controlNumbers.has(controlNumber)) {
      this.#report(envelopeProblems.repeatedTransactionControlNumber, { segment: header, element: 2 });
    }
    group?.controlNumbers.add(controlNumber);
    return open;
  }

  #addToTransaction(): void {
    const open = this.#transaction ?? this.#openTransaction(undefined);
    const { scanner } = this.#feed;
    const row = scanner.row(open.segmentCount + 1);
    if (!this.#componentSettled) this.#settleComponentSeparator(new Segment(scanner.source, row));
    this.#keep(open, scanner.source, row);
  }

  #keep(open: OpenTransaction, source: SegmentSource, row: number): void {
    open.segmentCount += 1;
    this.listener.segment(source, row);
  }

  #closeTransaction(trailer: Segment | undefined): void {
    const open = this.#transaction;
    if (open === undefined) {
      if (trailer !== undefined) this.#report(envelopeProblems.misplacedTransactionTrailer, { segment: trailer });
      return;
    }
    let end = this.#end;
    if (trailer === undefined) {
      this.#report(envelopeProblems.missingTransactionTrailer, { segment: open.header });
    } else {
      this.#keep(open, trailer.source, trailer.first);
      this.#checkTransactionTrailer(open, trailer);
      end = this.#feed.scanner.source.base + this.#feed.scanner.end;
    }
    if (this.#group !== undefined) this.#group.transactionSetCount += 1;
    this.#transaction = undefined;
    this.listener.transactionSetEnded(end - open.heading.byteOffset);
  }

  #checkTransactionTrailer(open: OpenTransaction, trailer: Segment): void {
    if (!isCount(element(trailer, 1), open.segmentCount)) {
      this.#report(envelopeProblems.wrongSegmentCount, { segment: trailer, element: 1 });
    }
    if (open.header !== undefined && element(trailer, 2) !== element(open.header, 2)) {
      this.#report(envelopeProblems.wrongTransactionControlNumber, { segment: trailer, element: 2 });
    }
  }

  #closeGroup(trailer: Segment | undefined): void {
    this.#closeTransaction(undefined);
    const group = this.#group;
    if (group === undefined) {
      if (trailer !== undefined) this.#report(envelopeProblems.misplacedGroupTrailer, { segment: trailer });
      return;
    }
    if (trailer === undefined) this.#report(envelopeProblems.missingGroupTrailer, { segment: group.header });
    else this.#checkGroupTrailer(group, trailer);
    this.#groupCount += 1;
    this.#group = undefined;
    this.listener.envelope({ kind: 'group-ended', trailer, transactionSetCount: group.transactionSetCount });
  }

  #checkGroupTrailer(group: OpenGroup, trailer: Segment): void {
    if (!isCount(element(trailer, 1), group.transactionSetCount)) {
      this.#report(envelopeProblems.wrongTransactionCount, { segment: trailer, element: 1 });
    }
    if (group.header !== undefined && element(trailer, 2).trim() !== element(group.header, 6).trim()) {
      this.#report(envelopeProblems.wrongGroupControlNumber, { segment: trailer, element: 2 });
    }
  }

  #checkInterchangeTrailer(trailer: Segment): void {
    if (!isCount(element(trailer, 1), this.#groupCount)) {
      this.#report(envelopeProblems.wrongGroupCount, { segment: trailer, element: 1 });
    }
    if (this.#header !== undefined && element(trailer, 2).trim() !== element(this.#header, 13).trim()) {
      this.#report(envelopeProblems.wrongInterchangeControlNumber, { segment: trailer, element: 2 });
    }
  }

  #finish(): void {
    if (!this.#hasBegun) this.#tellBegun();
    this.#reportEmptySegments();
    if (this.#trailer === undefined) this.#closeGroup(undefined);
    if (this.#header === undefined) {
      this.#report(envelopeProblems.missingInterchangeHeader, { byteOffset: this.#start });
    } else if (this.#trailer === undefined) {
      this.#report(envelopeProblems.missingInterchangeTrailer, { segment: this.#header });
    }
    this.listener.envelope({
      kind: 'interchange-ended',
      delimiters: { ...this.detected.delimiters, component: this.#component },
      trailer: this.#trailer,
      groupCount: this.#groupCount,
      byteLength: this.#end - this.#start,
    });
  }

  /** Some senders declare one component separator and use another; the first composite of a known shape tells. */
  #settleComponentSeparator(segment: Segment): void {
    const declared = this.detected.delimiters.component;
    const used = usedComponentSeparator(segment, declared);
    if (used === undefined) return;
    this.#componentSettled = true;
    if (used.separator === declared) return;
    this.#component = used.separator;
    segment.source.component = used.separator;
    this.listener.componentSeparatorSettled(used.separator);
    this.#report(envelopeProblems.componentSeparatorDiffers, { segment, element: used.element });
  }

  #reportForm(): void {
    this.#reportEmptySegments();
    const { scanner } = this.#feed;
    if (!scanner.wellFormedId) this.#report(envelopeProblems.malformedSegment);
    else if (scanner.lowerCaseId) this.#report(envelopeProblems.lowerCaseSegmentId);
    if (!scanner.terminated && !this.#endsWithLine) this.#report(envelopeProblems.unterminatedSegment);
  }

  #reportEmptySegments(): void {
    const { emptyAt } = this.#feed;
    if (emptyAt === undefined) return;
    this.#feed.emptyAt = undefined;
    this.#report(envelopeProblems.emptySegment, { byteOffset: emptyAt });
  }

  #tellAll(check: (findings: X12Finding[]) => void): void {
    const findings: X12Finding[] = [];
    check(findings);
    for (const finding of findings) this.listener.envelope({ kind: 'finding', finding });
  }

  /** Without a segment the finding stands where the last one began. */
  #report(
    problem: EnvelopeProblem,
    place: { readonly segment?: Segment | undefined; readonly element?: number; readonly byteOffset?: number } = {},
  ): void {
    const { segment, element: number } = place;
    const value = segment === undefined || number === undefined ? '' : element(segment, number);
    const finding = {
      ...problem,
      interchange: this.ordinal,
      ...(this.#group === undefined ? {} : { group: this.#groupCount + 1 }),
      ...(this.#transaction === undefined ? {} : { transaction: this.#transaction.heading.ordinal }),
      ...(segment === undefined ? {} : { segmentId: segment.id }),
      ...(segment === undefined || segment.position === 0 ? {} : { segmentPosition: segment.position }),
      ...(number === undefined ? {} : { element: number }),
      byteOffset: place.byteOffset ?? segment?.byteOffset ?? this.#feed.at,
      ...(value === '' ? {} : { value }),
    };
    this.listener.envelope({ kind: 'finding', finding });
  }
}

function isCount(written: string, count: number): boolean {
  return /^\d{1,10}$/.test(written.trim()) && Number(written) === count;
}
