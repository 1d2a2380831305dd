import type { Benefit } from '../x12/271/eligibility-response.js';

/** How closely a benefit speaks of the telehealth visit; the first tier with any benefit is believed. */
const tiers: readonly {
  readonly name: string;
  readonly fits: (benefit: Benefit, procedureCodes: readonly string[]) => boolean;
}[] = [
  {
    name: 'EB13 names the procedure',
    fits: (benefit, codes) => benefit.procedure !== undefined && codes.includes(benefit.procedure.code),
  },
  {
    name: 'III limits it to place of service 02 or 10',
    fits: (benefit) => benefit.placesOfService.some((place) => place === '02' || place === '10'),
  },
  {
    name: 'MSG speaks of telehealth',
    fits: (benefit) => benefit.messages.some((message) => /\btele|virtual/i.test(message)),
  },
  {
    name: 'EB03 office, mental health or urgent care',
    fits: (benefit) => isGeneral(benefit) && benefit.serviceTypeCodes.some((code) => ['98', 'MH', 'UC'].includes(code)),
  },
  { name: 'EB03 whole plan', fits: (benefit) => isGeneral(benefit) && benefit.serviceTypeCodes.includes('30') },
];

/** Not narrowed to another procedure or place. */
function isGeneral(benefit: Benefit): boolean {
  return benefit.procedure === undefined && benefit.placesOfService.length === 0;
}

export interface SelectedBenefits {
  readonly tier: string;
  readonly benefits: readonly Benefit[];
}

/** The most specific benefits among some, with the tier that was believed; null when none speaks of the visit. */
export function selectTelehealthBenefits(
  benefits: readonly Benefit[],
  procedureCodes: readonly string[],
): SelectedBenefits | null {
  for (const tier of tiers) {
    const found = benefits.filter((benefit) => tier.fits(benefit, procedureCodes));
    if (found.length > 0) return { tier: tier.name, benefits: found };
  }
  return null;
}

/** Whether a benefit names telehealth itself rather than a whole service type. */
export function namesTelehealth(benefit: Benefit, procedureCodes: readonly string[]): boolean {
  return tiers.slice(0, 3).some((tier) => tier.fits(benefit, procedureCodes));
}
