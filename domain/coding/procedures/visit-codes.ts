import type { MedicalDecisionMaking } from '../../visit/visit.js';
import type { ProcedureFacts } from '../procedure-facts.js';
import { medicalClinicians } from './reporting-clinicians.js';

const levels: readonly MedicalDecisionMaking[] = ['straightforward', 'low', 'moderate', 'high'];
/** Minimum total minutes by level on the date of the visit (CPT E/M guidelines, since 2024 one number to meet). */
const newMinutes = [15, 30, 45, 60] as const;
const establishedMinutes = [10, 20, 30, 40] as const;
/** The lowest audio-only code of established patients must exceed ten minutes; the others meet their number. */
const establishedAudioMinutes = [11, 20, 30, 40] as const;

function leveled(
  firstCode: number,
  minutes: readonly number[],
  facts: Omit<ProcedureFacts, 'code' | 'delivery' | 'level' | 'minMinutes'>,
): readonly ProcedureFacts[] {
  return minutes.map((minMinutes, index) => ({
    code: String(firstCode + index),
    delivery: 'telehealth',
    level: levels[index] ?? 'straightforward',
    minMinutes,
    maxUnitsPerDay: 1,
    clinicians: medicalClinicians,
    ...facts,
  }));
}

/** Office visits 99202–99215. 99211 has no level: clinical staff under supervision. */
export const officeVisits: readonly ProcedureFacts[] = [
  { code: '99201', family: 'office_visit', delivery: 'telehealth', to: '2020-12-31', replacedBy: '99202' },
  ...leveled(99202, newMinutes, { family: 'office_visit', patient: 'new' }),
  { code: '99211', family: 'office_visit', delivery: 'telehealth', patient: 'established', maxUnitsPerDay: 1 },
  ...leveled(99212, establishedMinutes, { family: 'office_visit', patient: 'established' }),
];

const telemedicine = { family: 'telemedicine_visit', from: '2025-01-01' } as const;

/** The telemedicine visits of CPT 2025; audio-only ones need more than ten minutes of medical discussion. */
export const telemedicineVisits: readonly ProcedureFacts[] = [
  ...leveled(98000, newMinutes, { ...telemedicine, patient: 'new', modality: 'audio_video' }),
  ...leveled(98004, establishedMinutes, { ...telemedicine, patient: 'established', modality: 'audio_video' }),
  ...leveled(98008, newMinutes, { ...telemedicine, patient: 'new', modality: 'audio_only' }),
  ...leveled(98012, establishedAudioMinutes, { ...telemedicine, patient: 'established', modality: 'audio_only' }),
];

const addOn = { delivery: 'telehealth', clinicians: medicalClinicians } as const;

/** Add-ons to a visit: prolonged service by time, complexity of a continuing relation. */
export const visitAddOns: readonly ProcedureFacts[] = [
  {
    ...addOn,
    code: '99417',
    family: 'prolonged',
    unitMinutes: 15,
    maxUnitsPerDay: 6,
    from: '2021-01-01',
    needsOneOf: ['99205', '99215', '98003', '98007', '98011', '98015'],
  },
  {
    ...addOn,
    code: 'G2212',
    family: 'prolonged',
    unitMinutes: 15,
    maxUnitsPerDay: 6,
    from: '2021-01-01',
    needsOneOf: ['99205', '99215'],
  },
  {
    ...addOn,
    code: 'G2211',
    family: 'complexity_add_on',
    maxUnitsPerDay: 1,
    from: '2024-01-01',
    needsOneOf: ['99202', '99203', '99204', '99205', '99211', '99212', '99213', '99214', '99215'],
  },
  // Added to the Medicare telehealth list by the CY2026 final rule.
  {
    ...addOn,
    code: 'G0545',
    family: 'complexity_add_on',
    from: '2025-01-01',
    medicareTelehealthFrom: '2026-01-01',
    needsOneOf: ['99221', '99222', '99223', '99231', '99232', '99233', '99234', '99235', '99236', '99238', '99239'],
  },
];
