import type { Interchange, TransactionSet } from '../../domain/x12/interchange.js';
import type { InterchangeReading } from '../../domain/x12/read-interchanges.js';
import {
  elementByteOffset,
  elements,
  repeatedComponents,
  type Segment,
  segmentText,
} from '../../domain/x12/segment.js';
import type { X12Event } from '../../domain/x12/x12-event.js';
import type { X12Finding } from '../../domain/x12/x12-finding.js';

/** What a file holds as plain values, in file order, and its findings: the same however the file was read. */
export type PlainFile = { readonly parts: readonly unknown[]; readonly findings: readonly X12Finding[] };

/** What `readInterchanges` gave. */
export function plainReading({ interchanges, findings }: InterchangeReading): PlainFile {
  return { parts: interchanges.flatMap((one) => partsOf(one, settledAt(findings, one.ordinal))), findings };
}

/** What a stream gave. */
export async function plainStream(events: AsyncIterable<X12Event>): Promise<PlainFile> {
  const read: X12Event[] = [];
  for await (const event of events) read.push(event);
  const findings = read.flatMap((event) => (event.kind === 'finding' ? [event.finding] : []));
  const parts = read.flatMap((event): unknown[] => {
    switch (event.kind) {
      case 'interchange-begun': {
        // The declared delimiters: those used are told at the end.
        const { header, delimiters: _, ...rest } = event.interchange;
        return [{ ...rest, header: plain(header) }];
      }
      case 'interchange-acknowledgement':
        return [plain(event.segment)];
      case 'group-begun':
        return [{ ...event.group, header: plain(event.group.header) }];
      case 'transaction-set':
        return [plainSet(event.transactionSet, settledAt(findings, event.transactionSet.interchangeOrdinal))];
      case 'group-ended':
        return [{ trailer: plain(event.trailer), transactionSetCount: event.transactionSetCount }];
      case 'interchange-ended': {
        const { delimiters, groupCount, byteLength } = event;
        return [{ trailer: plain(event.trailer), delimiters, groupCount, byteLength }];
      }
      case 'finding':
        return [];
    }
  });
  return { parts, findings };
}

function partsOf(interchange: Interchange, settled: number): unknown[] {
  const { header, delimiters, trailer, acknowledgements, groups, byteLength, ...heading } = interchange;
  return [
    { ...heading, header: plain(header) },
    ...acknowledgements.map(plain),
    ...groups.flatMap(({ trailer: end, transactionSets, ...group }) => [
      { ...group, header: plain(group.header) },
      ...transactionSets.map((set) => plainSet(set, settled)),
      { trailer: plain(end), transactionSetCount: transactionSets.length },
    ]),
    { trailer: plain(trailer), delimiters, groupCount: groups.length, byteLength },
  ];
}

/** Where the component separator turned out to be another than declared. */
function settledAt(findings: readonly X12Finding[], interchange: number): number {
  const settled = findings.find((one) => one.code === 'component-separator-differs' && one.interchange === interchange);
  return settled?.byteOffset ?? 0;
}

/** Components of sets before the separator is known are those of the declared one in a stream, so they are left out. */
function plainSet(set: TransactionSet, settled: number): unknown {
  const isSettled = set.byteOffset + set.byteLength > settled;
  return {
    ...set,
    segments: [...set.segments].map((segment) => [
      plain(segment),
      isSettled ? elements(segment).map((_, index) => repeatedComponents(segment, index + 1)) : [],
    ]),
  };
}

function plain(segment: Segment | undefined): unknown {
  if (segment === undefined) return undefined;
  const { id, position, byteOffset } = segment;
  const values = elements(segment).map((value, index) => [value, elementByteOffset(segment, index + 1)]);
  return { id, position, byteOffset, text: segmentText(segment), values };
}
