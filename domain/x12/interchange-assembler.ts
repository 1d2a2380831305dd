import { checkGroupHeader, checkInterchangeHeader } from './check-envelope.js';
import { type Delimiters, detectDelimiters } from './delimiters.js';
import type { FunctionalGroup, Interchange, TransactionSet } from './interchange.js';
import { element, Segment } from './segment.js';
import type { SegmentScanner } from './segment-scanner.js';
import type { AcknowledgementCodes, X12Finding, X12FindingCode } from './x12-finding.js';

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
      this.#report(
        'missing-group-header',
        'Segments stand outside of any functional group: the GS segment is missing.',
        {},
        this.scanner.start,
      );
      return;
    }
    checkGroupHeader(header, this.ordinal, this.#groups.length + 1, this.findings);
    const controlNumber = element(header, 6);
    if (controlNumber !== '' && this.#groupControlNumbers.has(controlNumber)) {
      this.#report('repeated-control-number', 'GS06 is the same as that of an earlier group of the interchange.', {
        segment: header,
        element: 6,
        groupErrorCode: '19',
      });
    }
    this.#groupControlNumbers.add(controlNumber);
  }

  #openTransaction(header: Segment | undefined): void {
    if (this.#group === undefined) this.#openGroup(undefined);
    const group = this.#group;
    const ordinal = (group?.transactionSets.length ?? 0) + 1;
    this.#transaction = { segments: header === undefined ? [] : [header], ordinal, header };
    if (header === undefined) {
      this.#report(
        'missing-transaction-header',
        'Segments stand outside of any transaction set: the ST segment is missing.',
        {},
        this.scanner.start,
      );
      return;
    }
    const controlNumber = element(header, 2);
    if (controlNumber !== '' && group?.controlNumbers.has(controlNumber)) {
      this.#report('repeated-control-number', 'ST02 is the same as that of an earlier transaction set of the group.', {
        segment: header,
        element: 2,
        transactionErrorCode: '23',
      });
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
      if (trailer !== undefined) {
        this.#report('misplaced-segment', 'An SE segment stands where no transaction set is open.', {
          segment: trailer,
        });
      }
      return;
    }
    if (trailer === undefined) {
      this.#report(
        'missing-transaction-trailer',
        'The transaction set ends without an SE segment; it may be incomplete.',
        {
          ...(open.header === undefined ? {} : { segment: open.header }),
          transactionErrorCode: '2',
        },
      );
    } else {
      open.segments.push(trailer);
      this.#checkTransactionTrailer(open, trailer);
    }
    this.#group?.transactionSets.push(this.#transactionSet(open));
    this.#transaction = undefined;
  }

  #checkTransactionTrailer(open: OpenTransaction, trailer: Segment): void {
    if (!isCount(element(trailer, 1), open.segments.length)) {
      this.#report(
        'wrong-segment-count',
        `SE01 does not agree with the ${open.segments.length} segments from ST to SE.`,
        {
          segment: trailer,
          element: 1,
          transactionErrorCode: '4',
        },
      );
    }
    if (open.header !== undefined && element(trailer, 2) !== element(open.header, 2)) {
      this.#report('wrong-transaction-control-number', 'SE02 differs from ST02.', {
        segment: trailer,
        element: 2,
        transactionErrorCode: '3',
      });
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
      if (trailer !== undefined) {
        this.#report('misplaced-segment', 'A GE segment stands where no functional group is open.', {
          segment: trailer,
        });
      }
      return;
    }
    if (trailer === undefined) {
      this.#report('missing-group-trailer', 'The functional group ends without a GE segment; it may be incomplete.', {
        ...(group.header === undefined ? {} : { segment: group.header }),
        groupErrorCode: '3',
      });
    } else {
      this.#checkGroupTrailer(group, trailer);
    }
    this.#groups.push(functionalGroup(this.#groups.length + 1, group, trailer));
    this.#group = undefined;
  }

  #checkGroupTrailer(group: OpenGroup, trailer: Segment): void {
    const count = group.transactionSets.length;
    if (!isCount(element(trailer, 1), count)) {
      this.#report('wrong-transaction-count', `GE01 does not agree with the ${count} transaction sets of the group.`, {
        segment: trailer,
        element: 1,
        groupErrorCode: '5',
      });
    }
    if (group.header !== undefined && element(trailer, 2).trim() !== element(group.header, 6).trim()) {
      this.#report('wrong-group-control-number', 'GE02 differs from GS06.', {
        segment: trailer,
        element: 2,
        groupErrorCode: '4',
      });
    }
  }

  #checkInterchangeTrailer(trailer: Segment): void {
    if (!isCount(element(trailer, 1), this.#groups.length)) {
      this.#report(
        'wrong-group-count',
        `IEA01 does not agree with the ${this.#groups.length} groups of the interchange.`,
        {
          segment: trailer,
          element: 1,
          interchangeNoteCode: '021',
        },
      );
    }
    if (this.#header !== undefined && element(trailer, 2).trim() !== element(this.#header, 13).trim()) {
      this.#report('wrong-interchange-control-number', 'IEA02 differs from ISA13.', {
        segment: trailer,
        element: 2,
        interchangeNoteCode: '001',
      });
    }
  }

  #finish(): void {
    this.#reportEmptySegments();
    if (this.#trailer === undefined) this.#closeGroup(undefined);
    if (this.#header === undefined) {
      const message = 'The file begins without an ISA segment; usual delimiters were assumed.';
      this.#report('missing-interchange-header', message, { interchangeNoteCode: '022' }, this.#start);
    } else if (this.#trailer === undefined) {
      this.#report(
        'missing-interchange-trailer',
        'The interchange ends without an IEA segment; it may be incomplete.',
        {
          segment: this.#header,
          interchangeNoteCode: '023',
        },
      );
    }
  }

  /** Some senders declare one component separator and use another; the first composite of a known shape tells. */
  #settleComponentSeparator(segment: Segment): void {
    const number = compositeElement.get(segment.id);
    if (number === undefined) return;
    const written = element(segment, number);
    if (written.includes(this.delimiters.component)) {
      this.#componentSettled = true;
      return;
    }
    const used = /^[A-Z0-9]{1,3}([^A-Za-z0-9\s.^-])[A-Z0-9]/.exec(written)?.[1];
    if (used === undefined || used === this.delimiters.repetition) return;
    this.#componentSettled = true;
    segment.source.component = used;
    this.#report(
      'component-separator-differs',
      'Composite elements use a separator other than the one ISA16 declares; the used one was taken.',
      {
        segment,
        element: number,
        severity: 'warning',
        interchangeNoteCode: '027',
      },
    );
  }

  #reportForm(): void {
    const { scanner } = this;
    this.#reportEmptySegments();
    if (!scanner.wellFormedId) {
      this.#report(
        'malformed-segment',
        'A segment does not begin with a segment id of two or three letters and digits.',
        {
          segmentErrorCode: '1',
        },
        scanner.start,
      );
    } else if (scanner.lowerCaseId) {
      this.#report(
        'lower-case-segment-id',
        'A segment id is in lower case; it was read as upper case.',
        { severity: 'warning' },
        scanner.start,
      );
    }
    if (!scanner.terminated && this.delimiters.segment !== '\n' && this.delimiters.segment !== '\r') {
      this.#report(
        'malformed-segment',
        'The last segment of the file has no terminator; it may be cut off.',
        { severity: 'warning' },
        scanner.start,
      );
    }
  }

  #reportEmptySegments(): void {
    const { scanner } = this;
    if (scanner.emptySkipped === 0) return;
    this.#report(
      'empty-segment',
      'Segment terminators follow one another with nothing between them.',
      { severity: 'warning' },
      scanner.emptyOffset,
    );
    scanner.emptySkipped = 0;
  }

  #report(
    code: X12FindingCode,
    message: string,
    about: AcknowledgementCodes & { segment?: Segment; element?: number; severity?: 'warning' },
    byteOffset?: number,
  ): void {
    const { segment, element: number, severity = 'error', ...codes } = about;
    const at =
      segment === undefined
        ? {}
        : { segmentId: segment.id, ...(segment.position > 0 ? { segmentPosition: segment.position } : {}) };
    const value = segment === undefined || number === undefined ? '' : element(segment, number);
    this.findings.push({
      code,
      severity,
      message,
      interchange: this.ordinal,
      ...(this.#group === undefined ? {} : { group: this.#groups.length + 1 }),
      ...(this.#transaction === undefined ? {} : { transaction: this.#transaction.ordinal }),
      ...at,
      ...(number === undefined ? {} : { element: number }),
      byteOffset: byteOffset ?? segment?.byteOffset ?? this.scanner.start,
      ...(value === '' ? {} : { value }),
      ...codes,
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

/** Where a composite of a shape that cannot be mistaken stands. */
const compositeElement = new Map([
  ['CLM', 5],
  ['HI', 1],
  ['SV1', 1],
  ['SVC', 1],
  ['SVD', 3],
  ['STC', 1],
]);

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
