import { allBites, type Bites } from '../kernel/bites.js';
import { formatX12Date, type PlainDate } from '../kernel/plain-date.js';
import {
  formatGroupControlNumber,
  formatInterchangeControlNumber,
  formatTransactionControlNumber,
} from './control-numbers.js';
import { areDistinct, type Delimiters, standardDelimiters } from './delimiters.js';
import { SegmentPrinter } from './segment-printer.js';
import type { SegmentValues } from './segment-values.js';
import type { CharacterSet } from './x12-text.js';

/** TA1 segments to put between ISA and the groups, and the transaction sets of one functional group. */
export type InterchangeContents<Set = OutboundTransactionSet> = {
  readonly acknowledgements?: readonly SegmentValues[];
  readonly transactionSets: readonly Set[];
};

/** Who sends or receives, as in ISA05/ISA06 (`ZZ`, `30` …). */
export type InterchangeParty = { readonly qualifier: string; readonly id: string };

/** Everything around the transaction sets, as one file of ours needs it (one ISA, one GS). */
export type Envelope = {
  readonly sender: InterchangeParty;
  readonly receiver: InterchangeParty;
  /** GS02 and GS03; the interchange ids unless given. */
  readonly applicationSender?: string;
  readonly applicationReceiver?: string;
  readonly date: PlainDate;
  /** HHMM or HHMMSS. */
  readonly time: string;
  /** ISA13, 1 to 999999999. */
  readonly interchangeControlNumber: number;
  /** GS06, 1 to 999999999. */
  readonly groupControlNumber: number;
  /** ST02 of the first transaction set, counting up from there; written with at least four digits. */
  readonly transactionControlNumber: number;
  readonly usage: 'production' | 'test';
  /** Asks for a TA1. */
  readonly acknowledgementRequested?: boolean;
  /** ISA01/02 and ISA03/04 where the receiver wants them. */
  readonly authorization?: { readonly qualifier: string; readonly information: string };
  readonly security?: { readonly qualifier: string; readonly information: string };
  readonly delimiters?: Delimiters;
  readonly characterSet?: CharacterSet;
  /** A line feed after each segment terminator. */
  readonly lineBreaks?: boolean;
};

type OutboundHeading = {
  /** ST01. */
  readonly transactionId: string;
  /** GS01. */
  readonly functionalId: string;
  /** GS08, and ST03 unless `omitImplementationReference` (835). */
  readonly guideId: string;
  readonly omitImplementationReference?: boolean;
};

/** A transaction set without its ST and SE. */
export type OutboundTransactionSet = OutboundHeading & { readonly segments: readonly SegmentValues[] };

/** The same, its segments made some at a time when those before are printed, so that never all of them are there. */
export type OutboundRuns = OutboundHeading & { readonly runs: Iterable<readonly SegmentValues[]> };

/**
 * Prints one interchange with at most one functional group: pads the ISA, counts segments, sets and groups, leaves out
 * trailing empty elements and components, and writes plain ASCII with no delimiter inside a value. Throws RangeError on
 * an envelope that cannot be written (control number out of range, equal delimiters): a fault of the caller.
 */
export function writeInterchange(envelope: Envelope, contents: InterchangeContents): string {
  const transactionSets = contents.transactionSets.map((set) => ({ ...set, runs: [set.segments] }));
  return allBites(writeInterchangeBites(envelope, { ...contents, transactionSets }));
}

/** The same, a thousand segments a bite. */
export function* writeInterchangeBites(envelope: Envelope, contents: InterchangeContents<OutboundRuns>): Bites<string> {
  const delimiters = envelope.delimiters ?? standardDelimiters;
  if (!areDistinct(delimiters)) throw new RangeError('the four delimiters must differ and be no letters or digits');
  const printer = new SegmentPrinter(delimiters, envelope.characterSet ?? 'extended', lineEnd(envelope));
  printer.raw(interchangeHeader(envelope, delimiters));
  for (const acknowledgement of contents.acknowledgements ?? []) printer.print(acknowledgement);
  const { transactionSets } = contents;
  const [first] = transactionSets;
  if (first !== undefined) {
    printer.print(groupHeader(envelope, first));
    for (const [index, set] of transactionSets.entries()) {
      const controlNumber = formatTransactionControlNumber(envelope.transactionControlNumber + index);
      yield* printTransactionSet(printer, set, controlNumber);
    }
    printer.print(['GE', String(transactionSets.length), formatGroupControlNumber(envelope.groupControlNumber)]);
  }
  const groupCount = first === undefined ? '0' : '1';
  printer.print(['IEA', groupCount, formatInterchangeControlNumber(envelope.interchangeControlNumber)]);
  return printer.text;
}

function lineEnd(envelope: Envelope): string {
  return (envelope.lineBreaks ?? true) ? '\n' : '';
}

const segmentsInBite = 1_000;

function* printTransactionSet(printer: SegmentPrinter, set: OutboundRuns, controlNumber: string): Bites<undefined> {
  const reference = set.omitImplementationReference === true ? undefined : set.guideId;
  printer.print(['ST', set.transactionId, controlNumber, reference]);
  let count = 0;
  for (const segments of set.runs) {
    for (const segment of segments) {
      printer.print(segment);
      count += 1;
      if (count % segmentsInBite === 0) yield;
    }
  }
  printer.print(['SE', String(count + 2), controlNumber]);
  return undefined;
}

function groupHeader(envelope: Envelope, first: OutboundHeading): SegmentValues {
  return [
    'GS',
    first.functionalId,
    envelope.applicationSender ?? envelope.sender.id,
    envelope.applicationReceiver ?? envelope.receiver.id,
    formatX12Date(envelope.date),
    envelope.time,
    formatGroupControlNumber(envelope.groupControlNumber),
    'X',
    first.guideId,
  ];
}

function interchangeHeader(envelope: Envelope, delimiters: Delimiters): string {
  const { sender, receiver, authorization, security } = envelope;
  return [
    'ISA',
    authorization?.qualifier ?? '00',
    padded(authorization?.information ?? '', 10),
    security?.qualifier ?? '00',
    padded(security?.information ?? '', 10),
    padded(sender.qualifier, 2),
    padded(sender.id, 15),
    padded(receiver.qualifier, 2),
    padded(receiver.id, 15),
    formatX12Date(envelope.date).slice(2),
    envelope.time.slice(0, 4),
    delimiters.repetition ?? 'U',
    delimiters.repetition === undefined ? '00401' : '00501',
    formatInterchangeControlNumber(envelope.interchangeControlNumber),
    envelope.acknowledgementRequested === true ? '1' : '0',
    envelope.usage === 'production' ? 'P' : 'T',
    delimiters.component,
  ].join(delimiters.element);
}

function padded(text: string, width: number): string {
  if (text.length > width) throw new RangeError(`an ISA element of ${width} characters is given ${text.length}`);
  return text.padEnd(width, ' ');
}
