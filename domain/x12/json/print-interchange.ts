import { parseX12Date } from '../../kernel/plain-date.js';
import { interchangeAcknowledgementSegment } from '../ta1/write-interchange-acknowledgement.js';
import type { WritingTime } from '../transaction-heading.js';
import { SegmentPrinter } from '../segment-printer.js';
import type { GroupJson, InterchangeJson, TransactionSetJson } from './file-json.js';
import { transactionSetValues } from './transaction-set-values.js';

/** What can't be printed: a transaction set whose heading lacks a date or time that nothing else in the file says. */
export type UndatedSet = { readonly group: number; readonly transactionSet: number };

/** Prints ISA to IEA with all groups, counts and trailers made anew. Undated sets are left out and named in the list. */
export function printInterchange(interchange: InterchangeJson, undated: UndatedSet[]): string {
  const { delimiters, lineEnd, acknowledgements, groups } = interchange;
  const printer = new SegmentPrinter({ ...delimiters, repetition: delimiters.repetition }, 'extended', lineEnd);
  printer.raw(header(interchange));
  for (const acknowledgement of acknowledgements) printer.print(interchangeAcknowledgementSegment(acknowledgement));
  groups.forEach((group, index) => {
    printGroup(printer, group, (transactionSet) => undated.push({ group: index, transactionSet }));
  });
  printer.print(['IEA', String(groups.length), interchange.controlNumber]);
  return printer.text;
}

function header(interchange: InterchangeJson): string {
  const { authorization, security, sender, receiver, delimiters } = interchange;
  return [
    'ISA',
    authorization.qualifier.padEnd(2),
    authorization.value.padEnd(10),
    security.qualifier.padEnd(2),
    security.value.padEnd(10),
    sender.qualifier.padEnd(2),
    sender.value.padEnd(15),
    receiver.qualifier.padEnd(2),
    receiver.value.padEnd(15),
    interchange.date.padEnd(6),
    interchange.time.padEnd(4),
    delimiters.repetition ?? 'U',
    interchange.version.padEnd(5),
    interchange.controlNumber.padEnd(9),
    interchange.acknowledgementRequested ? '1' : '0',
    interchange.usage.padEnd(1),
    delimiters.component,
  ].join(delimiters.element);
}

function printGroup(printer: SegmentPrinter, group: GroupJson, reportUndated: (index: number) => void): void {
  const { functionalId, senderCode, receiverCode, date, time, controlNumber, agency, guideId } = group;
  printer.print(['GS', functionalId, senderCode, receiverCode, date, time, controlNumber, agency, guideId]);
  const written = parseX12Date(date);
  const now = written.ok && time !== '' ? { date: written.value, time } : undefined;
  group.transactionSets.forEach((set, index) => {
    if (!printTransactionSet(printer, set, now)) reportUndated(index);
  });
  printer.print(['GE', String(group.transactionSets.length), controlNumber]);
}

function printTransactionSet(printer: SegmentPrinter, set: TransactionSetJson, now: WritingTime | undefined): boolean {
  const segments = transactionSetValues(set, now);
  if (segments === undefined) return false;
  printer.print(['ST', set.transactionId, set.controlNumber, set.implementationReference]);
  for (const segment of segments) printer.print(segment);
  printer.print(['SE', String(segments.length + 2), set.controlNumber]);
  return true;
}
