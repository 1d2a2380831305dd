import fc from 'fast-check';
import { eligibilityInquiryTransactionSet } from '../../domain/x12/270/write-eligibility-inquiry.js';
import { eligibilityResponseTransactionSet } from '../../domain/x12/271/write-eligibility-response.js';
import { claimStatusInquiryTransactionSet } from '../../domain/x12/276/write-claim-status-inquiry.js';
import { claimStatusResponseTransactionSet } from '../../domain/x12/277/write-claim-status-response.js';
import { claimAcknowledgementTransactionSet } from '../../domain/x12/277ca/write-claim-acknowledgement.js';
import { professionalClaimTransaction } from '../../domain/x12/837p/write-professional-claim-batch.js';
import { remittanceTransactionSet } from '../../domain/x12/835/write-remittance-advice.js';
import { implementationAcknowledgementTransaction } from '../../domain/x12/999/write-implementation-acknowledgement.js';
import { type Delimiters, standardDelimiters } from '../../domain/x12/delimiters.js';
import { interchangeAcknowledgementSegment } from '../../domain/x12/ta1/write-interchange-acknowledgement.js';
import { type OutboundTransactionSet, writeInterchange } from '../../domain/x12/write-interchange.js';
import { eligibilityInquiries, eligibilityResponses } from './eligibility-transactions.js';
import { implementationAcknowledgements } from './implementation-acknowledgements.js';
import { professionalClaimBatches } from './professional-claim-batches.js';
import { remittanceAdvices } from './remittance-advices.js';
import { claimAcknowledgements, claimStatusInquiries, claimStatusResponses } from './status-transactions.js';
import { some } from './x12-arbitraries.js';
import { testEnvelope } from './x12-envelope.js';

/** Transaction sets of every kind our writers make, by the name of the kind. */
export const transactionSets = {
  '837P': professionalClaimBatches(1, 2).map(professionalClaimTransaction),
  '835': remittanceAdvices.map(remittanceTransactionSet),
  '999': implementationAcknowledgements.map(implementationAcknowledgementTransaction),
  '277CA': claimAcknowledgements.map((one) => claimAcknowledgementTransactionSet(one, testEnvelope)),
  '277': claimStatusResponses.map((one) => claimStatusResponseTransactionSet(one, testEnvelope)),
  '276': claimStatusInquiries.map((one) => claimStatusInquiryTransactionSet(one, testEnvelope)),
  '271': eligibilityResponses.map((one) => eligibilityResponseTransactionSet(one, testEnvelope)),
  '270': eligibilityInquiries.map((one) => eligibilityInquiryTransactionSet(one, testEnvelope)),
} as const satisfies Readonly<Record<string, fc.Arbitrary<OutboundTransactionSet>>>;

const delimiters: fc.Arbitrary<Delimiters> = fc.constantFrom(
  standardDelimiters,
  { element: '|', repetition: '!', component: '>', segment: '\n' },
  { element: '*', repetition: '^', component: '<', segment: '\u001d' },
);

const acknowledgement = some({ status: fc.constantFrom('A', 'E', 'R'), noteCode: fc.constantFrom('000', '021') }, [
  'status',
  'noteCode',
]).map((verdict) =>
  interchangeAcknowledgementSegment({
    interchangeControlNumber: '000000907',
    interchangeDate: '260105',
    interchangeTime: '1147',
    ...verdict,
  }),
);

/** Well-formed files: one interchange with one group of up to three sets of a kind, and TA1 segments in some. */
export const wellFormedFiles: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(...Object.values(transactionSets).map((one) => fc.array(one, { minLength: 1, maxLength: 3 }))),
    fc.array(acknowledgement, { maxLength: 2 }),
    delimiters,
    fc.boolean(),
  )
  .map(([sets, acknowledgements, chosen, lineBreaks]) =>
    writeInterchange({ ...testEnvelope, delimiters: chosen, lineBreaks }, { transactionSets: sets, acknowledgements }),
  );
