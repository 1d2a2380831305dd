import { isDependent, payerParty, personParty, practiceParty, subscriberOf } from '../claim/claim-party.js';
import type { PlainDate } from '../kernel/plain-date.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Practice } from '../practice/practice.js';
import type { ServiceKind, Visit, VisitCoverage } from '../visit/visit.js';
import type { EligibilityInquiry, EligibilityMember } from '../x12/270/eligibility-inquiry.js';

export type EligibilityQuestionInput = {
  readonly visit: Visit;
  readonly coverage: VisitCoverage;
  readonly payer: PayerProfile;
  readonly practice: Practice;
  /** BHT03 and TRN02: our number of the question. */
  readonly reference: string;
  readonly createdDate: PlainDate;
  /** HHMM. */
  readonly createdTime: string;
};

/** The 270 of a visit: plan coverage (30) and the benefit of its kind, on the date of service (005010X279A1 loops 2000A–2110C). */
export function eligibilityInquiryOf(input: EligibilityQuestionInput): EligibilityInquiry {
  const { visit, coverage, payer, practice } = input;
  const subscriber = subscriberOf(visit, coverage);
  return {
    referenceNumber: input.reference,
    createdDate: input.createdDate,
    createdTime: input.createdTime,
    inquiries: [
      {
        payer: payerParty(payer),
        provider: practiceParty(practice),
        subscriber: member(subscriber, coverage),
        ...(isDependent(coverage) ? { dependent: dependentMember(visit) } : {}),
        traces: [{ number: input.reference, originatorId: `9${practice.taxId}` }],
        servicePeriod: { from: visit.dateOfService, to: visit.dateOfService },
        requests: [{ serviceTypeCodes: ['30', ...serviceTypes(visit.serviceKind)] }],
      },
    ],
  };
}

function member(person: ReturnType<typeof subscriberOf>, coverage: VisitCoverage): EligibilityMember {
  return {
    party: personParty(person, coverage.memberId),
    birthDate: person.birthDate,
    gender: person.sex,
    references: coverage.groupNumber === undefined ? [] : [{ qualifier: '6P', value: coverage.groupNumber }],
  };
}

function dependentMember(visit: Visit): EligibilityMember {
  return {
    party: personParty(visit.patient),
    birthDate: visit.patient.birthDate,
    gender: visit.patient.sex,
    references: [],
  };
}

function serviceTypes(kind: ServiceKind): string[] {
  switch (kind) {
    case 'psychotherapy':
    case 'psychiatric_evaluation':
    case 'psychoanalysis':
    case 'crisis_psychotherapy':
    case 'health_behavior_assessment':
    case 'health_behavior_intervention':
    case 'safety_planning':
      return ['MH'];
    case 'evaluation_and_management':
    case 'brief_check_in':
    case 'nutrition_therapy':
    case 'digital_evaluation':
    case 'telephone_assessment':
    case 'image_review':
    case 'interprofessional_consultation':
    case 'remote_physiologic_monitoring':
    case 'remote_therapeutic_monitoring':
    case 'rehabilitation_therapy':
    case 'care_management':
    case 'hospital_consultation':
    case 'critical_care_consultation':
    case 'social_risk_assessment':
    case 'activity_and_nutrition_assessment':
    case 'originating_site':
    case 'unknown':
      return ['98'];
  }
}
