import type { EligibilityVerdict } from '../coverage/eligibility-verdict.js';
import { addCents, type Cents, cents, minCents, scaleCentsHalfUp, subtractCents, zeroCents } from '../kernel/cents.js';

/** What the plan's cost sharing makes of an allowed amount. */
export interface PatientShareParts {
  readonly deductibleCents: Cents;
  readonly coinsuranceCents: Cents;
  readonly copayCents: Cents;
}

export const noShare: PatientShareParts = {
  deductibleCents: zeroCents,
  coinsuranceCents: zeroCents,
  copayCents: zeroCents,
};

/** How a plan's parts may go together. */
export type ShareRule = 'copay_alone' | 'deductible_then_copay' | 'deductible_then_coinsurance';

/** The rule that the 271 speaks for: a copay stands alone, as plans with one usually have it, unless it comes after the deductible. */
export function statedRule({ copayCents, copayAfterDeductible }: EligibilityVerdict): ShareRule {
  if ((copayCents ?? 0) === 0) return 'deductible_then_coinsurance';
  return copayAfterDeductible === true ? 'deductible_then_copay' : 'copay_alone';
}

/** The parts by a rule, with a deductible left and coinsurance as given; never more than what is allowed. */
export function sharePartsBy(
  rule: ShareRule,
  allowed: Cents,
  plan: { readonly copayCents: number; readonly deductibleCents: number; readonly coinsuranceBasisPoints: number },
): PatientShareParts {
  const deductibleCents = rule === 'copay_alone' ? zeroCents : minCents(allowed, cents(plan.deductibleCents));
  const rest = subtractCents(allowed, deductibleCents);
  switch (rule) {
    case 'copay_alone':
    case 'deductible_then_copay':
      return { deductibleCents, coinsuranceCents: zeroCents, copayCents: minCents(cents(plan.copayCents), rest) };
    case 'deductible_then_coinsurance': {
      const points = Math.min(10_000, plan.coinsuranceBasisPoints);
      return { deductibleCents, coinsuranceCents: scaleCentsHalfUp(rest, points, 10_000), copayCents: zeroCents };
    }
  }
}

export function sumOfParts(parts: PatientShareParts): Cents {
  return addCents(parts.deductibleCents, parts.coinsuranceCents, parts.copayCents);
}
