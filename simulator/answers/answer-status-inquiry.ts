import { sumCents } from '../../domain/kernel/cents.js';
import { type Instant, plainDateAt } from '../../domain/kernel/instant.js';
import type { ClaimStatusInquiry, ClaimStatusQuestion } from '../../domain/x12/276/claim-status-inquiry.js';
import type {
  ClaimStatus,
  ClaimStatusAnswer,
  ClaimStatusResponse,
} from '../../domain/x12/277/claim-status-response.js';
import { compact } from '../../domain/x12/compact.js';
import { servicePeriodOf } from '../claims/received-claim.js';
import type { KnownClaim, SimulatorState } from '../state/simulator-state.js';

/** The 277 to a 276, and the claims the payer had kept silent about: being asked, it will settle them. */
export interface StatusInquiryAnswer {
  readonly response: ClaimStatusResponse;
  readonly awakened: readonly KnownClaim[];
}

/** Answers each question from what has happened to the claim by `at`; a claim nobody knows is category D0. */
export function answerStatusInquiry(
  inquiry: ClaimStatusInquiry,
  state: SimulatorState,
  mailbox: string,
  at: Instant,
): StatusInquiryAnswer {
  const found = inquiry.inquiries.map((question) => ({ question, known: findClaim(question, state, mailbox) }));
  return {
    response: {
      referenceNumber: inquiry.referenceNumber,
      answers: found.map(({ question, known }) => answerOf(question, known, at)),
      partyAnswers: [],
    },
    awakened: found.flatMap(({ known }) => (known && isSilent(known) ? [known] : [])),
  };
}

function isSilent(known: KnownClaim): boolean {
  return known.disposition.kind === 'accepted' && known.disposition.settleAt === undefined;
}

/** By our number, by the payer's, or by member and days; of several the last that reached the payer. */
function findClaim(question: ClaimStatusQuestion, state: SimulatorState, mailbox: string): KnownClaim | undefined {
  const { patientControlNumber, payerClaimControlNumber } = question;
  if (patientControlNumber !== undefined) {
    const numbered = state.claimsNumbered(mailbox, patientControlNumber);
    return numbered.filter((known) => known.disposition.kind !== 'not-forwarded').at(-1);
  }
  if (payerClaimControlNumber !== undefined) {
    const known = state.claimByPayerNumber(payerClaimControlNumber);
    return known?.mailbox === mailbox ? known : undefined;
  }
  const memberId = question.subscriber.party.identifier?.value;
  const candidates = [...state.claims.values()].filter(
    (known) =>
      known.mailbox === mailbox &&
      known.disposition.kind !== 'not-forwarded' &&
      known.claim.memberId === memberId &&
      known.claim.payerId === question.payer.identifier?.value &&
      servicePeriodOf(known.claim)?.from === question.servicePeriod?.from,
  );
  return candidates.at(-1);
}

function answerOf(question: ClaimStatusQuestion, known: KnownClaim | undefined, at: Instant): ClaimStatusAnswer {
  const { disposition, claim } = known ?? {};
  return compact({
    payer: question.payer,
    payerContacts: [],
    submitter: question.submitter,
    provider: question.provider,
    subscriber: question.subscriber,
    dependent: question.dependent,
    traceNumber: question.traceNumber,
    statuses: [known ? statusOf(known, at) : { category: 'D0', code: '35', effectiveDate: plainDateAt(at) }],
    payerClaimControlNumber: disposition?.kind === 'accepted' ? disposition.payerClaimControlNumber : undefined,
    patientControlNumber: claim?.patientControlNumber ?? question.patientControlNumber,
    clearinghouseClaimNumber: claim?.submissionId,
    servicePeriod: claim ? servicePeriodOf(claim) : question.servicePeriod,
    lines: [],
  });
}

/** A rejected, P in process, F finalized: by the claim's place on its way at that moment. */
function statusOf(known: KnownClaim, at: Instant): ClaimStatus {
  const { disposition, claim, remittance } = known;
  const common = { effectiveDate: plainDateAt(at), chargeCents: claim.chargeCents };
  if (disposition.kind === 'not-forwarded') return { category: 'D0', code: '35', ...common };
  if (disposition.kind === 'rejected') {
    const { category, code, entity } = disposition;
    return { category, code, ...(entity === '' ? {} : { entity }), ...common };
  }
  if (!remittance) return { category: 'P1', code: '20', ...common };
  const { adjudication } = disposition;
  const settled = {
    ...common,
    paidCents: sumCents(adjudication?.lines.map((line) => line.paidCents) ?? []),
    adjudicationDate: plainDateAt(remittance.issuedAt),
    remittanceDate: plainDateAt(remittance.issuedAt),
    remittanceTraceNumber: remittance.traceNumber,
  };
  if (adjudication?.statusCode === '4') return { category: 'F2', code: '585', ...settled };
  if (settled.paidCents === 0) return { category: 'F4', code: '104', ...settled };
  return { category: 'F1', code: '65', ...settled };
}
