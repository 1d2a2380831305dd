import { checkGroupHeader, checkInterchangeHeader } from './check-envelope.js';
import { type Delimiters, detectDelimiters } from './delimiters.js';
import { type EnvelopeProblem, envelopeProblems } from './envelope-problems.js';
import type { FunctionalGroup, Interchange, TransactionSet } from './interchange.js';
import { element, Segment } from './segment.js';
import type { SegmentScanner } from './segment-scanner.js';
import { usedComponentSeparator } from './used-component-separator.js';
import type { X12Finding } from './x12-finding.js';

type OpenTransaction = { readonly segments: Segment[]; readonly ordinal: number; readonly header: Segment | undefined };
type OpenGroup = {
  readonly header: Segment | undefined;
  readonly transactionSets: TransactionSet[];
  readonly controlNumbers: Set<string>;
  readonly byteOffset: number;
};

/** Puts the segments of one interchange into groups and transaction sets, and checks its counts and control numbers. */
export class InterchangeAssembler {
  #header: Segment | undefined;
  #trailer: Segment | undefined;
  readonly #acknowledgements: Segment[] = [];
  readonly #groups: FunctionalGroup[] = [];
  readonly #groupControlNumbers = new Set<string>();
  #group: OpenGroup | undefined;
  #transaction: OpenTransaction | undefined;
  #componentSettled = false;
  #start = 0;
  #end = 0;

  constructor(
    private readonly ordinal: number,
    private readonly delimiters: Delimiters,
    private readonly scanner: SegmentScanner,
    private readonly findings: X12Finding[],
  ) {}

  /** Reads up to IEA, to the next ISA, or to the end of the text. */
  assemble(): Interchange {
    const { scanner } = this;
    this.#start = scanner.next;
    let before = this.#start;
    while (scanner.advance()) {
      this.#reportForm();
      if (scanner.id === 'ISA' && this.#beginsAnother()) {
        scanner.stepBack(before);
        break;
      }
      this.#accept(scanner.id);
      this.#end = scanner.end;
      before = scanner.next;
      if (this.#trailer !== undefined) break;
    }
    this.#finish();
    return this.#interchange(this.#start);
  }

  #beginsAnother(): boolean {
    return this.#header !== undefined && detectDelimiters(this.scanner.source.text, this.scanner.start) !== undefined;
  }

  #accept(id: string): void {
    switch (id) {
      case 'ISA':
        if (this.#header !== undefined) {
          this.#addToTransaction();
          return;
        }
        this.#header = this.#segment(0);
        checkInterchangeHeader(this.#header, this.ordinal, this.findings);
        return;
      case 'IEA':
        this.#closeGroup(undefined);
        this.#trailer = this.#segment(0);
        this.#checkInterchangeTrailer(this.#trailer);
        return;
      case 'TA1':
        if (this.#group === undefined) this.#acknowledgements.push(this.#segment(0));
        else this.#addToTransaction();
        return;
      case 'GS':
        this.#closeGroup(undefined);
        this.#openGroup(this.#segment(0));
        return;
      case 'GE':
        this.#closeGroup(this.#segment(0));
        return;
      case 'ST':
        this.#closeTransaction(undefined);
        this.#openTransaction(this.#segment(1));
        return;
      case 'SE':
        this.#closeTransaction(this.#segment((this.#transaction?.segments.length ?? 0) + 1));
        return;
      default:
        this.#addToTransaction();
    }
  }

  #segment(position: number): Segment {
    const { scanner } = this;
    return new Segment(scanner.source, scanner.first, scanner.elementCount, scanner.id, position, scanner.start);
  }

  #openGroup(header: Segment | undefined): void {
    const byteOffset = header?.byteOffset ?? this.scanner.start;
    this.#group = { header, transactionSets: [], controlNumbers: new Set(), byteOffset };
    if (header === undefined) {
      this.#report(envelopeProblems.missingGroupHeader);
      return;
    }
    checkGroupHeader(header, this.ordinal, this.#groups.length + 1, this.findings);
    const controlNumber = element(header, 6);
    if (controlNumber !== '' && this.#groupControlNumbers.has(controlNumber)) {
      this.#report(envelopeProblems.repeatedGroupControlNumber, { segment: header, element: 6 });
    }
    this.#groupControlNumbers.add(controlNumber);
  }

