import type { ProcedureFacts } from './procedure-facts.js';
import { behavioralHealth } from './procedures/behavioral-health.js';
import { careManagement } from './procedures/care-management.js';
import { communicationTechnology } from './procedures/communication-technology.js';
import { remoteMonitoring } from './procedures/monitoring.js';
import { nutritionTherapy, rehabilitationTherapy } from './procedures/nutrition-and-rehabilitation.js';
import { telehealthOnlyCodes } from './procedures/telehealth-only-codes.js';
import { officeVisits, telemedicineVisits, visitAddOns } from './procedures/visit-codes.js';

/** Every procedure code the coding and scrubbing rules know, in the order of its group and level. */
export const procedureTable: readonly ProcedureFacts[] = [
  ...officeVisits,
  ...telemedicineVisits,
  ...visitAddOns,
  ...communicationTechnology,
  ...behavioralHealth,
  ...nutritionTherapy,
  ...rehabilitationTherapy,
  ...remoteMonitoring,
  ...careManagement,
  ...telehealthOnlyCodes,
];
