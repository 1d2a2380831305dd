import { type Instant, instant } from '../../domain/kernel/instant.js';
import type { Clearinghouse } from '../../gateways/clearinghouse/clearinghouse.js';
import { sha256Hex } from '../../db/new-id.js';
import { answerEligibility, answerStatus } from '../../simulator/pipeline/answer-in-real-time.js';
import { nextRemittance } from '../../simulator/pipeline/issue-remittances.js';
import { receiveFile } from '../../simulator/pipeline/receive-file.js';
import type { FileReceived } from '../../simulator/state/journal-event.js';
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
      state.apply(inOneSettlement(received));
      put(received.answers);
      return Promise.resolve();
    },
    findUpload: () => Promise.resolve({ state: 'absent' }),
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

/**
 * A day's 835 of a payer holds the claims of many days of filing. Here those of many days are filed at once, so that what
 * a payer would settle on ten days, each with the claims of other filings, it settles in one 835 a file.
 */
function inOneSettlement(received: FileReceived): FileReceived {
  const days = received.claims.flatMap(({ disposition }) =>
    disposition.kind === 'accepted' && disposition.settleAt !== undefined ? [disposition.settleAt] : [],
  );
  const [settleAt] = days.toSorted();
  return {
    ...received,
    claims: received.claims.map((claim) =>
      claim.disposition.kind === 'accepted' && claim.disposition.settleAt !== undefined
        ? { ...claim, disposition: { ...claim.disposition, settleAt } }
        : claim,
    ),
  };
}