  #openTransaction(header: Segment | undefined): void {
    if (this.#group === undefined) this.#openGroup(undefined);
    const group = this.#group;
    const ordinal = (group?.transactionSets.length ?? 0) + 1;
    this.#transaction = { segments: header === undefined ? [] : [header], ordinal, header };
    if (header === undefined) {
      this.#report(envelopeProblems.missingTransactionHeader);
      return;
    }
    const controlNumber = element(header, 2);
    if (controlNumber !== '' && group?.controlNumbers.has(controlNumber)) {
      this.#report(envelopeProblems.repeatedTransactionControlNumber, { segment: header, element: 2 });
    }
    group?.controlNumbers.add(controlNumber);
  }

  #addToTransaction(): void {
    if (this.#transaction === undefined) this.#openTransaction(undefined);
    const segments = this.#transaction?.segments ?? [];
    const segment = this.#segment(segments.length + 1);
    segments.push(segment);
    if (!this.#componentSettled) this.#settleComponentSeparator(segment);
  }

  #closeTransaction(trailer: Segment | undefined): void {
    const open = this.#transaction;
    if (open === undefined) {
      if (trailer !== undefined) this.#report(envelopeProblems.misplacedTransactionTrailer, { segment: trailer });
      return;
    }
    if (trailer === undefined) {
      this.#report(envelopeProblems.missingTransactionTrailer, { segment: open.header });
    } else {
      open.segments.push(trailer);
      this.#checkTransactionTrailer(open, trailer);
    }
    this.#group?.transactionSets.push(this.#transactionSet(open));
    this.#transaction = undefined;
  }

