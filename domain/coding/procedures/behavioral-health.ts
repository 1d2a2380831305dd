import type { ProcedureFacts } from '../procedure-facts.js';
import { behavioralClinicians, healthBehaviorClinicians, medicalClinicians } from './reporting-clinicians.js';
import { officeVisits, telemedicineVisits } from './visit-codes.js';

const behavioral = { delivery: 'telehealth', clinicians: behavioralClinicians } as const;
const therapy = { ...behavioral, family: 'psychotherapy', maxUnitsPerDay: 1 } as const;
const therapyAddOn = {
  delivery: 'telehealth',
  clinicians: medicalClinicians,
  family: 'psychotherapy_add_on',
  maxUnitsPerDay: 1,
  needsOneOf: [...officeVisits, ...telemedicineVisits].map((visit) => visit.code),
} as const;
const familyOrGroup = { ...behavioral, family: 'family_or_group' } as const;
const healthBehavior = {
  delivery: 'telehealth',
  clinicians: healthBehaviorClinicians,
  family: 'health_behavior',
} as const;
/** First thirty minutes are reached with sixteen, each further fifteen with eight (CPT time rule). */
const firstHalfHour = { ...healthBehavior, minMinutes: 16, unitMinutes: 30, maxUnitsPerDay: 1 } as const;
const furtherQuarter = { ...healthBehavior, unitMinutes: 15 } as const;

/** Behavioral health: evaluation, psychotherapy by time, add-ons, crisis, family and group, health behavior. */
export const behavioralHealth: readonly ProcedureFacts[] = [
  { ...behavioral, code: '90791', family: 'psychiatric_evaluation', maxUnitsPerDay: 1 },
  {
    ...behavioral,
    code: '90792',
    family: 'psychiatric_evaluation',
    maxUnitsPerDay: 1,
    clinicians: medicalClinicians,
  },
  { ...therapy, code: '90832', minMinutes: 16, maxMinutes: 37 },
  { ...therapy, code: '90834', minMinutes: 38, maxMinutes: 52 },
  { ...therapy, code: '90837', minMinutes: 53 },
  { ...therapyAddOn, code: '90833', minMinutes: 16, maxMinutes: 37 },
  { ...therapyAddOn, code: '90836', minMinutes: 38, maxMinutes: 52 },
  { ...therapyAddOn, code: '90838', minMinutes: 53 },
  {
    ...behavioral,
    code: '90785',
    family: 'complexity_add_on',
    maxUnitsPerDay: 1,
    needsOneOf: ['90791', '90792', '90832', '90833', '90834', '90836', '90837', '90838', '90853'],
  },
  { ...behavioral, code: '90839', family: 'crisis', minMinutes: 30, unitMinutes: 60, maxUnitsPerDay: 1 },
  { ...behavioral, code: '90840', family: 'crisis', unitMinutes: 30, needsOneOf: ['90839'] },
  { ...familyOrGroup, code: '90845' },
  { ...familyOrGroup, code: '90846', minMinutes: 26 },
  { ...familyOrGroup, code: '90847', minMinutes: 26 },
  // Added to the Medicare telehealth list by the CY2026 final rule.
  { ...familyOrGroup, code: '90849', medicareTelehealthFrom: '2026-01-01' },
  { ...familyOrGroup, code: '90853' },
  { ...healthBehavior, code: '96156', maxUnitsPerDay: 1 },
  { ...firstHalfHour, code: '96158' },
  { ...furtherQuarter, code: '96159', needsOneOf: ['96158'] },
  { ...firstHalfHour, code: '96164' },
  { ...furtherQuarter, code: '96165', needsOneOf: ['96164'] },
  { ...firstHalfHour, code: '96167' },
  { ...furtherQuarter, code: '96168', needsOneOf: ['96167'] },
  { ...firstHalfHour, code: '96170' },
  { ...furtherQuarter, code: '96171', needsOneOf: ['96170'] },
  {
    ...behavioral,
    code: 'G0560',
    family: 'safety_planning',
    unitMinutes: 20,
    from: '2025-01-01',
  },
];
