import { validateClaimAcknowledgement } from './277ca/validate-claim-acknowledgement.js';
import { isClaimAcknowledgement } from './277ca/is-claim-acknowledgement.js';
import { claimStatusInquiryGuide } from './276/claim-status-inquiry-guide.js';
import { claimStatusResponseGuide } from './277/claim-status-response-guide.js';
import { eligibilityInquiryGuide } from './270/eligibility-inquiry-guide.js';
import { validateEligibilityResponse } from './271/validate-eligibility-response.js';
import { validateProfessionalClaims } from './837p/validate-professional-claims.js';
import { validateRemittanceAdvice } from './835/validate-remittance-advice.js';
import { validateImplementationAcknowledgement } from './999/validate-implementation-acknowledgement.js';
import { checkIdentifiers } from './check-identifiers.js';
import type { Guide } from './guide.js';
import type { TransactionSet } from './interchange.js';
import { readLoops } from './read-loops.js';
import { TransactionCheck } from './transaction-check.js';
import type { ValidationOptions } from './validation-options.js';
import type { X12Finding } from './x12-finding.js';

/**
 * What is wrong with a transaction set beyond its syntax and its guide's tables, which the readers report: sums (SNIP 3),
 * situational rules (4), external codes (5) and what a payer wants (7). In file order, each with its place. A set of a
 * kind nobody here knows has no findings.
 */
export function validateTransaction(
  transactionSet: TransactionSet,
  options: ValidationOptions = {},
): readonly X12Finding[] {
  switch (transactionSet.transactionId) {
    case '837':
      return isProfessional(transactionSet) ? validateProfessionalClaims(transactionSet, options) : [];
    case '835':
      return validateRemittanceAdvice(transactionSet, options);
    case '999':
      return validateImplementationAcknowledgement(transactionSet, options);
    case '277':
      return isClaimAcknowledgement(transactionSet)
        ? validateClaimAcknowledgement(transactionSet, options)
        : identifiersOf(claimStatusResponseGuide, transactionSet, options);
    case '276':
      return identifiersOf(claimStatusInquiryGuide, transactionSet, options);
    case '271':
      return validateEligibilityResponse(transactionSet, options);
    case '270':
      return identifiersOf(eligibilityInquiryGuide, transactionSet, options);
    default:
      return [];
  }
}

/** Institutional (X223) and dental (X224) claims are an 837 too, of another guide. */
function isProfessional({ guideId }: TransactionSet): boolean {
  return !guideId.includes('X223') && !guideId.includes('X224');
}

/** Inquiries and claim status have nothing to add up; their identifiers, addresses and dates are checked. */
function identifiersOf(
  guide: Guide,
  transactionSet: TransactionSet,
  options: ValidationOptions,
): readonly X12Finding[] {
  const check = new TransactionCheck(transactionSet);
  checkIdentifiers(check, options.root ?? readLoops(guide, transactionSet).root, options.codes ?? {});
  return check.findings;
}
