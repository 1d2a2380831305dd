import { type Cents, zeroCents } from '../../domain/kernel/cents.js';
import { type Instant, plainDateAt } from '../../domain/kernel/instant.js';
import { isValidNpi } from '../../domain/kernel/npi.js';
import { addDays, plainDate, yearOf } from '../../domain/kernel/plain-date.js';
import type { EligibilityInquiry, EligibilityQuestion } from '../../domain/x12/270/eligibility-inquiry.js';
import type {
  Benefit,
  EligibilityAnswer,
  EligibilityRejection,
  EligibilityResponse,
  PartyRejection,
} from '../../domain/x12/271/eligibility-response.js';
import { compact } from '../../domain/x12/compact.js';
import { memberScenario } from '../claims/member-scenario.js';
import { deductibleLeftCents } from '../payers/adjudicate-claim.js';
import { payerPolicy } from '../payers/payer-policies.js';
import type { PayerPolicy } from '../payers/payer-policy.js';

/** Answers a 270 for all payers the simulator plays; the benefits named are those its adjudication applies. */
export function answerEligibilityInquiry(inquiry: EligibilityInquiry, at: Instant): EligibilityResponse {
  const isAnswerable = (question: EligibilityQuestion) => rejectParty(question).length === 0;
  return {
    referenceNumber: inquiry.referenceNumber,
    answers: inquiry.inquiries.filter(isAnswerable).map((question) => answerOf(question, at)),
    partyRejections: inquiry.inquiries.flatMap(rejectParty),
  };
}

/** 79 payer not served here, 43 provider not identified; C: correct and send again. */
function rejectParty(question: EligibilityQuestion): PartyRejection[] {
  const policy = payerPolicy(question.payer.identifier?.value ?? '');
  const common = { requestValid: true, followUpCode: 'C' } as const;
  const { payer, provider } = question;
  if (!policy) return [{ level: 'payer', payer, reasonCode: '79', ...common }];
  if (isValidNpi(provider.identifier?.value ?? '')) return [];
  return [{ level: 'provider', payer, provider, reasonCode: '43', ...common }];
}

function answerOf(question: EligibilityQuestion, at: Instant): EligibilityAnswer {
  const policy = payerPolicy(question.payer.identifier?.value ?? '');
  const askedOn = question.servicePeriod?.from ?? plainDateAt(at);
  const rejections = rejectMember(question, at);
  return compact({
    payer: question.payer,
    payerContacts: [],
    provider: question.provider,
    subscriber: question.subscriber,
    dependent: question.dependent,
    traces: question.traces.map((trace) => ({ ...trace, kind: 'echoed' as const })),
    rejections,
    dates:
      rejections.length > 0
        ? []
        : [
            {
              qualifier: '291',
              period: { from: plainDate(`${yearOf(askedOn)}-01-01`), to: plainDate(`${yearOf(askedOn)}-12-31`) },
            },
          ],
    benefits: rejections.length > 0 || !policy ? [] : benefitsOf(policy, question),
  });
}

function rejectMember(question: EligibilityQuestion, at: Instant): EligibilityRejection[] {
  const memberId = question.subscriber.party.identifier?.value ?? '';
  if (memberId === '') return [{ requestValid: false, reasonCode: '72', followUpCode: 'C' }];
  const from = question.servicePeriod?.from;
  // Dates beyond the next month are too far ahead for this payer's files.
  if (from !== undefined && from > addDays(plainDateAt(at), 31)) {
    return [{ requestValid: false, reasonCode: '62', followUpCode: 'C' }];
  }
  return memberScenario(memberId) === 'unknown' ? [{ requestValid: true, reasonCode: '75', followUpCode: 'C' }] : [];
}

const visitServiceTypes = ['98', 'MH', 'UC'] as const;

function benefit(informationCode: string, facts: Partial<Benefit>): Benefit {
  return {
    informationCode,
    serviceTypeCodes: [],
    placesOfService: [],
    dates: [],
    references: [],
    messages: [],
    rejections: [],
    deliveries: [],
    relatedParties: [],
    ...facts,
  };
}

function benefitsOf(policy: PayerPolicy, question: EligibilityQuestion): Benefit[] {
  const scenario = memberScenario(question.subscriber.party.identifier?.value ?? '');
  const plan = { serviceTypeCodes: ['30'], insuranceType: policy.insuranceType, planName: policy.planName };
  if (scenario === 'inactive') return [benefit('6', plan)];
  const hasDeductible = scenario === 'deductible';
  return [
    benefit('1', plan),
    benefit('1', { ...plan, serviceTypeCodes: [...visitServiceTypes], inNetwork: 'yes' }),
    telehealthBenefit(policy),
    ...deductibleBenefits(hasDeductible ? deductibleLeftCents : zeroCents),
    ...costSharingBenefits(policy, hasDeductible),
  ];
}

/** Telehealth is covered like a visit, at the places of service this payer takes for it. */
function telehealthBenefit(policy: PayerPolicy): Benefit {
  return benefit('1', {
    coverageLevel: 'IND',
    serviceTypeCodes: ['98'],
    insuranceType: policy.insuranceType,
    inNetwork: 'yes',
    placesOfService: policy.telehealth.placesOfService,
    messages: ['TELEHEALTH VISITS COVERED'],
  });
}

function deductibleBenefits(leftCents: Cents): Benefit[] {
  const common = { coverageLevel: 'IND', serviceTypeCodes: ['30'], timePeriod: '29', inNetwork: 'yes' } as const;
  return [benefit('C', { ...common, amountCents: leftCents })];
}

function costSharingBenefits(policy: PayerPolicy, hasDeductible: boolean): Benefit[] {
  const { costSharing } = policy;
  const common = { coverageLevel: 'IND', serviceTypeCodes: [...visitServiceTypes], inNetwork: 'yes' } as const;
  if (costSharing.kind === 'coinsurance' || hasDeductible) {
    const percent = costSharing.kind === 'coinsurance' ? costSharing.percent : 20;
    return [benefit('A', { ...common, timePeriod: '27', percentFraction: String(percent / 100).replace(/^0/, '') })];
  }
  const copayCents = costSharing.kind === 'copay' ? costSharing.copayCents : zeroCents;
  return [benefit('B', { ...common, timePeriod: '27', amountCents: copayCents })];
}
