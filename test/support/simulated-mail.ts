import { createHash } from 'node:crypto';
import { type Instant, instant } from '../../domain/kernel/instant.js';
import type { RemittanceAdvice } from '../../domain/x12/835/remittance-advice.js';
import { readRemittanceAdvice } from '../../domain/x12/835/read-remittance-advice.js';
import type { TransactionSet } from '../../domain/x12/interchange.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { idOf } from '../../simulator/pipeline/answer-id.js';
import { nextRemittance } from '../../simulator/pipeline/issue-remittances.js';
import { receiveFile } from '../../simulator/pipeline/receive-file.js';
import type { Answer, FileReceived, RemittanceIssued } from '../../simulator/state/journal-event.js';
import { SimulatorState } from '../../simulator/state/simulator-state.js';
import { type ClaimFileSketch, claimFile, testSubmitterId } from '../builders/claim-file.js';

export const receiptMoment: Instant = instant('2026-01-06T14:00:00Z');
const endOfTime: Instant = instant('2027-01-01T00:00:00Z');

/** The simulator's pure part without servers and disk: files go in at a moment, remittances come out. */
export class SimulatedMail {
  readonly state = new SimulatorState();
  readonly #seed: string;
  #count = 0;

  constructor(seed = 'test') {
    this.#seed = seed;
  }

  send(sketch: ClaimFileSketch, at: Instant = receiptMoment): FileReceived {
    return this.sendText(claimFile(sketch), at);
  }

  sendText(text: string, at: Instant = receiptMoment): FileReceived {
    this.#count += 1;
    const content = Buffer.from(text);
    const name = `${this.#count}.837`;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const file = {
      fileId: idOf(name, sha256),
      mailbox: 'practice',
      submitterId: testSubmitterId,
      name,
      sha256,
      content,
      at,
    };
    const event = receiveFile(file, this.state, this.#seed);
    this.state.apply(event);
    return event;
  }

  /** All settlements due by a moment, in order. */
  settle(until: Instant = endOfTime): RemittanceIssued[] {
    const issued: RemittanceIssued[] = [];
    for (;;) {
      const event = nextRemittance(this.state, until, this.#seed, () => testSubmitterId);
      if (!event) return issued;
      this.state.apply(event);
      issued.push(event);
    }
  }
}

export function transactionSets(text: string): TransactionSet[] {
  return readInterchanges(text).interchanges.flatMap((one) => one.groups.flatMap((group) => group.transactionSets));
}

export function answersOf(event: { readonly answers: readonly Answer[] }, kind: Answer['kind']): Answer[] {
  return event.answers.filter((answer) => answer.kind === kind);
}

/** The advice in a remittance file. */
export function adviceOf(text: string): RemittanceAdvice {
  const [set] = transactionSets(text);
  if (!set) throw new Error('the file holds no transaction set');
  return readRemittanceAdvice(set).value;
}
