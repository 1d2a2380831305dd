import { eligibilityInquiryGuide } from './270/eligibility-inquiry-guide.js';
import { eligibilityResponseGuide } from './271/eligibility-response-guide.js';
import { claimStatusInquiryGuide } from './276/claim-status-inquiry-guide.js';
import { claimStatusResponseGuide } from './277/claim-status-response-guide.js';
import { claimAcknowledgementGuide } from './277ca/claim-acknowledgement-guide.js';
import { isClaimAcknowledgement } from './277ca/is-claim-acknowledgement.js';
import { remittanceAdviceGuide } from './835/remittance-advice-guide.js';
import { professionalClaimGuide } from './837p/professional-claim-guide.js';
import { implementationAcknowledgementGuide } from './999/implementation-acknowledgement-guide.js';
import type { Guide } from './guide.js';
import type { TransactionSet, TransactionSetHeading } from './interchange.js';

/** The kinds of transaction set with a guide here, by the names people use. */
export const transactionKinds = ['837P', '835', '999', '277CA', '277', '276', '270', '271'] as const;

export type TransactionKind = (typeof transactionKinds)[number];

/** The guide of each kind. */
export const guides: Readonly<Record<TransactionKind, Guide>> = {
  '837P': professionalClaimGuide,
  '835': remittanceAdviceGuide,
  '999': implementationAcknowledgementGuide,
  '277CA': claimAcknowledgementGuide,
  '277': claimStatusResponseGuide,
  '276': claimStatusInquiryGuide,
  '270': eligibilityInquiryGuide,
  '271': eligibilityResponseGuide,
};

/**
 * The kind of a transaction set by ST01 and its guide (ST03, else GS08); a set that names no guide is taken for the
 * one of that ST01. Undefined for a guide not known here, such as an institutional claim.
 */
export function transactionKindOf(transactionSet: TransactionSet): TransactionKind | undefined {
  const kind = headingKindOf(transactionSet);
  if (kind !== '277CA' && kind !== '277') return kind;
  return isClaimAcknowledgement(transactionSet) ? '277CA' : '277';
}

/** The same by what the ST alone says; of a 277 the kind it has without a look into it. */
export function headingKindOf({ transactionId, guideId }: TransactionSetHeading): TransactionKind | undefined {
  return transactionKinds.find((one) => {
    const guide = guides[one];
    return guide.transactionId === transactionId && (guideId === '' || guide.ids.includes(guideId));
  });
}