  #checkTransactionTrailer(open: OpenTransaction, trailer: Segment): void {
    if (!isCount(element(trailer, 1), open.segments.length)) {
      this.#report(envelopeProblems.wrongSegmentCount, { segment: trailer, element: 1 });
    }
    if (open.header !== undefined && element(trailer, 2) !== element(open.header, 2)) {
      this.#report(envelopeProblems.wrongTransactionControlNumber, { segment: trailer, element: 2 });
    }
  }

  #transactionSet(open: OpenTransaction): TransactionSet {
    const { header, segments } = open;
    const first = segments[0];
    const byteOffset = first?.byteOffset ?? 0;
    const groupGuide = this.#group?.header === undefined ? '' : element(this.#group.header, 8).trim();
    const ownGuide = header === undefined ? '' : element(header, 3).trim();
    return {
      ordinal: open.ordinal,
      groupOrdinal: this.#groups.length + 1,
      interchangeOrdinal: this.ordinal,
      transactionId: header === undefined ? '' : element(header, 1).trim(),
      controlNumber: header === undefined ? '' : element(header, 2).trim(),
      guideId: ownGuide === '' ? groupGuide : ownGuide,
      segments,
      byteOffset,
      byteLength: endOf(segments[segments.length - 1]) - byteOffset,
    };
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
    this.#groups.push(functionalGroup(this.#groups.length + 1, group, trailer));
    this.#group = undefined;
  }

  #checkGroupTrailer(group: OpenGroup, trailer: Segment): void {
    if (!isCount(element(trailer, 1), group.transactionSets.length)) {
      this.#report(envelopeProblems.wrongTransactionCount, { segment: trailer, element: 1 });
    }
    if (group.header !== undefined && element(trailer, 2).trim() !== element(group.header, 6).trim()) {
      this.#report(envelopeProblems.wrongGroupControlNumber, { segment: trailer, element: 2 });
    }
  }

  #checkInterchangeTrailer(trailer: Segment): void {
    if (!isCount(element(trailer, 1), this.#groups.length)) {
      this.#report(envelopeProblems.wrongGroupCount, { segment: trailer, element: 1 });
    }
    if (this.#header !== undefined && element(trailer, 2).trim() !== element(this.#header, 13).trim()) {
      this.#report(envelopeProblems.wrongInterchangeControlNumber, { segment: trailer, element: 2 });
    }
  }

  #finish(): void {
    this.#reportEmptySegments();
    if (this.#trailer === undefined) this.#closeGroup(undefined);
    if (this.#header === undefined) {
      this.#report(envelopeProblems.missingInterchangeHeader, { byteOffset: this.#start });
    } else if (this.#trailer === undefined) {
      this.#report(envelopeProblems.missingInterchangeTrailer, { segment: this.#header });
    }
  }

  /** Some senders declare one component separator and use another; the first composite of a known shape tells. */
  #settleComponentSeparator(segment: Segment): void {
    const used = usedComponentSeparator(segment, this.delimiters.component);
    if (used === undefined) return;
    this.#componentSettled = true;
    if (used.separator === this.delimiters.component) return;
    segment.source.component = used.separator;
    this.#report(envelopeProblems.componentSeparatorDiffers, { segment, element: used.element });
  }

  #reportForm(): void {
    const { scanner } = this;
    this.#reportEmptySegments();
    if (!scanner.wellFormedId) this.#report(envelopeProblems.malformedSegment);
    else if (scanner.lowerCaseId) this.#report(envelopeProblems.lowerCaseSegmentId);
    const endsWithLine = this.delimiters.segment === '\n' || this.delimiters.segment === '\r';
    if (!scanner.terminated && !endsWithLine) this.#report(envelopeProblems.unterminatedSegment);
  }

  #reportEmptySegments(): void {
    const { scanner } = this;
    if (scanner.emptySkipped === 0) return;
    this.#report(envelopeProblems.emptySegment, { byteOffset: scanner.emptyOffset });
    scanner.emptySkipped = 0;
  }

  /** Without a segment the finding stands where the scanner does. */
  #report(
    problem: EnvelopeProblem,
    place: { readonly segment?: Segment | undefined; readonly element?: number; readonly byteOffset?: number } = {},
  ): void {
    const { segment, element: number } = place;
    const value = segment === undefined || number === undefined ? '' : element(segment, number);
    this.findings.push({
      ...problem,
      interchange: this.ordinal,
      ...(this.#group === undefined ? {} : { group: this.#groups.length + 1 }),
      ...(this.#transaction === undefined ? {} : { transaction: this.#transaction.ordinal }),
      ...(segment === undefined ? {} : { segmentId: segment.id }),
      ...(segment === undefined || segment.position === 0 ? {} : { segmentPosition: segment.position }),
      ...(number === undefined ? {} : { element: number }),
      byteOffset: place.byteOffset ?? segment?.byteOffset ?? this.scanner.start,
      ...(value === '' ? {} : { value }),
    });
  }

  #interchange(start: number): Interchange {
    const header = this.#header;
    const text = (number: number): string => (header === undefined ? '' : element(header, number).trim());
    return {
      ordinal: this.ordinal,
      delimiters: { ...this.delimiters, component: this.scanner.source.component },
      senderQualifier: text(5),
      senderId: text(6),
      receiverQualifier: text(7),
      receiverId: text(8),
      date: text(9),
      time: text(10),
      version: text(12),
      controlNumber: text(13),
      acknowledgementRequested: text(14) === '1',
      usage: text(15),
      header,
      trailer: this.#trailer,
      acknowledgements: this.#acknowledgements,
      groups: this.#groups,
      byteOffset: start,
      byteLength: this.#end - start,
    };
  }
}

function functionalGroup(ordinal: number, group: OpenGroup, trailer: Segment | undefined): FunctionalGroup {
  const { header } = group;
  const text = (number: number): string => (header === undefined ? '' : element(header, number).trim());
  return {
    ordinal,
    functionalId: text(1),
    senderCode: text(2),
    receiverCode: text(3),
    date: text(4),
    time: text(5),
    controlNumber: text(6),
    guideId: text(8),
    header,
    trailer,
    transactionSets: group.transactionSets,
    byteOffset: group.byteOffset,
  };
}

function isCount(written: string, count: number): boolean {
  return /^\d{1,10}$/.test(written.trim()) && Number(written) === count;
}

function endOf(segment: Segment | undefined): number {
  return segment === undefined ? 0 : (segment.source.offsets[segment.first + segment.elementCount] ?? 0);
}
