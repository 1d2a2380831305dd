import { type Instant, instant } from '../../domain/kernel/instant.js';
import type { Clearinghouse } from '../../gateways/clearinghouse/clearinghouse.js';
import { sha256Hex } from '../../db/new-id.js';
import { answerEligibility, answerStatus } from '../../simulator/pipeline/answer-in-real-time.js';
import { nextRemittance } from '../../simulator/pipeline/issue-remittances.js';
import { receiveFile } from '../../simulator/pipeline/receive-file.js';
import { SimulatorState } from '../../simulator/state/simulator-state.js';

const endOfTime: Instant = instant('2099-01-01T00:00:00Z');
const seed = 'bench';

/** The simulator’s pure payers without servers, disk or delay: every answer is there at once, and costs what it costs. */
export function createInMemoryClearinghouse(submitterId: string, now: () => Instant): Clearinghouse {
  const state = new SimulatorState();
  const answers = new Map<string, Uint8Array>();
  const mailbox = 'practice';
  let fileCount = 0;
  let round = 0;
  const put = (files: readonly { readonly name: string; readonly content: string }[]) => {
    // So does each file a name.
    for (const file of files) answers.set(`${fileCount++}-${file.name}`, Buffer.from(file.content, 'latin1'));
  };
  const settle = () => {
    // Settled at once, a payer's day may be settled several times over: a seed of the round's own gives each payment a trace number of its own.
    round += 1;
    for (;;) {
      const issued = nextRemittance(state, endOfTime, `${seed}-${round}`, () => submitterId);
      if (issued === undefined) return;
      state.apply(issued);
      put(issued.answers);
    }
  };
  return {
    checkEligibility: (x12) => Promise.resolve(answerEligibility(x12, submitterId, now()) ?? ''),
    inquireStatus: (x12) => Promise.resolve(answerStatus(x12, { mailbox, submitterId }, state, now())?.x12 ?? ''),
    upload: (name, content) => {
      const received = receiveFile(
        { fileId: name, mailbox, submitterId, name, sha256: sha256Hex(content), content, at: now() },
        state,
        seed,
      );
      state.apply(received);
      put(received.answers);
      return Promise.resolve();
    },
    findUpload: () => Promise.resolve({ state: 'absent' }),
    // Payers settle in rounds, each round the claims that have gathered: one 835 a payer and day, as in life.
    listAnswers: () => {
      settle();
      return Promise.resolve([...answers].map(([name, content]) => ({ name, size: content.byteLength })));
    },
    fetchAnswer: (name) => Promise.resolve(answers.get(name) ?? new Uint8Array()),
    archiveAnswer: (name) => {
      answers.delete(name);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}
