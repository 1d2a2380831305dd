import type { GroupReport, InterchangeReport, TransactionReport } from './file-report.js';
import type { FunctionalGroupHeading, InterchangeHeading } from './interchange.js';
import type { InterchangeAcknowledgement } from './ta1/interchange-acknowledgement.js';

/** What a report tells of an interchange: all that its ISA says but where it stands in memory. */
export function interchangeReport(
  interchange: InterchangeHeading & { readonly byteLength: number },
  acknowledgements: readonly InterchangeAcknowledgement[],
  groups: readonly GroupReport[],
): InterchangeReport {
  return {
    ordinal: interchange.ordinal,
    hasHeader: interchange.header !== undefined,
    controlNumber: interchange.controlNumber,
    senderQualifier: interchange.senderQualifier,
    senderId: interchange.senderId,
    receiverQualifier: interchange.receiverQualifier,
    receiverId: interchange.receiverId,
    date: interchange.date,
    time: interchange.time,
    version: interchange.version,
    usage: interchange.usage,
    acknowledgementRequested: interchange.acknowledgementRequested,
    byteOffset: interchange.byteOffset,
    byteLength: interchange.byteLength,
    acknowledgements,
    groups,
  };
}

/** What a report tells of a group. */
export function groupReport(group: FunctionalGroupHeading, transactions: readonly TransactionReport[]): GroupReport {
  return {
    ordinal: group.ordinal,
    functionalId: group.functionalId,
    senderCode: group.senderCode,
    receiverCode: group.receiverCode,
    date: group.date,
    time: group.time,
    controlNumber: group.controlNumber,
    guideId: group.guideId,
    byteOffset: group.byteOffset,
    transactions,
  };
}
