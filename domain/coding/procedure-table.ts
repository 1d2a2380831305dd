import type { ClinicianType, MedicalDecisionMaking } from '../visit/visit.js';
import type { ProcedureFacts } from './procedure-facts.js';

const medical: readonly ClinicianType[] = ['physician', 'nurse_practitioner', 'physician_assistant'];
const behavioral: readonly ClinicianType[] = [
  ...medical,
  'clinical_psychologist',
  'clinical_social_worker',
  'counselor',
];
const levels: readonly MedicalDecisionMaking[] = ['straightforward', 'low', 'moderate', 'high'];

/** Office visits: minimum total minutes on the date of the visit (CPT E/M guidelines, since 2024 one number to meet). */
const officeVisits: readonly ProcedureFacts[] = [
  ...[15, 30, 45, 60].map((minMinutes, index) => officeVisit(`9920${index + 2}`, 'new', index, minMinutes)),
  { code: '99211', family: 'office_visit', delivery: 'telehealth', patient: 'established', maxUnitsPerDay: 1 },
  ...[10, 20, 30, 40].map((minMinutes, index) => officeVisit(`9921${index + 2}`, 'established', index, minMinutes)),
  { code: '99201', family: 'office_visit', delivery: 'telehealth', to: '2020-12-31', replacedBy: '99202' },
];

function officeVisit(
  code: string,
  patient: 'new' | 'established',
  levelIndex: number,
  minMinutes: number,
): ProcedureFacts {
  const level = levels[levelIndex] ?? 'straightforward';
  return {
    code,
    family: 'office_visit',
    delivery: 'telehealth',
    patient,
    level,
    minMinutes,
    maxUnitsPerDay: 1,
    clinicians: medical,
  };
}

/** The telemedicine visit family of CPT 2025; audio-only needs more than ten minutes of medical discussion. */
const telemedicineVisits: readonly ProcedureFacts[] = [
  ...[15, 30, 45, 60].map((minutes, index) => telemedicineVisit(98000 + index, 'new', 'audio_video', minutes, index)),
  ...[10, 20, 30, 40].map((minutes, index) =>
    telemedicineVisit(98004 + index, 'established', 'audio_video', minutes, index),
  ),
  ...[15, 30, 45, 60].map((minutes, index) => telemedicineVisit(98008 + index, 'new', 'audio_only', minutes, index)),
  ...[11, 20, 30, 40].map((minutes, index) =>
    telemedicineVisit(98012 + index, 'established', 'audio_only', minutes, index),
  ),
];

function telemedicineVisit(
  code: number,
  patient: 'new' | 'established',
  modality: 'audio_video' | 'audio_only',
  minMinutes: number,
  levelIndex: number,
): ProcedureFacts {
  return {
    code: String(code),
    family: 'telemedicine_visit',
    delivery: 'telehealth',
    patient,
    modality,
    level: levels[levelIndex] ?? 'straightforward',
    minMinutes,
    maxUnitsPerDay: 1,
    from: '2025-01-01',
    clinicians: medical,
  };
}

/** Services by communication technology: not telehealth, billed as office services. */
const communicationTechnology: readonly ProcedureFacts[] = [
  {
    code: '98016',
    family: 'brief_check_in',
    delivery: 'communication_technology',
    patient: 'established',
    minMinutes: 5,
    maxMinutes: 10,
    maxUnitsPerDay: 1,
    from: '2025-01-01',
    clinicians: medical,
  },
  {
    code: 'G2012',
    family: 'brief_check_in',
    delivery: 'communication_technology',
    to: '2024-12-31',
    replacedBy: '98016',
  },
  { code: 'G2010', family: 'digital_visit', delivery: 'communication_technology' },
  {
    code: '99421',
    family: 'digital_visit',
    delivery: 'communication_technology',
    minMinutes: 5,
    maxMinutes: 10,
    clinicians: medical,
  },
  {
    code: '99422',
    family: 'digital_visit',
    delivery: 'communication_technology',
    minMinutes: 11,
    maxMinutes: 20,
    clinicians: medical,
  },
  { code: '99423', family: 'digital_visit', delivery: 'communication_technology', minMinutes: 21, clinicians: medical },
  { code: '98970', family: 'digital_visit', delivery: 'communication_technology', minMinutes: 5, maxMinutes: 10 },
  { code: '98971', family: 'digital_visit', delivery: 'communication_technology', minMinutes: 11, maxMinutes: 20 },
  { code: '98972', family: 'digital_visit', delivery: 'communication_technology', minMinutes: 21 },
  ...['99446', '99447', '99448', '99449', '99451', '99452'].map((code): ProcedureFacts => {
    return { code, family: 'interprofessional', delivery: 'communication_technology' };
  }),
  ...['99441', '99442', '99443'].map((code): ProcedureFacts => {
    const replacedBy = '98008–98015, or 99202–99215 with the payer’s audio-only modifier';
    return { code, family: 'telephone_visit', delivery: 'telehealth', to: '2024-12-31', replacedBy };
  }),
];

