import { addMillis, type Instant } from '../../domain/kernel/instant.js';
import { writeClaimAcknowledgement } from '../../domain/x12/277ca/write-claim-acknowledgement.js';
import { writeImplementationAcknowledgement } from '../../domain/x12/999/write-implementation-acknowledgement.js';
import type { Interchange } from '../../domain/x12/interchange.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { writeInterchangeAcknowledgement } from '../../domain/x12/ta1/write-interchange-acknowledgement.js';
import type { Envelope } from '../../domain/x12/write-interchange.js';
import type { X12Finding } from '../../domain/x12/x12-finding.js';
import { answerEnvelope, answerName, ControlNumbers } from '../answers/answer-envelope.js';
import { composeClaimAcknowledgement } from '../answers/compose-claim-acknowledgement.js';
import {
  composeImplementationAcknowledgements,
  isAnswered,
} from '../answers/compose-implementation-acknowledgements.js';
import { composeInterchangeAcknowledgement } from '../answers/compose-interchange-acknowledgement.js';
import { decideClaim } from '../claims/decide-claim.js';
import type { ReceivedClaim } from '../claims/received-claim.js';
import { takeInClaims } from '../claims/take-in-claims.js';
import type { ClaimRecord, Disposition } from '../state/claim-record.js';
import type { Answer, FileReceived, ReceivedInterchange } from '../state/journal-event.js';
import type { SimulatorState } from '../state/simulator-state.js';
import { idOf } from './answer-id.js';
import { FileHistory } from './file-history.js';
import { type TranslatedSet, translateGroup } from './translate-group.js';

const interchangeAnswerMillis = 60_000;
const functionalAnswerMillis = 600_000;

/** A file as it was picked up from a mailbox. */
export interface PickedUpFile {
  readonly fileId: string;
  readonly mailbox: string;
  readonly submitterId: string;
  readonly name: string;
  readonly sha256: string;
  readonly content: Uint8Array;
  readonly at: Instant;
}

/** Works out all that follows from one file, as one event: what was received, what was decided, what will be answered. */
export function receiveFile(file: PickedUpFile, state: SimulatorState, seed: string): FileReceived {
  const reception = new Reception(file, state, seed);
  return reception.run();
}

/** A file of which nothing could be understood: kept on record, answered by nothing. */
export function unreadableFile(file: PickedUpFile): FileReceived {
  const { fileId, mailbox, name, sha256, at, content } = file;
  const nothing = { interchanges: [], claims: [], answers: [] };
  return { type: 'file-received', at, fileId, mailbox, name, sha256, sizeBytes: content.length, ...nothing };
}

class Reception {
  readonly #file: PickedUpFile;
  readonly #state: SimulatorState;
  readonly #seed: string;
  readonly #history: FileHistory;
  readonly #controlNumbers: ControlNumbers;
  readonly #interchanges: ReceivedInterchange[] = [];
  readonly #claims: ClaimRecord[] = [];
  readonly #answers: Answer[] = [];

  constructor(file: PickedUpFile, state: SimulatorState, seed: string) {
    this.#file = file;
    this.#state = state;
    this.#seed = seed;
    this.#history = new FileHistory(file, state);
    this.#controlNumbers = new ControlNumbers(seed, (number) => state.isUsedControlNumber(number));
  }

  run(): FileReceived {
    const { interchanges, findings } = readInterchanges(this.#file.content);
    for (const interchange of interchanges) this.#receiveInterchange(interchange, findings);
    return {
      ...unreadableFile(this.#file),
      interchanges: this.#interchanges,
      claims: this.#claims,
      answers: this.#answers,
    };
  }

  #receiveInterchange(interchange: Interchange, findings: readonly X12Finding[]): void {
    const noteCode = this.#refusalOf(interchange, findings);
    if (noteCode !== undefined || interchange.acknowledgementRequested) {
      this.#answerInterchange(interchange, noteCode);
    }
    if (noteCode !== undefined) return this.#refuse(interchange, noteCode, findings);
    const sets = interchange.groups
      .filter(isAnswered)
      .flatMap((group) => this.#translate(interchange, group, findings));
    this.#answerGroups(interchange, sets);
    for (const set of sets) this.#acceptSet(interchange, set);
    this.#note(interchange, outcomeOf(sets));
  }

  /** TA105 of the first thing for which the whole interchange is turned back: 025 repeated, 006 not the mailbox's sender. */
  #refusalOf(interchange: Interchange, findings: readonly X12Finding[]): string | undefined {
    const { senderId, controlNumber } = interchange;
    const broken = findings.find(
      (finding) =>
        finding.severity === 'error' &&
        finding.interchangeNoteCode !== undefined &&
        (finding.interchange ?? 1) === interchange.ordinal,
    );
    if (broken) return broken.interchangeNoteCode;
    if (senderId !== this.#file.submitterId) return '006';
    const isRepeated =
      this.#state.isKnownInterchange(this.#file.mailbox, senderId, controlNumber) ||
      this.#interchanges.some((earlier) => earlier.senderId === senderId && earlier.controlNumber === controlNumber);
    return isRepeated ? '025' : undefined;
  }

  #translate(
    interchange: Interchange,
    group: Interchange['groups'][number],
    findings: readonly X12Finding[],
  ): TranslatedSet[] {
    return translateGroup(interchange, group, findings, (payerId) =>
      this.#state.isKnownSubmitter(this.#file.mailbox, payerId),
    );
  }

  #note(interchange: Interchange, outcome: ReceivedInterchange['outcome']): void {
    const { senderId, controlNumber } = interchange;
    this.#interchanges.push({ senderId, controlNumber, outcome });
  }

