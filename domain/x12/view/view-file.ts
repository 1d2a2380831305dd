import type { FunctionalGroup, Interchange, TransactionSet } from '../interchange.js';
import { readInterchanges } from '../read-interchanges.js';
import { readInterchangeAcknowledgement } from '../ta1/read-interchange-acknowledgement.js';
import { transactionKindOf } from '../transaction-kind.js';
import { transactionWords } from '../words/transaction-words.js';
import { formatDates, formatTime } from './format-value.js';
import { printable } from './printable.js';
import type { ViewLine } from './view-line.js';
import { viewTransaction } from './view-transaction.js';

/** Whether patient data is masked: names, ids, birth dates, addresses, account numbers, free text (`open-data.ts`). */
export type ViewOptions = { readonly masked: boolean };

/** Any bytes as lines for people: envelope, loops by the guide's names, segments with the names of their values. */
export function* viewFile(input: Uint8Array | string, { masked }: ViewOptions): Generator<ViewLine> {
  for (const interchange of readInterchanges(input).interchanges) {
    yield { depth: 0, text: interchangeText(interchange) };
    for (const segment of interchange.acknowledgements) {
      const { status, noteCode, ...answered } = readInterchangeAcknowledgement(segment);
      const whom = printable(answered.interchangeControlNumber);
      const when = `${formatDates(answered.interchangeDate)} ${formatTime(answered.interchangeTime)}`;
      yield { depth: 1, text: `TA1 answer to interchange ${whom} of ${when}: ${status}, note ${printable(noteCode)}` };
    }
    for (const group of interchange.groups) {
      yield { depth: 1, text: groupText(group) };
      for (const set of group.transactionSets) {
        yield { depth: 2, text: transactionText(set) };
        yield* viewTransaction(set, 3, masked);
      }
    }
  }
}

function interchangeText(interchange: Interchange): string {
  if (interchange.header === undefined) return 'interchange without ISA';
  const { controlNumber, senderQualifier, senderId, receiverQualifier, receiverId, date, time, version, usage } =
    interchange;
  const parties = `from ${printable(senderQualifier)} ${printable(senderId)} to ${printable(receiverQualifier)} ${printable(receiverId)}`;
  return `interchange ${printable(controlNumber)} ${parties}, ${formatDates(date)} ${formatTime(time)}, version ${printable(version)}, ${usageWords(usage)}`;
}

function usageWords(usage: string): string {
  if (usage === 'P') return 'production';
  return usage === 'T' ? 'test' : 'neither production nor test';
}

function groupText(group: FunctionalGroup): string {
  if (group.header === undefined) return 'group without GS';
  const { functionalId, controlNumber, senderCode, receiverCode, date, time, guideId } = group;
  const parties = `from ${printable(senderCode)} to ${printable(receiverCode)}`;
  return `group ${printable(controlNumber)} ${printable(functionalId)} ${parties}, ${formatDates(date)} ${formatTime(time)}, guide ${printable(guideId)}`;
}

function transactionText(set: TransactionSet): string {
  const kind = transactionKindOf(set);
  const what =
    kind === undefined
      ? `${printable(set.transactionId)} of a guide not known here (${printable(set.guideId)})`
      : `${kind} ${transactionWords[kind]}`;
  return `transaction set ${printable(set.controlNumber)}: ${what}, ${set.segments.length} segments`;
}
