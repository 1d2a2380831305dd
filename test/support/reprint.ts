import { parseX12Date } from '../../domain/kernel/plain-date.js';
import type { FunctionalGroup, Interchange, TransactionSet } from '../../domain/x12/interchange.js';
import { element, repeatedComponents, type Segment } from '../../domain/x12/segment.js';
import type { ElementValue, SegmentValues } from '../../domain/x12/segment-values.js';
import { type Envelope, type OutboundTransactionSet, writeInterchange } from '../../domain/x12/write-interchange.js';

/**
 * Prints an interchange with one group from its segments alone, as our writer prints any: the same bytes come out for
 * a file as we would write it ourselves.
 */
export function reprint(interchange: Interchange, lineBreaks: boolean): string {
  const [group] = interchange.groups;
  const { header } = interchange;
  if (group === undefined || header === undefined) throw new Error('an interchange with a group is needed');
  const date = parseX12Date(group.date);
  if (!date.ok) throw new Error(`GS04 can't be read: ${date.error}`);
  const envelope: Envelope = {
    sender: { qualifier: interchange.senderQualifier, id: interchange.senderId },
    receiver: { qualifier: interchange.receiverQualifier, id: interchange.receiverId },
    applicationSender: group.senderCode,
    applicationReceiver: group.receiverCode,
    authorization: { qualifier: element(header, 1), information: element(header, 2) },
    security: { qualifier: element(header, 3), information: element(header, 4) },
    date: date.value,
    time: group.time,
    interchangeControlNumber: Number(interchange.controlNumber),
    groupControlNumber: Number(group.controlNumber),
    transactionControlNumber: Number(group.transactionSets[0]?.controlNumber),
    usage: interchange.usage === 'P' ? 'production' : 'test',
    acknowledgementRequested: interchange.acknowledgementRequested,
    delimiters: interchange.delimiters,
    lineBreaks,
  };
  return writeInterchange(envelope, {
    acknowledgements: interchange.acknowledgements.map(segmentValues),
    transactionSets: group.transactionSets.map((set) => outbound(group, set)),
  });
}

function outbound(group: FunctionalGroup, set: TransactionSet): OutboundTransactionSet {
  const [header] = set.segments;
  return {
    transactionId: set.transactionId,
    functionalId: group.functionalId,
    guideId: set.guideId,
    omitImplementationReference: header !== undefined && header.elementCount < 3,
    segments: [...set.segments].slice(1, -1).map(segmentValues),
  };
}

function segmentValues(segment: Segment): SegmentValues {
  return [segment.id, ...Array.from({ length: segment.elementCount }, (_, index) => elementValue(segment, index + 1))];
}

function elementValue(segment: Segment, number: number): ElementValue {
  const repetitions = repeatedComponents(segment, number);
  return repetitions.length > 1 ? { repetitions } : repetitions[0];
}
