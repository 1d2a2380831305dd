import type { ProcedureFacts } from '../procedure-facts.js';
import { behavioralClinicians, medicalClinicians } from './reporting-clinicians.js';

const care = { family: 'care_management', delivery: 'care_management', clinicians: medicalClinicians } as const;
const since2025 = { from: '2025-01-01' } as const;
const since2026 = { from: '2026-01-01' } as const;

/** Care between visits, by calendar month. Not telehealth: billed where the practice is, without telehealth modifiers. */
export const careManagement: readonly ProcedureFacts[] = [
  { ...care, code: '99490', minMinutes: 20, unitMinutes: 20, maxUnitsPerDay: 1 },
  { ...care, code: '99439', unitMinutes: 20, maxUnitsPerDay: 2, needsOneOf: ['99490'] },
  { ...care, code: '99491', minMinutes: 30, unitMinutes: 30, maxUnitsPerDay: 1 },
  { ...care, code: '99437', unitMinutes: 30, needsOneOf: ['99491'] },
  { ...care, code: '99487', minMinutes: 60, unitMinutes: 60, maxUnitsPerDay: 1 },
  { ...care, code: '99489', unitMinutes: 30, needsOneOf: ['99487'] },
  { ...care, code: '99424', minMinutes: 30, unitMinutes: 30, maxUnitsPerDay: 1 },
  { ...care, code: '99425', unitMinutes: 30, needsOneOf: ['99424'] },
  { ...care, code: '99426', minMinutes: 30, unitMinutes: 30, maxUnitsPerDay: 1 },
  { ...care, code: '99427', unitMinutes: 30, needsOneOf: ['99426'] },
  { ...care, code: '99484', minMinutes: 20, maxUnitsPerDay: 1 },
  { ...care, code: '99492', minMinutes: 36, unitMinutes: 70, maxUnitsPerDay: 1 },
  { ...care, code: '99493', minMinutes: 31, unitMinutes: 60, maxUnitsPerDay: 1 },
  { ...care, code: '99494', unitMinutes: 30, needsOneOf: ['99492', '99493'] },
  ...['G0556', 'G0557', 'G0558'].map((code): ProcedureFacts => ({ ...care, ...since2025, code, maxUnitsPerDay: 1 })),
  ...['G0568', 'G0569', 'G0570'].map((code): ProcedureFacts => {
    return { ...care, ...since2026, code, maxUnitsPerDay: 1, needsOneOf: ['G0556', 'G0557', 'G0558'] };
  }),
  ...['G0552', 'G0553', 'G0554'].map((code): ProcedureFacts => {
    return { ...care, ...since2025, code, family: 'digital_therapeutics', clinicians: behavioralClinicians };
  }),
  { ...care, code: 'G0512', to: '2025-12-31', replacedBy: '99492–99494' },
  { ...care, code: 'G0511', to: '2025-09-30', replacedBy: 'the codes of the single services, such as 99490 or 99484' },
];
