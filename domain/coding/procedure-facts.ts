import type { ClinicianType, MedicalDecisionMaking } from '../visit/visit.js';
import { procedureTable } from './procedure-table.js';

/** What group of services a code belongs to. */
export type ProcedureFamily =
  | 'office_visit'
  | 'telemedicine_visit'
  | 'brief_check_in'
  | 'digital_visit'
  | 'telephone_visit'
  | 'interprofessional'
  | 'psychiatric_evaluation'
  | 'psychotherapy'
  | 'psychotherapy_add_on'
  | 'crisis'
  | 'family_or_group'
  | 'health_behavior'
  | 'nutrition'
  | 'prolonged'
  | 'complexity_add_on'
  | 'remote_monitoring'
  | 'therapeutic_monitoring'
  | 'originating_site';

/**
 * How a service is delivered, which decides its place of service and modifiers: `telehealth` takes 02/10 and the
 * payer's modifier; communication technology and monitoring are billed as office services.
 */
export type ProcedureDelivery = 'telehealth' | 'communication_technology' | 'monitoring' | 'facility_fee';

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
  readonly maxUnitsPerDay?: number;
  readonly from?: string;
  readonly to?: string;
  readonly replacedBy?: string;
  /** An add-on: at least one of these codes must stand on the same claim. */
  readonly needsOneOf?: readonly string[];
  /** Who may report the code; anyone when absent. */
  readonly clinicians?: readonly ClinicianType[];
}

const factsByCode = new Map(procedureTable.map((facts) => [facts.code, facts]));

/** What is known of a procedure code, or undefined for one outside of our table. */
export function procedureFacts(code: string): ProcedureFacts | undefined {
  return factsByCode.get(code);
}

/** Whether the code is an evaluation and management visit, in person or by its telemedicine family. */
export function isVisitCode(code: string): boolean {
  const family = procedureFacts(code)?.family;
  return family === 'office_visit' || family === 'telemedicine_visit';
}
