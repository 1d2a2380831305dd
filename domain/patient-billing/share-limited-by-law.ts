import { isQualifiedBeneficiary } from '../coverage/is-qualified-beneficiary.js';
import type { EligibilityVerdict } from '../coverage/eligibility-verdict.js';
import { type Cents, cents, minCents, zeroCents } from '../kernel/cents.js';
import type { PayerClass } from '../payer/payer-profile.js';

/** The most that law lets anybody bill the patient of a covered visit, and why. */
export interface LawfulShare {
  readonly mostCents: Cents;
  readonly reason: string;
  readonly source: string;
}

/** Null when no law of ours limits the share: then the plan's cost sharing decides. */
export function shareLimitedByLaw(
  eligibility: EligibilityVerdict,
  payerClass: PayerClass,
  allowedCents: Cents,
): LawfulShare | null {
  const isMedicare = payerClass === 'medicare' || payerClass === 'medicare_advantage';
  if (isMedicare && isQualifiedBeneficiary(eligibility)) {
    const reason = 'a Qualified Medicare Beneficiary owes no cost share';
    return { mostCents: zeroCents, reason, source: 'SSA 1902(n)(3)(B), 1866(a)(1)(A)' };
  }
  if (payerClass !== 'medicaid') return null;
  const mostCents = minCents(allowedCents, cents(eligibility.copayCents ?? 0));
  const reason = 'Medicaid’s payment is payment in full, save the copay that it answered';
  return { mostCents, reason, source: '42 CFR 447.15' };
}
