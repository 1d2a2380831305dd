import type { Benefit, EligibilityAnswer } from '../x12/271/eligibility-response.js';

/** Names the EB segment a fact was read from: its number in the answer, its codes, and why it was believed. */
export function benefitEvidence(benefit: Benefit, answer: EligibilityAnswer, why: string): string {
  const types = benefit.serviceTypeCodes.join('^');
  return `EB ${answer.benefits.indexOf(benefit) + 1}: EB01 ${benefit.informationCode}${types === '' ? '' : `, EB03 ${types}`} (${why})`;
}
