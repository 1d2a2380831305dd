import type { PayerProfile } from '../payer/payer-profile.js';
import { namesProcedure } from '../payer/procedure-code-list.js';
import type { EligibilityFact, EligibilityVerdict, OtherCoverage } from './eligibility-verdict.js';
import type { TelehealthCoverageInput } from './telehealth-coverage-input.js';

/** Why a visit is not covered, what must be met for it to be paid, or what nobody knows. */
export interface CoverageReason {
  readonly code:
    | 'self_pay'
    | 'coverage_inactive'
    | 'telehealth_excluded'
    | 'modality_not_covered'
    | 'medicare_advantage_instead'
    | 'eligibility_not_known'
    | 'member_not_found'
    | 'authorization_required'
    | 'out_of_network'
    | 'other_payer_first'
    | 'other_payer_rank_unknown'
    | 'carve_out_vendor'
    | 'telehealth_consent_required';
  readonly message: string;
  /** The EB segment, where the 271 says it; null when it is the payer's policy. */
  readonly evidence: string | null;
}

/** The plan that stands in Medicare's place, when Medicare was asked. */
export function medicareAdvantageInstead(
  payer: Pick<PayerProfile, 'payerClass'>,
  eligibility: EligibilityVerdict | null,
): OtherCoverage | null {
  if (payer.payerClass !== 'medicare') return null;
  return eligibility?.otherCoverages?.find(({ kind }) => kind === 'medicare_advantage') ?? null;
}

/** Why the payer will not pay, or null when nothing says so. */
export function reasonNotCovered(input: TelehealthCoverageInput): CoverageReason | null {
  const { eligibility, payer, visit } = input;
  if (payer.payerClass === 'self_pay') return reason('self_pay', 'the patient pays for the visit');
  const plan = medicareAdvantageInstead(payer, eligibility);
  if (plan !== null) {
    const message = `a Medicare Advantage plan${plan.payerName === null ? '' : ` (${plan.payerName})`} stands in Medicare’s place: bill the plan`;
    return reason('medicare_advantage_instead', message, plan.evidence);
  }
  if (eligibility?.status === 'inactive') {
    return reason('coverage_inactive', 'coverage was not active on the date of service', said(eligibility, 'status'));
  }
  if (eligibility?.telehealthBenefit === 'not_covered') {
    return reason('telehealth_excluded', 'the plan does not cover telehealth', said(eligibility, 'telehealth'));
  }
  const excluded =
    (visit.modality === 'audio_only' && !payer.coversAudioOnly) ||
    (visit.modality === 'asynchronous' && !payer.coversAsynchronous);
  return excluded
    ? reason('modality_not_covered', `${payer.name} does not cover ${visit.modality.replaceAll('_', ' ')} visits`)
    : null;
}

/** Why nobody knows whether there is coverage, or null when the payer said that there is. */
export function reasonUnknown(eligibility: EligibilityVerdict | null): CoverageReason | null {
  switch (eligibility?.status) {
    case 'active':
    case 'inactive':
      return null;
    case 'not_found':
      return reason('member_not_found', 'the payer does not find the member');
    case 'rejected':
    case 'unknown':
    case undefined:
      return reason('eligibility_not_known', 'the payer gave no answer about the coverage');
  }
}

/** What must be met for a covered visit to be paid. */
export function coverageConditions(input: TelehealthCoverageInput): readonly CoverageReason[] {
  const { eligibility, payer, visit } = input;
  const others = eligibility?.otherCoverages ?? [];
  return [
    ...authorizationReason(input),
    ...(eligibility?.inNetwork === 'no'
      ? [reason('out_of_network', 'the practice is out of the plan’s network', said(eligibility, 'network'))]
      : []),
    ...others.flatMap((other) => otherCoverageReason(other) ?? []),
    ...(payer.requiresTelehealthConsent && visit.telehealthConsent !== true
      ? [reason('telehealth_consent_required', `${payer.name} wants the patient’s consent to telehealth on record`)]
      : []),
  ];
}

function authorizationReason({
  eligibility,
  payer,
  visit,
  procedureCodes,
}: TelehealthCoverageInput): readonly CoverageReason[] {
  if (visit.priorAuthorizationNumber !== undefined) return [];
  if (eligibility?.authorizationRequired === 'yes') {
    return [reason('authorization_required', 'the plan wants prior authorization', said(eligibility, 'authorization'))];
  }
  const listed = procedureCodes.filter((code) => namesProcedure(payer.requiresPriorAuthorizationFor, code));
  return listed.length === 0
    ? []
    : [reason('authorization_required', `${payer.name} wants prior authorization for ${listed.join(', ')}`)];
}

function otherCoverageReason({ kind, payerName, evidence }: OtherCoverage): CoverageReason | null {
  const who = payerName ?? 'another payer';
  switch (kind) {
    case 'primary':
      return reason('other_payer_first', `${who} pays before this payer: bill it first`, evidence);
    case 'carve_out':
      return reason('carve_out_vendor', `${who} handles some services of the plan: check who takes this one`, evidence);
    case 'rank_not_stated':
      return reason('other_payer_rank_unknown', `${who} covers the patient as well: settle who pays first`, evidence);
    case 'medicare_advantage':
    case 'secondary':
    case 'tertiary':
      return null;
  }
}

function said({ evidenceByFact }: EligibilityVerdict, fact: EligibilityFact): string | null {
  return evidenceByFact?.[fact] ?? null;
}

function reason(code: CoverageReason['code'], message: string, evidence: string | null = null): CoverageReason {
  return { code, message, evidence };
}
