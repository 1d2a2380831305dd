import type { EligibilityVerdict } from './eligibility-verdict.js';

/** Whether the plan is that of a Qualified Medicare Beneficiary, whom nobody may bill a cost share (SSA 1902(n)(3)(B)). */
export function isQualifiedBeneficiary(eligibility: Pick<EligibilityVerdict, 'planName'> | null): boolean {
  return /\bQMB\b|qualified medicare beneficiary/i.test(eligibility?.planName ?? '');
}
