import type { CodedClaim, ServiceLine } from '../coding/coded-claim.js';
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
/** A visit and what is added to it. */
const visitFamilies: readonly ProcedureFamily[] = [
  'office_visit',
  'telemedicine_visit',
  'prolonged',
  'complexity_add_on',
];
/** Mental, behavioral and neurodevelopmental disorders, those of substance use among them (ICD-10-CM chapter 5). */
const mentalDiagnosis = /^F\d/;
const substanceUseDiagnosis = /^F1/;

/** Whether the line's code is one we know to be delivered as telehealth. */
export function isTelehealthLine(line: ServiceLine): boolean {
  return procedureFacts(line.procedureCode)?.delivery === 'telehealth';
}

/** Whether the line's code is of behavioral health, whatever it is for. */
export function isBehavioralService(line: ServiceLine): boolean {
  const family = procedureFacts(line.procedureCode)?.family;
  // Of the add-ons for complexity, 90785 belongs to behavioral services only; G2211 to visits.
  return line.procedureCode === '90785' || (family !== undefined && behavioralFamilies.includes(family));
}

/**
 * Whether the line diagnoses, evaluates or treats a mental health or substance use disorder, which Medicare pays at home for
 * good (SSA 1834(m)(7)): by its code, by the diagnosis it is first for, or as the visit to which psychotherapy was added. What
 * a health center bills as G2025 is medical by definition.
 */
export function isBehavioralLine(claim: CodedClaim, line: ServiceLine): boolean {
  if (isBehavioralService(line)) return true;
  const family = procedureFacts(line.procedureCode)?.family;
  if (family === 'facility_visit') return false;
  const diagnosis = claim.diagnoses[(line.diagnosisPointers[0] ?? 0) - 1] ?? '';
  if (mentalDiagnosis.test(diagnosis)) return true;
  return family !== undefined && visitFamilies.includes(family) && claim.lines.some(isPsychotherapyAddOn);
}

function isPsychotherapyAddOn({ procedureCode }: ServiceLine): boolean {
  return procedureFacts(procedureCode)?.family === 'psychotherapy_add_on';
}

/** Whether a patient with a substance use disorder is treated for it or for a mental disorder beside it (SSA 1834(m)(7)(A)). */
export function isForSubstanceUse(claim: CodedClaim, line: ServiceLine): boolean {
  return line.diagnosisPointers.some((pointer) => substanceUseDiagnosis.test(claim.diagnoses[pointer - 1] ?? ''));
}

export function hasTelehealth({ claim }: ScrubInput): boolean {
  return claim.lines.some(isTelehealthLine);
}

/** Whether the claim has telehealth other than behavioral health, for which Medicare's waivers matter. */
export function hasMedicalTelehealth({ claim }: ScrubInput): boolean {
  return claim.lines.some((line) => isTelehealthLine(line) && !isBehavioralLine(claim, line));
}

/** Whether the claim's place of service is 02 or 10. */
export function isTelehealthPlace({ claim }: ScrubInput): boolean {
  return claim.placeOfService === '02' || claim.placeOfService === '10';
}
