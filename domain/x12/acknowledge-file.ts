import type { PlainDate } from '../kernel/plain-date.js';
import type { ImplementationAcknowledgement } from './999/implementation-acknowledgement.js';
import { acknowledgeInterchange } from './999/acknowledge-interchange.js';
import { implementationAcknowledgementTransaction } from './999/write-implementation-acknowledgement.js';
import { checkTransaction } from './check-transaction.js';
import { findingsByNumber } from './findings-by-number.js';
import { controlNumberMax, parseControlNumber } from './control-numbers.js';
import type { Interchange } from './interchange.js';
import { readInterchanges } from './read-interchanges.js';
import { acknowledgeEnvelope } from './ta1/acknowledge-envelope.js';
import type { InterchangeAcknowledgement } from './ta1/interchange-acknowledgement.js';
import { interchangeAcknowledgementSegment } from './ta1/write-interchange-acknowledgement.js';
import { type Envelope, type InterchangeParty, writeInterchange } from './write-interchange.js';
import { snipLevelOf } from './snip-level.js';
import type { SnipLevel, X12Finding } from './x12-finding.js';

/** When the answer is made, and its control numbers: those of the first interchange, counting up from there. */
export type AcknowledgementOptions = {
  readonly date: PlainDate;
  /** HHMM. */
  readonly time: string;
  /** ISA13; without it that of the interchange that is answered. */
  readonly interchangeControlNumber?: number;
  /** GS06; without it that of the first group that is answered. */
  readonly groupControlNumber?: number;
  /** ST02 of the first 999 of an interchange; 1 unless given. */
  readonly transactionControlNumber?: number;
};

/** What is answered to one interchange. */
export type InterchangeAnswer = {
  readonly interchange: Interchange;
  /** Present when the interchange is rejected, or its ISA14 asks for one. */
  readonly envelope?: InterchangeAcknowledgement;
  /** One for each group; none for a rejected interchange, and none for acknowledgements. */
  readonly groups: readonly ImplementationAcknowledgement[];
  /** Why there is no answer at all. */
  readonly silence?: 'no-header' | 'nothing-to-answer';
};

export type FileAcknowledgement = {
  readonly answers: readonly InterchangeAnswer[];
  /** One interchange for each that is answered; empty when none is. */
  readonly text: string;
};

/**
 * Answers any file: a TA1 for each interchange that is bad or asks for one, and a 999 for each group of the others.
 * The receiver becomes the sender; a 999 is never answered. Never throws on what the file holds.
 */
export function acknowledgeFile(input: Uint8Array | string, options: AcknowledgementOptions): FileAcknowledgement {
  const { interchanges, findings } = readInterchanges(input);
  const byInterchange = findingsByNumber(findings, (finding) => finding.interchange);
  const answers = interchanges.map((interchange) =>
    answerInterchange(interchange, byInterchange.get(interchange.ordinal) ?? []),
  );
  const written = answers.filter((answer) => answer.silence === undefined);
  return { answers, text: written.map((answer, index) => writeAnswer(answer, options, index)).join('') };
}

function answerInterchange(interchange: Interchange, envelopeFindings: readonly X12Finding[]): InterchangeAnswer {
  if (interchange.header === undefined) return { interchange, groups: [], silence: 'no-header' };
  const envelope = acknowledgeEnvelope(interchange, envelopeFindings);
  if (envelope.status === 'R') return { interchange, envelope, groups: [] };
  const sets = interchange.groups.flatMap((group) => group.transactionSets);
  // Sums, dates against one another and codes are for the 277CA: a 999 answers for syntax and the guide's tables.
  const ofSets = sets.flatMap((set) => checkTransaction(set).findings.filter((finding) => levelOf(finding) <= 2));
  const findings = [...envelopeFindings, ...ofSets];
  const groups = acknowledgeInterchange(interchange, findings);
  if (interchange.acknowledgementRequested) return { interchange, envelope, groups };
  return groups.length === 0 ? { interchange, groups, silence: 'nothing-to-answer' } : { interchange, groups };
}

function levelOf({ snip, code }: X12Finding): SnipLevel {
  return snip ?? snipLevelOf(code);
}

function writeAnswer(answer: InterchangeAnswer, options: AcknowledgementOptions, index: number): string {
  const { interchange, envelope, groups } = answer;
  return writeInterchange(envelopeOf(interchange, options, index), {
    acknowledgements: envelope === undefined ? [] : [interchangeAcknowledgementSegment(envelope)],
    transactionSets: groups.map(implementationAcknowledgementTransaction),
  });
}

function envelopeOf(interchange: Interchange, options: AcknowledgementOptions, index: number): Envelope {
  const group = interchange.groups.find((one) => one.functionalId !== 'FA');
  const { senderQualifier, senderId, receiverQualifier, receiverId } = interchange;
  return {
    sender: partyOf(receiverQualifier, receiverId),
    receiver: partyOf(senderQualifier, senderId),
    ...(group === undefined || group.receiverCode === '' ? {} : { applicationSender: group.receiverCode }),
    ...(group === undefined || group.senderCode === '' ? {} : { applicationReceiver: group.senderCode }),
    date: options.date,
    time: options.time,
    interchangeControlNumber: controlNumber(options.interchangeControlNumber, index, interchange.controlNumber),
    groupControlNumber: controlNumber(options.groupControlNumber, index, group?.controlNumber ?? ''),
    transactionControlNumber: options.transactionControlNumber ?? 1,
    usage: interchange.usage === 'P' ? 'production' : 'test',
  };
}

function controlNumber(given: number | undefined, index: number, own: string): number {
  if (given === undefined) return parseControlNumber(own) ?? 1;
  return ((given - 1 + index) % controlNumberMax) + 1;
}

/** ISA05 to ISA08 have fixed widths, and no cleaning as other elements have: what a broken header holds is cut to fit. */
function partyOf(qualifier: string, id: string): InterchangeParty {
  return { qualifier: fixedText(qualifier, 2), id: fixedText(id, 15) };
}

function fixedText(text: string, length: number): string {
  return text.replace(/[^\x20-\x7e]|[*:~^]/g, ' ').slice(0, length);
}
