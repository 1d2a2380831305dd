import type { Instant } from '../../domain/kernel/instant.js';
import { readEligibilityInquiry } from '../../domain/x12/270/read-eligibility-inquiry.js';
import { writeEligibilityResponse } from '../../domain/x12/271/write-eligibility-response.js';
import { readClaimStatusInquiry } from '../../domain/x12/276/read-claim-status-inquiry.js';
import { writeClaimStatusResponse } from '../../domain/x12/277/write-claim-status-response.js';
import type { TransactionSet } from '../../domain/x12/interchange.js';
import { readInterchanges } from '../../domain/x12/read-interchanges.js';
import { answerEligibilityInquiry } from '../answers/answer-eligibility-inquiry.js';
import { answerEnvelope } from '../answers/answer-envelope.js';
import { answerStatusInquiry } from '../answers/answer-status-inquiry.js';
import { settlementTimeAfterInquiry } from '../payers/settlement-time.js';
import { drawNumber } from '../seed.js';
import type { SilenceBroken } from '../state/journal-event.js';
import type { SimulatorState } from '../state/simulator-state.js';

/** Real-time answers echo the number of the question: each stands alone and is never listed. */
function controlNumberOf(question: string): number {
  return 1 + drawNumber(999_999_999, 'real-time', question);
}

function firstSet(x12: string, transactionId: string): TransactionSet | undefined {
  const { interchanges } = readInterchanges(x12);
  const sets = interchanges.flatMap((interchange) => interchange.groups.flatMap((group) => group.transactionSets));
  return sets.find((set) => set.transactionId === transactionId);
}

/** The 271 to a 270; undefined when there is no 270 in the text. */
export function answerEligibility(x12: string, submitterId: string, at: Instant): string | undefined {
  const set = firstSet(x12, '270');
  if (!set) return undefined;
  const response = answerEligibilityInquiry(readEligibilityInquiry(set).value, at);
  return writeEligibilityResponse(response, answerEnvelope(submitterId, at, controlNumberOf(x12)));
}

export interface StatusReply {
  readonly x12: string;
  /** To be put on record before the reply leaves. */
  readonly events: readonly SilenceBroken[];
}

/** The 277 to a 276; undefined when there is no 276 in the text. */
export function answerStatus(
  x12: string,
  asker: { readonly mailbox: string; readonly submitterId: string },
  state: SimulatorState,
  at: Instant,
): StatusReply | undefined {
  const set = firstSet(x12, '276');
  if (!set) return undefined;
  const { response, awakened } = answerStatusInquiry(readClaimStatusInquiry(set).value, state, asker.mailbox, at);
  const settleAt = settlementTimeAfterInquiry(at);
  const claimIds = new Set(awakened.map((known) => known.claimId));
  return {
    x12: writeClaimStatusResponse(response, answerEnvelope(asker.submitterId, at, controlNumberOf(x12))),
    events: [...claimIds].map((claimId) => ({ type: 'silence-broken', at, claimId, settleAt })),
  };
}
