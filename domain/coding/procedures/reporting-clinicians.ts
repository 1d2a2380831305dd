import type { ClinicianType } from '../../visit/visit.js';

/** Who may report evaluation and management: physicians and other qualified health care professionals (CPT; 42 CFR 410.20, 410.69–410.77). */
export const medicalClinicians: readonly ClinicianType[] = [
  'physician',
  'nurse_practitioner',
  'physician_assistant',
  'clinical_nurse_specialist',
  'certified_nurse_midwife',
  'nurse_anesthetist',
];

/** Who may report psychotherapy (42 CFR 410.71, 410.73, 410.53, 410.54 beside the medical professions). */
export const behavioralClinicians: readonly ClinicianType[] = [
  ...medicalClinicians,
  'clinical_psychologist',
  'clinical_social_worker',
  'counselor',
];

/** Who may report health behavior services; medical professions report evaluation and management instead. */
export const healthBehaviorClinicians: readonly ClinicianType[] = [
  'clinical_psychologist',
  'clinical_social_worker',
  'counselor',
];

/** Therapists under a plan of care (42 CFR 410.59, 410.60, 410.62). */
export const rehabilitationClinicians: readonly ClinicianType[] = [
  'therapist',
  'physical_therapist',
  'occupational_therapist',
  'speech_language_pathologist',
];

/** Qualified professionals who report no evaluation and management. */
export const nonMedicalClinicians: readonly ClinicianType[] = [
  ...healthBehaviorClinicians,
  ...rehabilitationClinicians,
  'dietitian',
  'audiologist',
  'pharmacist',
];
