import type { ProcedureFacts } from '../procedure-facts.js';
import { behavioralClinicians, medicalClinicians } from './reporting-clinicians.js';

const consultation = {
  family: 'telehealth_consultation',
  delivery: 'telehealth',
  clinicians: medicalClinicians,
  maxUnitsPerDay: 1,
} as const;

/**
 * Visits in hospital and nursing facility that Medicare's list has; those of later days without a limit of frequency
 * (CY2026 PFS final rule).
 */
const facilityVisits: readonly ProcedureFacts[] = [
  ...['99221', '99222', '99223', '99231', '99232', '99233', '99234', '99235', '99236', '99238', '99239'],
  ...['99307', '99308', '99309', '99310'],
].map((code) => ({
  code,
  family: 'inpatient_visit',
  delivery: 'telehealth',
  clinicians: medicalClinicians,
  maxUnitsPerDay: 1,
}));

/** Visits and consultations in hospital, site fees, dated Medicare services. */
export const telehealthOnlyCodes: readonly ProcedureFacts[] = [
  ...facilityVisits,
  // Times by the Medicare manual's section on telehealth consultations (verify).
  { ...consultation, code: 'G0425', minMinutes: 30 },
  { ...consultation, code: 'G0426', minMinutes: 50 },
  { ...consultation, code: 'G0427', minMinutes: 70 },
  { ...consultation, code: 'G0406', minMinutes: 15 },
  { ...consultation, code: 'G0407', minMinutes: 25 },
  { ...consultation, code: 'G0408', minMinutes: 35 },
  { ...consultation, code: 'G0508', family: 'critical_care_consultation' },
  { ...consultation, code: 'G0509', family: 'critical_care_consultation' },
  // One code with two meanings: social risks until 2025, physical activity and nutrition from 2026.
  {
    code: 'G0136',
    family: 'risk_assessment',
    delivery: 'telehealth',
    clinicians: behavioralClinicians,
    maxUnitsPerDay: 1,
    from: '2024-01-01',
  },
  { code: 'G2025', family: 'facility_visit', delivery: 'telehealth', maxUnitsPerDay: 1, from: '2020-01-27' },
  { code: 'Q3014', family: 'originating_site', delivery: 'facility_fee', maxUnitsPerDay: 1 },
  { code: 'T1014', family: 'transmission', delivery: 'beside_visit', payerClasses: ['medicaid'] },
];
