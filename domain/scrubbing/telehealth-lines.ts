import type { ServiceLine } from '../coding/coded-claim.js';
import { type ProcedureFamily, procedureFacts } from '../coding/procedure-facts.js';
import type { ScrubInput } from './scrub-edit.js';

const behavioralFamilies: readonly ProcedureFamily[] = [
  'psychiatric_evaluation',
  'psychotherapy',
  'psychotherapy_add_on',
  'crisis',
  'family_or_group',
  'health_behavior',
  'safety_planning',
];

/** Whether the line's code is one we know to be delivered as telehealth. */
export function isTelehealthLine(line: ServiceLine): boolean {
  return procedureFacts(line.procedureCode)?.delivery === 'telehealth';
}

/** Whether the line is behavioral health, which Medicare pays at home for good (SSA 1834(m)(7)). */
export function isBehavioralLine(line: ServiceLine): boolean {
  const family = procedureFacts(line.procedureCode)?.family;
  // Of the add-ons for complexity, 90785 belongs to behavioral services only; G2211 to visits.
  return line.procedureCode === '90785' || (family !== undefined && behavioralFamilies.includes(family));
}

export function hasTelehealth({ claim }: ScrubInput): boolean {
  return claim.lines.some(isTelehealthLine);
}

/** Whether the claim's place of service is 02 or 10. */
export function isTelehealthPlace({ claim }: ScrubInput): boolean {
  return claim.placeOfService === '02' || claim.placeOfService === '10';
}
