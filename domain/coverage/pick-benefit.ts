import type { Benefit, EligibilityAnswer } from '../x12/271/eligibility-response.js';
import { selectTelehealthBenefits } from './select-telehealth-benefits.js';

/** A benefit that was believed, and why; none when the payer stated nothing that fits. */
export interface Picked {
  readonly benefit: Benefit | undefined;
  readonly why: string;
}

/** Benefits we may rely on: in network or not told; out-of-network figures only when nothing else is there. */
export function preferInNetwork(benefits: readonly Benefit[]): readonly Benefit[] {
  const usable = benefits.filter((benefit) => benefit.inNetwork !== 'no');
  return usable.length > 0 ? usable : benefits;
}

/** The benefit among those that fit which speaks most closely of the visit. */
export function pickBenefit(
  answer: EligibilityAnswer,
  fits: (benefit: Benefit) => boolean,
  codes: readonly string[],
): Picked {
  const selected = selectTelehealthBenefits(preferInNetwork(answer.benefits.filter(fits)), codes);
  return { benefit: selected?.benefits[0], why: selected?.tier ?? '' };
}

/** An amount below zero is a fault of the sender. */
export function isBelievable(benefit: Benefit): boolean {
  return (benefit.amountCents ?? 0) >= 0;
}

/** The smaller of the individual's and the family's amount of a kind (EB01), of those that fit. */
export function pickLeastAmount(
  answer: EligibilityAnswer,
  informationCode: string,
  fits: (benefit: Benefit) => boolean,
  codes: readonly string[],
): Picked {
  const ofKind = answer.benefits.filter(
    (benefit) => benefit.informationCode === informationCode && isBelievable(benefit) && fits(benefit),
  );
  const selected = selectTelehealthBenefits(preferInNetwork(ofKind), codes);
  const benefit = selected?.benefits
    .filter((each) => each.amountCents !== undefined)
    .reduce<Benefit | undefined>(
      (least, next) => (least === undefined || (next.amountCents ?? 0) < (least.amountCents ?? 0) ? next : least),
      undefined,
    );
  return { benefit, why: selected?.tier ?? '' };
}
