import { eligibilityInquiryGuide } from '../../domain/x12/270/eligibility-inquiry-guide.js';
import { readEligibilityInquiry } from '../../domain/x12/270/read-eligibility-inquiry.js';
import { writeEligibilityInquiry } from '../../domain/x12/270/write-eligibility-inquiry.js';
import { eligibilityResponseGuide } from '../../domain/x12/271/eligibility-response-guide.js';
import { readEligibilityResponse } from '../../domain/x12/271/read-eligibility-response.js';
import { writeEligibilityResponse } from '../../domain/x12/271/write-eligibility-response.js';
import { claimStatusInquiryGuide } from '../../domain/x12/276/claim-status-inquiry-guide.js';
import { readClaimStatusInquiry } from '../../domain/x12/276/read-claim-status-inquiry.js';
import { writeClaimStatusInquiry } from '../../domain/x12/276/write-claim-status-inquiry.js';
import { claimStatusResponseGuide } from '../../domain/x12/277/claim-status-response-guide.js';
import { readClaimStatusResponse } from '../../domain/x12/277/read-claim-status-response.js';
import { writeClaimStatusResponse } from '../../domain/x12/277/write-claim-status-response.js';
import { claimAcknowledgementGuide } from '../../domain/x12/277ca/claim-acknowledgement-guide.js';
import { isClaimAcknowledgement } from '../../domain/x12/277ca/is-claim-acknowledgement.js';
import { readClaimAcknowledgement } from '../../domain/x12/277ca/read-claim-acknowledgement.js';
import { writeClaimAcknowledgement } from '../../domain/x12/277ca/write-claim-acknowledgement.js';
import { professionalClaimGuide } from '../../domain/x12/837p/professional-claim-guide.js';
import { readProfessionalClaimBatch } from '../../domain/x12/837p/read-professional-claim-batch.js';
import { writeProfessionalClaimBatch } from '../../domain/x12/837p/write-professional-claim-batch.js';
import { readRemittanceAdvice } from '../../domain/x12/835/read-remittance-advice.js';
import { remittanceAdviceGuide } from '../../domain/x12/835/remittance-advice-guide.js';
import { writeRemittanceAdvice } from '../../domain/x12/835/write-remittance-advice.js';
import { implementationAcknowledgementGuide } from '../../domain/x12/999/implementation-acknowledgement-guide.js';
import { readImplementationAcknowledgement } from '../../domain/x12/999/read-implementation-acknowledgement.js';
import { writeImplementationAcknowledgement } from '../../domain/x12/999/write-implementation-acknowledgement.js';
import type { Guide } from '../../domain/x12/guide.js';
import type { TransactionSet } from '../../domain/x12/interchange.js';
import type { Envelope } from '../../domain/x12/write-interchange.js';
import type { X12Finding } from '../../domain/x12/x12-finding.js';

/** What the typed reader of a transaction made of a set, and the file its writer makes of that again. */
export type TypedReading = {
  readonly value: object;
  readonly findings: readonly X12Finding[];
  print(envelope: Envelope): string;
};

/** Reader, writer and guide of one transaction. */
export type TypedTransaction = { readonly guide: Guide; read(set: TransactionSet): TypedReading };

function transaction<Value extends object>(
  guide: Guide,
  read: (set: TransactionSet) => { readonly value: Value; readonly findings: readonly X12Finding[] },
  write: (value: Value, envelope: Envelope) => string,
): TypedTransaction {
  return {
    guide,
    read: (set) => {
      const { value, findings } = read(set);
      return { value, findings, print: (envelope) => write(value, envelope) };
    },
  };
}

const claimAcknowledgement = transaction(
  claimAcknowledgementGuide,
  readClaimAcknowledgement,
  writeClaimAcknowledgement,
);

const byTransactionId = new Map([
  ['270', transaction(eligibilityInquiryGuide, readEligibilityInquiry, writeEligibilityInquiry)],
  ['271', transaction(eligibilityResponseGuide, readEligibilityResponse, writeEligibilityResponse)],
  ['276', transaction(claimStatusInquiryGuide, readClaimStatusInquiry, writeClaimStatusInquiry)],
  ['277', transaction(claimStatusResponseGuide, readClaimStatusResponse, writeClaimStatusResponse)],
  ['835', transaction(remittanceAdviceGuide, readRemittanceAdvice, writeRemittanceAdvice)],
  ['837', transaction(professionalClaimGuide, readProfessionalClaimBatch, writeProfessionalClaimBatch)],
  [
    '999',
    transaction(
      implementationAcknowledgementGuide,
      readImplementationAcknowledgement,
      writeImplementationAcknowledgement,
    ),
  ],
]);

/** Every transaction there is a reader for. */
export const typedTransactions: readonly TypedTransaction[] = [...byTransactionId.values(), claimAcknowledgement];

/** The one a set says it is (ST01, and for a 277 its guide); undefined when there is no reader for that. */
export function typedTransactionOf(set: TransactionSet): TypedTransaction | undefined {
  return isClaimAcknowledgement(set) ? claimAcknowledgement : byTransactionId.get(set.transactionId);
}
