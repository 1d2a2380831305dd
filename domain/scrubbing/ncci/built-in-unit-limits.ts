import type { UnitLimit } from './unit-limit-set.js';

/**
 * Most units a day of codes of our procedure table, for practices without the CMS tables. Values of a CMS practitioner
 * table of 2026 as published second-hand (quarter to verify); where they are wider than our own daily maximum, that one
 * finds first. All are taken as date-of-service limits.
 */
const unitsMaxByCode: Readonly<Record<string, number>> = {
  '99213': 2,
  '99214': 2,
  '99215': 1,
  '99417': 6,
  G2212: 6,
  '90791': 1,
  '90792': 1,
  '90832': 2,
  '90834': 2,
  '90837': 2,
  '90785': 3,
  '99458': 3,
  G0425: 1,
  Q3014: 1,
};

export const builtInUnitLimits: readonly UnitLimit[] = Object.entries(unitsMaxByCode).map(([code, unitsMax]) => ({
  code,
  unitsMax,
  adjudicationIndicator: 3,
}));
