import type { ProcedureFacts } from '../procedure-facts.js';
import { medicalClinicians, rehabilitationClinicians } from './reporting-clinicians.js';

const nutrition = { family: 'nutrition', delivery: 'telehealth', clinicians: ['dietitian'] } as const;
const quarter = { minMinutes: 8, unitMinutes: 15 } as const;
const halfHour = { minMinutes: 16, unitMinutes: 30 } as const;

/** Nutrition therapy: first assessment, reassessment, group; G0270 and G0271 after a second referral in the year (42 CFR 410.132). */
export const nutritionTherapy: readonly ProcedureFacts[] = [
  { ...nutrition, ...quarter, code: '97802', patient: 'new' },
  { ...nutrition, ...quarter, code: '97803', patient: 'established' },
  { ...nutrition, ...halfHour, code: '97804' },
  { ...nutrition, ...quarter, code: 'G0270', patient: 'established' },
  { ...nutrition, ...halfHour, code: 'G0271', patient: 'established' },
  {
    code: 'G0473',
    family: 'preventive',
    delivery: 'telehealth',
    clinicians: medicalClinicians,
    medicareTelehealthFrom: '2026-01-01',
  },
];

const rehabilitation = { family: 'rehabilitation', delivery: 'telehealth' } as const;
const anyDiscipline = [...rehabilitationClinicians, ...medicalClinicians] as const;
const physical = { ...rehabilitation, clinicians: ['physical_therapist', 'therapist', ...medicalClinicians] } as const;
const occupational = {
  ...rehabilitation,
  clinicians: ['occupational_therapist', 'therapist', ...medicalClinicians],
} as const;
const speech = {
  ...rehabilitation,
  clinicians: ['speech_language_pathologist', 'therapist', ...medicalClinicians],
} as const;
const once = { maxUnitsPerDay: 1 } as const;

/** Therapy under a plan of care: evaluations, timed procedures in units of fifteen minutes, untimed speech therapy. */
export const rehabilitationTherapy: readonly ProcedureFacts[] = [
  ...['97161', '97162', '97163', '97164'].map((code): ProcedureFacts => ({ ...physical, ...once, code })),
  ...['97165', '97166', '97167', '97168'].map((code): ProcedureFacts => ({ ...occupational, ...once, code })),
  ...['97110', '97112', '97530', '97535', '97750', '97755', '97760', '97761'].map((code): ProcedureFacts => {
    return { ...rehabilitation, ...quarter, clinicians: anyDiscipline, code };
  }),
  { ...physical, ...quarter, code: '97116' },
  ...['92507', '92508', '92521', '92522', '92523', '92524', '92526'].map((code): ProcedureFacts => {
    return { ...speech, ...once, code };
  }),
  // Added to the Medicare telehealth list by the CY2026 final rule.
  ...['92622', '92623'].map((code): ProcedureFacts => {
    const clinicians = ['audiologist', ...medicalClinicians] as const;
    const onList = { delivery: 'telehealth', clinicians, medicareTelehealthFrom: '2026-01-01' } as const;
    return { ...onList, code, family: 'audiology', ...(code === '92623' ? { needsOneOf: ['92622'] } : {}) };
  }),
];
