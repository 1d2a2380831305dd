import type { PayerProfile } from '../payer/payer-profile.js';
import { InvariantError } from '../kernel/invariant-error.js';
import type { ClinicianType, MedicalDecisionMaking } from '../visit/visit.js';
import { procedureTable } from './procedure-table.js';

/** What group of services a code belongs to. */
export type ProcedureFamily =
  | 'office_visit'
  | 'telemedicine_visit'
  | 'brief_check_in'
  | 'digital_visit'
  | 'image_review'
  | 'telephone_assessment'
  | 'telephone_visit'
  | 'interprofessional'
  | 'psychiatric_evaluation'
  | 'psychotherapy'
  | 'psychotherapy_add_on'
  | 'crisis'
  | 'family_or_group'
  | 'health_behavior'
  | 'safety_planning'
  | 'nutrition'
  | 'preventive'
  | 'rehabilitation'
  | 'audiology'
  | 'prolonged'
  | 'complexity_add_on'
  | 'remote_monitoring'
  | 'therapeutic_monitoring'
  | 'care_management'
  | 'digital_therapeutics'
  | 'telehealth_consultation'
  | 'critical_care_consultation'
  | 'risk_assessment'
  | 'facility_visit'
  | 'inpatient_visit'
  | 'originating_site'
  | 'transmission';

/**
 * How a service is delivered, which decides its place of service and modifiers: `telehealth` takes 02/10 and the
 * payer's modifier; communication technology, monitoring and care management are billed as office services. What is
 * `beside_visit` takes the place of the service it belongs to and no modifier of its own.
 */
export type ProcedureDelivery =
  | 'telehealth'
  | 'communication_technology'
  | 'monitoring'
  | 'care_management'
  | 'facility_fee'
  | 'beside_visit';

/** What our rules know of a CPT or HCPCS code; no descriptors, they belong to the AMA. Dates are inclusive. */
export interface ProcedureFacts {
  readonly code: string;
  readonly family: ProcedureFamily;
  readonly delivery: ProcedureDelivery;
  readonly patient?: 'new' | 'established';
  readonly modality?: 'audio_video' | 'audio_only';
  readonly level?: MedicalDecisionMaking;
  /** Documented minutes that support the code by time. */
  readonly minMinutes?: number;
  readonly maxMinutes?: number;
  /** Minutes one unit stands for, of a code that time adds up to. */
  readonly unitMinutes?: number;
  readonly maxUnitsPerDay?: number;
  readonly from?: string;
  readonly to?: string;
  readonly replacedBy?: string;
  /** An add-on: at least one of these codes must stand on the same claim. */
  readonly needsOneOf?: readonly string[];
  /** First day on the Medicare telehealth list, of a code added to it later than it began. */
  readonly medicareTelehealthFrom?: string;
  /** The payers the code is for; any when absent. */
  readonly payerClasses?: readonly PayerProfile['payerClass'][];
  /** Who may report the code; anyone when absent. */
  readonly clinicians?: readonly ClinicianType[];
}

const factsByCode = new Map(procedureTable.map((facts) => [facts.code, facts]));

/** What is known of a procedure code, or undefined for one outside of our table. */
export function procedureFacts(code: string): ProcedureFacts | undefined {
  return factsByCode.get(code);
}

const codesByFamily = new Map<ProcedureFamily, ProcedureFacts[]>();
for (const facts of procedureTable) {
  const family = codesByFamily.get(facts.family);
  if (family) family.push(facts);
  else codesByFamily.set(facts.family, [facts]);
}

/** The codes of a family in the order of the table; gathered once, since each claim asks. */
export function proceduresOfFamily(family: ProcedureFamily): readonly ProcedureFacts[] {
  return codesByFamily.get(family) ?? [];
}

/** The codes named, all of which the table must know. */
export function proceduresOf(...codes: readonly string[]): readonly ProcedureFacts[] {
  return codes.map((code) => {
    const facts = factsByCode.get(code);
    if (!facts) throw new InvariantError(`the procedure table has no ${code}`);
    return facts;
  });
}

/** Whether the clinician's profession may report the code. */
export function mayReport(facts: ProcedureFacts, type: ClinicianType): boolean {
  return facts.clinicians === undefined || facts.clinicians.includes(type);
}

/** Whether the code is an evaluation and management visit, in person or by its telemedicine family. */
export function isVisitCode(code: string): boolean {
  const family = procedureFacts(code)?.family;
  return family === 'office_visit' || family === 'telemedicine_visit';
}
