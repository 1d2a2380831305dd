import type { ProcedureFacts } from '../procedure-facts.js';
import { medicalClinicians, rehabilitationClinicians } from './reporting-clinicians.js';

const physiologic = { family: 'remote_monitoring', delivery: 'monitoring', clinicians: medicalClinicians } as const;
const therapeutic = {
  family: 'therapeutic_monitoring',
  delivery: 'monitoring',
  clinicians: [...medicalClinicians, ...rehabilitationClinicians, 'clinical_psychologist', 'clinical_social_worker'],
} as const;
const since2026 = { from: '2026-01-01' } as const;

/**
 * Remote monitoring (CPT 2026; CY2026 PFS final rule): set-up, supply of 2–15 or 16–30 days with data, management of
 * ten or twenty minutes a month. The short periods begin with 2026. Not telehealth.
 */
export const remoteMonitoring: readonly ProcedureFacts[] = [
  { ...physiologic, code: '99453', maxUnitsPerDay: 1 },
  { ...physiologic, ...since2026, code: '99445', maxUnitsPerDay: 1 },
  { ...physiologic, code: '99454', maxUnitsPerDay: 1 },
  { ...physiologic, ...since2026, code: '99470', minMinutes: 10, maxMinutes: 19, maxUnitsPerDay: 1 },
  { ...physiologic, code: '99457', minMinutes: 20, unitMinutes: 20, maxUnitsPerDay: 1 },
  { ...physiologic, code: '99458', unitMinutes: 20, maxUnitsPerDay: 3, needsOneOf: ['99457'] },
  { ...physiologic, code: '99091', minMinutes: 30, maxUnitsPerDay: 1 },
  { ...therapeutic, code: '98975', maxUnitsPerDay: 1 },
  ...['98984', '98985', '98986'].map((code): ProcedureFacts => ({ ...therapeutic, ...since2026, code })),
  ...['98976', '98977', '98978'].map((code): ProcedureFacts => ({ ...therapeutic, code })),
  { ...therapeutic, ...since2026, code: '98979', minMinutes: 10, maxMinutes: 19, maxUnitsPerDay: 1 },
  { ...therapeutic, code: '98980', minMinutes: 20, unitMinutes: 20, maxUnitsPerDay: 1 },
  { ...therapeutic, code: '98981', unitMinutes: 20, needsOneOf: ['98980'] },
];
