import type { ProcedureFacts } from '../procedure-facts.js';
import { medicalClinicians, nonMedicalClinicians } from './reporting-clinicians.js';

const technology = { delivery: 'communication_technology' } as const;
const medical = { ...technology, clinicians: medicalClinicians } as const;
const nonMedical = { ...technology, clinicians: nonMedicalClinicians } as const;
const digital = { family: 'digital_visit', patient: 'established', maxUnitsPerDay: 1 } as const;
const telephone = { family: 'telephone_assessment', patient: 'established', maxUnitsPerDay: 1 } as const;
const checkIn = { family: 'brief_check_in', patient: 'established', maxUnitsPerDay: 1 } as const;
const interprofessional = { ...medical, family: 'interprofessional', maxUnitsPerDay: 1 } as const;

/** Services by communication technology (CY2019 PFS final rule): not telehealth, billed as office services. */
export const communicationTechnology: readonly ProcedureFacts[] = [
  { ...medical, ...checkIn, code: '98016', minMinutes: 5, maxMinutes: 10, from: '2025-01-01' },
  { ...technology, code: 'G2012', family: 'brief_check_in', to: '2024-12-31', replacedBy: '98016' },
  { ...medical, code: 'G0071', family: 'brief_check_in', to: '2025-12-31', replacedBy: '98016 or G2010' },
  // Longer and non-physician variants of the check-in are Medicare's (verify minutes in its list of the year).
  { ...nonMedical, ...checkIn, code: 'G2251', minMinutes: 5, maxMinutes: 10, from: '2021-01-01' },
  { ...medical, ...checkIn, code: 'G2252', minMinutes: 11, maxMinutes: 20, from: '2021-01-01' },
  { ...medical, code: 'G2010', family: 'image_review', patient: 'established', from: '2019-01-01' },
  { ...nonMedical, code: 'G2250', family: 'image_review', patient: 'established', from: '2021-01-01' },
  { ...medical, ...digital, code: '99421', minMinutes: 5, maxMinutes: 10, from: '2020-01-01' },
  { ...medical, ...digital, code: '99422', minMinutes: 11, maxMinutes: 20, from: '2020-01-01' },
  { ...medical, ...digital, code: '99423', minMinutes: 21, from: '2020-01-01' },
  { ...nonMedical, ...digital, code: '98970', minMinutes: 5, maxMinutes: 10, from: '2020-01-01' },
  { ...nonMedical, ...digital, code: '98971', minMinutes: 11, maxMinutes: 20, from: '2020-01-01' },
  { ...nonMedical, ...digital, code: '98972', minMinutes: 21, from: '2020-01-01' },
  { ...nonMedical, ...telephone, code: '98966', minMinutes: 5, maxMinutes: 10 },
  { ...nonMedical, ...telephone, code: '98967', minMinutes: 11, maxMinutes: 20 },
  { ...nonMedical, ...telephone, code: '98968', minMinutes: 21, maxMinutes: 30 },
  { ...interprofessional, code: '99446', minMinutes: 5, maxMinutes: 10 },
  { ...interprofessional, code: '99447', minMinutes: 11, maxMinutes: 20 },
  { ...interprofessional, code: '99448', minMinutes: 21, maxMinutes: 30 },
  { ...interprofessional, code: '99449', minMinutes: 31 },
  { ...interprofessional, code: '99451', minMinutes: 5, from: '2019-01-01' },
  { ...interprofessional, code: '99452', minMinutes: 16, from: '2019-01-01' },
  ...['99441', '99442', '99443'].map((code): ProcedureFacts => {
    const replacedBy = '98008–98015, or 99202–99215 with the payer’s audio-only modifier';
    return { code, family: 'telephone_visit', delivery: 'telehealth', to: '2024-12-31', replacedBy };
  }),
];