  #refuse(interchange: Interchange, noteCode: string, findings: readonly X12Finding[]): void {
    const isRepeated = noteCode === '025';
    const reason = isRepeated ? 'duplicate-interchange' : 'interchange-rejected';
    for (const group of interchange.groups.filter(isAnswered)) {
      for (const set of this.#translate(interchange, group, findings)) {
        for (const claim of takeInClaims(set.batch))
          this.#record(interchange, set, claim, { kind: 'not-forwarded', reason });
      }
    }
    this.#note(interchange, isRepeated ? 'duplicate' : 'interchange-rejected');
  }

  #acceptSet(interchange: Interchange, set: TranslatedSet): void {
    const records = takeInClaims(set.batch).map((claim) => {
      const disposition: Disposition = set.isRejected
        ? { kind: 'not-forwarded', reason: 'transaction-rejected' }
        : decideClaim(claim, this.#file.at, this.#seed, this.#history);
      return this.#record(interchange, set, claim, disposition);
    });
    this.#acknowledgeClaims(set, records);
  }

  #record(interchange: Interchange, set: TranslatedSet, claim: ReceivedClaim, disposition: Disposition): ClaimRecord {
    const record: ClaimRecord = {
      claimId: idOf('claim', this.#file.fileId, String(this.#claims.length)),
      interchangeControlNumber: interchange.controlNumber,
      transactionControlNumber: set.transactionSet.controlNumber,
      batchReference: set.batch.batchId,
      claim,
      disposition,
    };
    this.#claims.push(record);
    this.#history.add(record);
    return record;
  }

  /** One 277CA for each payer and moment; claims kept silent about are in none. */
  #acknowledgeClaims(set: TranslatedSet, records: readonly ClaimRecord[]): void {
    const groups = new Map<string, { at: Instant; payerId: string; records: ClaimRecord[] }>();
    for (const record of records) {
      const at = record.disposition.kind === 'not-forwarded' ? undefined : record.disposition.acknowledgeAt;
      if (at === undefined) continue;
      const key = JSON.stringify([at, record.claim.payerId]);
      const group = groups.get(key) ?? { at, payerId: record.claim.payerId, records: [] };
      group.records.push(record);
      groups.set(key, group);
    }
    for (const [key, group] of groups) {
      const answerId = idOf('277ca', this.#file.fileId, set.transactionSet.controlNumber, key);
      const acknowledgement = composeClaimAcknowledgement(
        {
          payerId: group.payerId,
          batchReference: set.batch.batchId,
          submitterId: this.#file.submitterId,
          receivedAt: this.#file.at,
          acknowledgeAt: group.at,
          records: group.records,
        },
        answerId,
      );
      this.#answer('277ca', '277', answerId, group.at, (envelope) =>
        writeClaimAcknowledgement(acknowledgement, envelope),
      );
    }
  }

  #answerInterchange(interchange: Interchange, noteCode: string | undefined): void {
    const answerId = idOf('ta1', this.#file.fileId, String(interchange.ordinal));
    const at = addMillis(this.#file.at, interchangeAnswerMillis);
    const acknowledgement = composeInterchangeAcknowledgement(interchange, noteCode);
    this.#answer('ta1', 'ta1', answerId, at, (envelope) => writeInterchangeAcknowledgement(acknowledgement, envelope));
  }

  #answerGroups(interchange: Interchange, sets: readonly TranslatedSet[]): void {
    const at = addMillis(this.#file.at, functionalAnswerMillis);
    for (const [index, acknowledgement] of composeImplementationAcknowledgements(interchange, sets).entries()) {
      const answerId = idOf('999', this.#file.fileId, String(interchange.ordinal), String(index));
      this.#answer('999', '999', answerId, at, (envelope) =>
        writeImplementationAcknowledgement(acknowledgement, envelope),
      );
    }
  }

  #answer(
    kind: Answer['kind'],
    extension: 'ta1' | '999' | '277' | '835',
    answerId: string,
    dueAt: Instant,
    write: (envelope: Envelope) => string,
  ): void {
    const controlNumber = this.#controlNumbers.next(answerId);
    const content = write(answerEnvelope(this.#file.submitterId, dueAt, controlNumber));
    this.#answers.push({ answerId, kind, controlNumber, name: answerName(dueAt, answerId, extension), dueAt, content });
  }
}

function outcomeOf(sets: readonly TranslatedSet[]): ReceivedInterchange['outcome'] {
  const rejected = sets.filter((set) => set.isRejected).length;
  if (sets.length > 0 && rejected === sets.length) return 'rejected';
  if (rejected > 0) return 'partly-accepted';
  return sets.some((set) => set.findings.length > 0) ? 'accepted-with-errors' : 'accepted';
}
