import type { PlainDate } from '../kernel/plain-date.js';
import type { Benefit, BenefitParty, EligibilityAnswer } from '../x12/271/eligibility-response.js';
import { benefitEvidence } from './benefit-evidence.js';
import { isBenefitOn } from './benefit-on-date.js';
import type { OtherCoverage } from './eligibility-verdict.js';

/** EB04: Medicare part A and B. */
const medicareTypes: readonly string[] = ['MA', 'MB'];
/** EB04 of a Medicare Advantage plan in Medicare's own answer: risk and cost HMO, PPO, POS, private fee-for-service. */
const advantageTypes: readonly string[] = ['HN', 'HM', 'PR', 'PS', 'IN'];
/** EB04: Medicare is secondary, with the reason. */
const medicareSecondaryTypes: readonly string[] = ['12', '13', '14', '15', '16', '41', '42', '43', '47'];
/** EB03 of what no visit is paid by: dental, pharmacy, vision. */
const otherServices: readonly string[] = [
  '23',
  '24',
  '25',
  '26',
  '35',
  '88',
  '89',
  '90',
  '91',
  '92',
  'AL',
  'AM',
  'AN',
  'AO',
];

const rankOfRole: Readonly<Record<string, OtherCoverage['kind']>> = {
  PRP: 'primary',
  SEP: 'secondary',
  TTP: 'tertiary',
};

/** Payers beside the one asked (271 loop 2110 EB01 R with 2120, and vendors by NM101 VN) whose dates have the day, for medical services. */
export function otherCoveragesOf(answer: EligibilityAnswer, dateOfService?: PlainDate): OtherCoverage[] {
  const isMedicare = answer.benefits.some(
    ({ informationCode, insuranceType }) => informationCode === '1' && medicareTypes.includes(insuranceType ?? ''),
  );
  return answer.benefits
    .filter((benefit) => isForVisits(benefit) && (dateOfService === undefined || isBenefitOn(benefit, dateOfService)))
    .flatMap((benefit) => {
      const vendor = benefit.relatedParties.find(({ role }) => role === 'VN');
      if (vendor !== undefined) return [coverage('carve_out', benefit, vendor, answer)];
      if (benefit.informationCode !== 'R') return [];
      const payer = benefit.relatedParties.find(({ role }) => role === 'PR' || role in rankOfRole);
      return [coverage(kindOf(benefit, payer, isMedicare), benefit, payer, answer)];
    });
}

function isForVisits({ serviceTypeCodes }: Benefit): boolean {
  return serviceTypeCodes.length === 0 || serviceTypeCodes.some((code) => !otherServices.includes(code));
}

function kindOf(
  { insuranceType = '' }: Benefit,
  payer: BenefitParty | undefined,
  isMedicare: boolean,
): OtherCoverage['kind'] {
  if (insuranceType === 'HN' || (isMedicare && advantageTypes.includes(insuranceType))) return 'medicare_advantage';
  if (medicareSecondaryTypes.includes(insuranceType)) return 'primary';
  return rankOfRole[payer?.role ?? ''] ?? 'rank_not_stated';
}

function coverage(
  kind: OtherCoverage['kind'],
  benefit: Benefit,
  payer: BenefitParty | undefined,
  answer: EligibilityAnswer,
): OtherCoverage {
  const party = payer?.party;
  return {
    kind,
    payerName: (party?.kind === 'organization' ? party.name : undefined) ?? benefit.planName ?? null,
    payerId: party?.identifier?.value ?? null,
    planNumber: benefit.references.find(({ qualifier }) => qualifier === '18')?.value ?? null,
    evidence: benefitEvidence(benefit, answer, kind.replaceAll('_', ' ')),
  };
}
