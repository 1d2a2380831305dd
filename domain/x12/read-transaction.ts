import { readEligibilityInquiry } from './270/read-eligibility-inquiry.js';
import { readEligibilityResponse } from './271/read-eligibility-response.js';
import { readClaimStatusInquiry } from './276/read-claim-status-inquiry.js';
import { readClaimStatusResponse } from './277/read-claim-status-response.js';
import { readClaimAcknowledgement } from './277ca/read-claim-acknowledgement.js';
import { readRemittanceAdvice } from './835/read-remittance-advice.js';
import { readProfessionalClaimBatch } from './837p/read-professional-claim-batch.js';
import { readImplementationAcknowledgement } from './999/read-implementation-acknowledgement.js';
import { findingAt } from './finding-at.js';
import type { TransactionSet } from './interchange.js';
import { guides, transactionKindOf, transactionKinds } from './transaction-kind.js';
import type { X12Finding } from './x12-finding.js';

type Read<Kind extends string, Reading> = { readonly kind: Kind } & Reading;

/** A transaction set of any kind as its own reader understood it; of an unknown guide there is nothing but findings. */
export type TransactionReading =
  | Read<'837P', ReturnType<typeof readProfessionalClaimBatch>>
  | Read<'835', ReturnType<typeof readRemittanceAdvice>>
  | Read<'999', ReturnType<typeof readImplementationAcknowledgement>>
  | Read<'277CA', ReturnType<typeof readClaimAcknowledgement>>
  | Read<'277', ReturnType<typeof readClaimStatusResponse>>
  | Read<'276', ReturnType<typeof readClaimStatusInquiry>>
  | Read<'270', ReturnType<typeof readEligibilityInquiry>>
  | Read<'271', ReturnType<typeof readEligibilityResponse>>
  | { readonly kind: 'unknown'; readonly findings: readonly X12Finding[] };

/** Reads a transaction set by the reader of its kind. Never throws; an unknown guide is a finding. */
export function readTransaction(transactionSet: TransactionSet): TransactionReading {
  const kind = transactionKindOf(transactionSet);
  switch (kind) {
    case '837P':
      return { kind, ...readProfessionalClaimBatch(transactionSet) };
    case '835':
      return { kind, ...readRemittanceAdvice(transactionSet) };
    case '999':
      return { kind, ...readImplementationAcknowledgement(transactionSet) };
    case '277CA':
      return { kind, ...readClaimAcknowledgement(transactionSet) };
    case '277':
      return { kind, ...readClaimStatusResponse(transactionSet) };
    case '276':
      return { kind, ...readClaimStatusInquiry(transactionSet) };
    case '270':
      return { kind, ...readEligibilityInquiry(transactionSet) };
    case '271':
      return { kind, ...readEligibilityResponse(transactionSet) };
    case undefined:
      return { kind: 'unknown', findings: unknownGuide(transactionSet) };
  }
}

/** A set without an ST is reported as that; to call its guide unknown would say the same thing again. */
function unknownGuide(transactionSet: TransactionSet): X12Finding[] {
  const [first] = transactionSet.segments;
  if (first === undefined || first.id !== 'ST') return [];
  const isKnownSet = transactionKinds.some((kind) => guides[kind].transactionId === transactionSet.transactionId);
  const message = isKnownSet
    ? 'The transaction set follows a guide that is not known here; it was counted and not read.'
    : 'This kind of transaction set is not known here; it was counted and not read.';
  // IK502: I6 implementation convention not supported, 1 transaction set not supported.
  const transactionErrorCode = isKnownSet ? 'I6' : '1';
  return [
    findingAt(transactionSet, first, { code: 'unknown-guide', severity: 'error', message, transactionErrorCode }),
  ];
}
