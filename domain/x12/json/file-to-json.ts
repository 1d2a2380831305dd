import type { FunctionalGroup, Interchange, TransactionSet } from '../interchange.js';
import { readInterchanges } from '../read-interchanges.js';
import { element, elementByteOffset, type Segment } from '../segment.js';
import { sourceText } from '../source-text.js';
import { readInterchangeAcknowledgement } from '../ta1/read-interchange-acknowledgement.js';
import type { X12Finding } from '../x12-finding.js';
import type { FileJson, GroupJson, InterchangeJson, QualifiedText, TransactionSetJson } from './file-json.js';
import { readTransactionContents } from './read-transaction-contents.js';

/** A file as JSON, and beside it what is wrong with the file, in file order. */
export type FileJsonReading = { readonly document: FileJson; readonly findings: readonly X12Finding[] };

/**
 * Reads any bytes as X12 into the JSON form: what the models keep is kept, segments the guides don't know are not.
 * Never throws; bytes that hold no X12 give a document without interchanges, and findings.
 */
export function fileToJson(input: Uint8Array | string): FileJsonReading {
  const { text } = sourceText(input);
  const { interchanges, findings } = readInterchanges(input);
  const all = [...findings];
  const document: FileJson = {
    format: 'teleclaim-x12',
    version: 1,
    interchanges: interchanges.map((interchange) => interchangeJson(interchange, text, all)),
  };
  return { document, findings: all.sort((a, b) => a.byteOffset - b.byteOffset) };
}

function interchangeJson(interchange: Interchange, text: string, findings: X12Finding[]): InterchangeJson {
  const { header, delimiters } = interchange;
  return {
    delimiters: {
      element: delimiters.element,
      ...(delimiters.repetition === undefined ? {} : { repetition: delimiters.repetition }),
      component: delimiters.component,
      segment: delimiters.segment,
    },
    lineEnd: lineEndAfter(header, text),
    authorization: qualifiedText(header, 1),
    security: qualifiedText(header, 3),
    sender: { qualifier: interchange.senderQualifier, value: interchange.senderId },
    receiver: { qualifier: interchange.receiverQualifier, value: interchange.receiverId },
    date: interchange.date,
    time: interchange.time,
    version: interchange.version,
    controlNumber: interchange.controlNumber,
    acknowledgementRequested: interchange.acknowledgementRequested,
    usage: interchange.usage,
    acknowledgements: interchange.acknowledgements.map(readInterchangeAcknowledgement),
    groups: interchange.groups.map((group) => groupJson(group, findings)),
  };
}

/** What follows the terminator of the ISA, as far as it is a line end. */
function lineEndAfter(header: Segment | undefined, text: string): InterchangeJson['lineEnd'] {
  if (header === undefined) return '\n';
  const next = elementByteOffset(header, header.elementCount + 1) + 1;
  if (text.startsWith('\r\n', next)) return '\r\n';
  return text.startsWith('\n', next) ? '\n' : '';
}

function qualifiedText(header: Segment | undefined, number: number): QualifiedText {
  if (header === undefined) return { qualifier: '00', value: '' };
  return { qualifier: element(header, number).trim(), value: element(header, number + 1).trim() };
}

function groupJson(group: FunctionalGroup, findings: X12Finding[]): GroupJson {
  const { functionalId, senderCode, receiverCode, date, time, controlNumber, guideId, header } = group;
  return {
    functionalId,
    senderCode,
    receiverCode,
    date,
    time,
    controlNumber,
    agency: header === undefined ? 'X' : element(header, 7).trim(),
    guideId,
    transactionSets: group.transactionSets.map((set) => transactionSetJson(set, findings)),
  };
}

function transactionSetJson(set: TransactionSet, findings: X12Finding[]): TransactionSetJson {
  const { contents, findings: found } = readTransactionContents(set);
  for (const finding of found) findings.push(finding);
  const [header] = set.segments;
  const reference = header?.id === 'ST' ? element(header, 3).trim() : '';
  return {
    transactionId: set.transactionId,
    controlNumber: set.controlNumber,
    ...(reference === '' ? {} : { implementationReference: reference }),
    ...contents,
  };
}