/** Behavioral health: evaluation, psychotherapy by time, add-ons, crisis, family and group. */
const behavioralHealth: readonly ProcedureFacts[] = [
  {
    code: '90791',
    family: 'psychiatric_evaluation',
    delivery: 'telehealth',
    maxUnitsPerDay: 1,
    clinicians: behavioral,
  },
  { code: '90792', family: 'psychiatric_evaluation', delivery: 'telehealth', maxUnitsPerDay: 1, clinicians: medical },
  psychotherapy('90832', 16, 37),
  psychotherapy('90834', 38, 52),
  psychotherapy('90837', 53, undefined),
  psychotherapyAddOn('90833', 16, 37),
  psychotherapyAddOn('90836', 38, 52),
  psychotherapyAddOn('90838', 53, undefined),
  {
    code: '90785',
    family: 'complexity_add_on',
    delivery: 'telehealth',
    maxUnitsPerDay: 1,
    needsOneOf: ['90791', '90792', '90832', '90833', '90834', '90836', '90837', '90838', '90853'],
    clinicians: behavioral,
  },
  {
    code: '90839',
    family: 'crisis',
    delivery: 'telehealth',
    minMinutes: 30,
    maxUnitsPerDay: 1,
    clinicians: behavioral,
  },
  { code: '90840', family: 'crisis', delivery: 'telehealth', needsOneOf: ['90839'], clinicians: behavioral },
  ...['90845', '90846', '90847', '90849', '90853'].map((code): ProcedureFacts => {
    return { code, family: 'family_or_group', delivery: 'telehealth', clinicians: behavioral };
  }),
  { code: '96156', family: 'health_behavior', delivery: 'telehealth' },
  ...['96158', '96164', '96167', '96170'].map((code): ProcedureFacts => {
    return { code, family: 'health_behavior', delivery: 'telehealth', minMinutes: 16 };
  }),
  { code: '96159', family: 'health_behavior', delivery: 'telehealth', needsOneOf: ['96158'] },
  { code: '96165', family: 'health_behavior', delivery: 'telehealth', needsOneOf: ['96164'] },
  { code: '96168', family: 'health_behavior', delivery: 'telehealth', needsOneOf: ['96167'] },
  { code: '96171', family: 'health_behavior', delivery: 'telehealth', needsOneOf: ['96170'] },
];

function psychotherapy(code: string, minMinutes: number, maxMinutes: number | undefined): ProcedureFacts {
  const band = maxMinutes === undefined ? { minMinutes } : { minMinutes, maxMinutes };
  return { code, family: 'psychotherapy', delivery: 'telehealth', ...band, maxUnitsPerDay: 1, clinicians: behavioral };
}

function psychotherapyAddOn(code: string, minMinutes: number, maxMinutes: number | undefined): ProcedureFacts {
  const base = [...officeVisits, ...telemedicineVisits].map((visit) => visit.code);
  return {
    ...psychotherapy(code, minMinutes, maxMinutes),
    family: 'psychotherapy_add_on',
    needsOneOf: base,
    clinicians: medical,
  };
}

/** Nutrition therapy in units of 15 minutes: first assessment and reassessment. */
const nutrition: readonly ProcedureFacts[] = [
  {
    code: '97802',
    family: 'nutrition',
    delivery: 'telehealth',
    patient: 'new',
    minMinutes: 8,
    clinicians: ['dietitian'],
  },
  {
    code: '97803',
    family: 'nutrition',
    delivery: 'telehealth',
    patient: 'established',
    minMinutes: 8,
    clinicians: ['dietitian'],
  },
  { code: '97804', family: 'nutrition', delivery: 'telehealth', clinicians: ['dietitian'] },
];

/** Add-ons to an office visit. */
const visitAddOns: readonly ProcedureFacts[] = [
  {
    code: '99417',
    family: 'prolonged',
    delivery: 'telehealth',
    maxUnitsPerDay: 6,
    needsOneOf: ['99205', '99215', '98003', '98007', '98011', '98015'],
    clinicians: medical,
  },
  {
    code: 'G2212',
    family: 'prolonged',
    delivery: 'telehealth',
    maxUnitsPerDay: 6,
    needsOneOf: ['99205', '99215'],
    clinicians: medical,
  },
  {
    code: 'G2211',
    family: 'complexity_add_on',
    delivery: 'telehealth',
    maxUnitsPerDay: 1,
    needsOneOf: ['99202', '99203', '99204', '99205', '99211', '99212', '99213', '99214', '99215'],
    clinicians: medical,
  },
];

/** Remote monitoring: set-up, device supply and management, with the short periods of 2026. */
const monitoring: readonly ProcedureFacts[] = [
  ...['99453', '99454', '99457', '99091'].map(remoteMonitoring),
  { ...remoteMonitoring('99458'), needsOneOf: ['99457'], maxUnitsPerDay: 3 },
  { ...remoteMonitoring('99445'), from: '2026-01-01' },
  { ...remoteMonitoring('99470'), from: '2026-01-01' },
  ...['98975', '98976', '98977', '98978', '98980'].map(therapeuticMonitoring),
  { ...therapeuticMonitoring('98981'), needsOneOf: ['98980'] },
  ...['98979', '98984', '98985', '98986'].map((code): ProcedureFacts => {
    return { ...therapeuticMonitoring(code), from: '2026-01-01' };
  }),
];

function remoteMonitoring(code: string): ProcedureFacts {
  return { code, family: 'remote_monitoring', delivery: 'monitoring' };
}

function therapeuticMonitoring(code: string): ProcedureFacts {
  return { code, family: 'therapeutic_monitoring', delivery: 'monitoring' };
}

const facilityFee: ProcedureFacts = {
  code: 'Q3014',
  family: 'originating_site',
  delivery: 'facility_fee',
  maxUnitsPerDay: 1,
};

/** Every procedure code the coding and scrubbing rules know. */
export const procedureTable: readonly ProcedureFacts[] = [
  ...officeVisits,
  ...telemedicineVisits,
  ...communicationTechnology,
  ...behavioralHealth,
  ...nutrition,
  ...visitAddOns,
  ...monitoring,
  facilityFee,
];
