import { compact } from '../compact.js';
import { FieldReader, mergeFindings } from '../field-reader.js';
import type { TransactionSet } from '../interchange.js';
import { childLoop, childLoops, findSegment, findSegments, firstSegment, type LoopInstance } from '../loop-instance.js';
import { readContacts, readReference } from '../party-segments.js';
import { readLoops } from '../read-loops.js';
import { readStatusCodes } from '../status-codes.js';
import { levelName, statusClaims, type StatusParties } from '../status-hierarchy.js';
import { readTransactionHeading } from '../transaction-heading.js';
import type { X12Finding } from '../x12-finding.js';
import type {
  ClaimStatus,
  ClaimStatusAnswer,
  ClaimStatusAnswerLine,
  ClaimStatusResponse,
  PartyStatusAnswer,
} from './claim-status-response.js';
import { claimStatusResponseGuide } from './claim-status-response-guide.js';

export type ClaimStatusResponseReading = {
  readonly value: ClaimStatusResponse;
  /** What it was read from, for whoever asks where something stands. */
  readonly root: LoopInstance;
  readonly findings: readonly X12Finding[];
};

/** Reads a 277 (005010X212) as far as it can be understood. Never throws. */
export function readClaimStatusResponse(transactionSet: TransactionSet): ClaimStatusResponseReading {
  const { root, findings } = readLoops(claimStatusResponseGuide, transactionSet);
  const reader = new FieldReader(transactionSet);
  const contactsOf = payerContacts(reader);
  const value: ClaimStatusResponse = {
    ...readTransactionHeading(reader, root),
    answers: [...statusClaims(reader, root)].map(([parties, claim]) =>
      readAnswer(reader, parties, contactsOf(claim), claim),
    ),
    partyAnswers: readPartyAnswers(reader, root),
  };
  return { value, root, findings: mergeFindings(findings, reader.findings) };
}

function readAnswer(
  reader: FieldReader,
  parties: StatusParties,
  contacts: PayerContacts,
  claim: LoopInstance,
): ClaimStatusAnswer {
  return compact({
    ...parties,
    payerContacts: contacts,
    traceNumber: reader.text(firstSegment(claim), 2) ?? '',
    statuses: readStatuses(reader, claim),
    payerClaimControlNumber: readReference(reader, claim, '1K'),
    patientControlNumber: readReference(reader, claim, 'EJ'),
    billType: readReference(reader, claim, 'BLT'),
    clearinghouseClaimNumber: readReference(reader, claim, 'D9'),
    servicePeriod: reader.period(findSegment(claim, 'DTP', '472'), 2),
    lines: claim.loops.map((line) => readLine(reader, line)),
  });
}

type PayerContacts = ClaimStatusAnswer['payerContacts'];

/** Finds the contacts of a claim's payer. Each payer's are read one time: there may be as many as claims. */
function payerContacts(reader: FieldReader): (claim: LoopInstance) => PayerContacts {
  const known = new Map<LoopInstance | undefined, PayerContacts>();
  return (claim) => {
    let level: LoopInstance | undefined = claim;
    while (level !== undefined && level.id !== '2000A') level = level.parent;
    const contacts = known.get(level) ?? readPayerContacts(reader, level);
    known.set(level, contacts);
    return contacts;
  };
}

function readPayerContacts(reader: FieldReader, level: LoopInstance | undefined): PayerContacts {
  const payer = level === undefined ? undefined : childLoop(level, '2100A');
  return payer === undefined ? [] : readContacts(reader, payer);
}

function readLine(reader: FieldReader, line: LoopInstance): ClaimStatusAnswerLine {
  const service = firstSegment(line);
  return compact({
    procedure: reader.procedure(service, 1) ?? { qualifier: '', code: '', modifiers: [] },
    chargeCents: reader.amount(service, 2),
    paidCents: reader.amount(service, 3),
    revenueCode: reader.text(service, 4),
    units: reader.quantity(service, 7) ?? reader.quantity(service, 5),
    statuses: readStatuses(reader, line),
    lineControlNumber: readReference(reader, line, 'FJ'),
    servicePeriod: reader.period(findSegment(line, 'DTP', '472'), 2),
  });
}

function readStatuses(reader: FieldReader, instance: LoopInstance): ClaimStatus[] {
  return findSegments(instance, 'STC').flatMap((segment) => {
    const common = compact({
      effectiveDate: reader.date(segment, 2),
      chargeCents: reader.amount(segment, 4),
      paidCents: reader.amount(segment, 5),
      adjudicationDate: reader.date(segment, 6),
      remittanceDate: reader.date(segment, 8),
      remittanceTraceNumber: reader.text(segment, 9),
      text: reader.text(segment, 12),
    });
    return readStatusCodes(reader, segment).map((codes) => ({ ...codes, ...common }));
  });
}

/** Refusals of a submitter (2200B) or of a provider (2200C), in file order. */
function readPartyAnswers(reader: FieldReader, root: LoopInstance): PartyStatusAnswer[] {
  return childLoops(root, '2000A').flatMap((source) => {
    const payer = levelName(reader, source, '2100A');
    return childLoops(source, '2000B').flatMap((receiver) => {
      const submitter = levelName(reader, receiver, '2100B');
      const ofSubmitter = childLoops(receiver, '2200B').map((answer): PartyStatusAnswer => {
        return compact({ level: 'submitter' as const, payer, submitter, ...readPartyAnswer(reader, answer) });
      });
      const ofProviders = childLoops(receiver, '2000C').flatMap((level) => {
        const provider = levelName(reader, level, '2100C');
        return childLoops(level, '2200C').map((answer): PartyStatusAnswer => {
          return compact({
            level: 'provider' as const,
            payer,
            submitter,
            provider,
            ...readPartyAnswer(reader, answer),
          });
        });
      });
      return [...ofSubmitter, ...ofProviders];
    });
  });
}

function readPartyAnswer(
  reader: FieldReader,
  answer: LoopInstance,
): Pick<PartyStatusAnswer, 'traceNumber' | 'statuses'> {
  return compact({ traceNumber: reader.text(firstSegment(answer), 2), statuses: readStatuses(reader, answer) });
}
