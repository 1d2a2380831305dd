import type { Cents } from '../kernel/cents.js';
import type { PlainDate } from '../kernel/plain-date.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Practice } from '../practice/practice.js';
import type { Visit } from '../visit/visit.js';
import type { ClaimStatusInquiry } from '../x12/276/claim-status-inquiry.js';
import { isDependent, payerParty, personParty, practiceParty, subscriberOf } from './claim-party.js';
import { primaryCoverage } from '../visit/primary-coverage.js';

export type StatusQuestionInput = {
  readonly visit: Visit;
  readonly payer: PayerProfile;
  readonly practice: Practice;
  readonly patientControlNumber: string;
  readonly clearinghouseClaimNumber: string;
  readonly payerClaimControlNumber: string | null;
  readonly chargeCents: Cents;
  /** BHT03 and TRN02: our number of the question. */
  readonly reference: string;
  readonly createdDate: PlainDate;
  /** HHMM. */
  readonly createdTime: string;
};

/** The 276 of one claim (005010X212 loops 2000A–2210): asks by every number the payer may know. Throws for a claim without coverage, which is never sent. */
export function statusInquiryOf(input: StatusQuestionInput): ClaimStatusInquiry {
  const { visit, practice } = input;
  const coverage = primaryCoverage(visit);
  if (coverage === null) throw new Error('a claim without coverage was never sent, so nobody can be asked about it');
  const subscriber = subscriberOf(visit, coverage);
  return {
    referenceNumber: input.reference,
    createdDate: input.createdDate,
    createdTime: input.createdTime,
    inquiries: [
      {
        payer: payerParty(input.payer),
        submitter: {
          kind: 'organization',
          name: practice.name,
          identifier: { qualifier: '46', value: practice.submitterId },
        },
        provider: practiceParty(practice),
        subscriber: {
          party: personParty(subscriber, coverage.memberId),
          birthDate: subscriber.birthDate,
          gender: subscriber.sex,
        },
        ...(isDependent(coverage)
          ? {
              dependent: {
                party: personParty(visit.patient),
                birthDate: visit.patient.birthDate,
                gender: visit.patient.sex,
              },
            }
          : {}),
        traceNumber: input.reference,
        ...(input.payerClaimControlNumber === null ? {} : { payerClaimControlNumber: input.payerClaimControlNumber }),
        patientControlNumber: input.patientControlNumber,
        clearinghouseClaimNumber: input.clearinghouseClaimNumber,
        chargeCents: input.chargeCents,
        servicePeriod: { from: visit.dateOfService, to: visit.dateOfService },
        lines: [],
      },
    ],
  };
}
