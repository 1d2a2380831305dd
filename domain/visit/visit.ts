import { z } from 'zod';
import {
  addressSchema,
  chargeCentsSchema,
  npiSchema,
  plainDateSchema,
  usStateSchema,
  zipSchema,
} from '../kernel/schemas.js';
import {
  careProgramSchema,
  interprofessionalSchema,
  modalityMinutesSchema,
  monitoringSchema,
  participantsSchema,
  patientHistorySchema,
  rehabilitationSchema,
} from './service-details.js';

const personName = z.string().trim().min(1).max(60);

export const sexSchema = z.enum(['F', 'M', 'U']);

/** Who the patient is, as the claim must name them (837P 2010BA or 2010CA). */
export const patientSchema = z.strictObject({
  firstName: personName,
  lastName: personName,
  middleName: personName.optional(),
  birthDate: plainDateSchema,
  sex: sexSchema,
  address: addressSchema.optional(),
  medicalRecordNumber: z.string().max(50).optional(),
});
export type Patient = z.infer<typeof patientSchema>;

/** Relationship of the patient to the subscriber (837P SBR02, PAT01). */
export const relationshipSchema = z.enum(['self', 'spouse', 'child', 'other']);

/** One insurance of the patient; the payer is named by our payer code, an electronic payer id, or its name. */
export const visitCoverageSchema = z.strictObject({
  rank: z.enum(['primary', 'secondary', 'tertiary']),
  payerCode: z.string().max(40).optional(),
  payerName: z.string().max(80),
  memberId: z.string().trim().min(2).max(80),
  groupNumber: z.string().trim().min(1).max(50).optional(),
  relationship: relationshipSchema,
  subscriber: patientSchema.omit({ medicalRecordNumber: true }).optional(),
  from: plainDateSchema.optional(),
  to: plainDateSchema.optional(),
});
export type VisitCoverage = z.infer<typeof visitCoverageSchema>;

/** Professions that may stand as rendering provider; `therapist` is one whose discipline the source does not say. */
export const clinicianTypeSchema = z.enum([
  'physician',
  'nurse_practitioner',
  'physician_assistant',
  'clinical_nurse_specialist',
  'certified_nurse_midwife',
  'nurse_anesthetist',
  'clinical_psychologist',
  'clinical_social_worker',
  'counselor',
  'dietitian',
  'therapist',
  'physical_therapist',
  'occupational_therapist',
  'speech_language_pathologist',
  'audiologist',
  'pharmacist',
]);
export type ClinicianType = z.infer<typeof clinicianTypeSchema>;

/** The rendering provider (837P 2310B). */
export const clinicianSchema = z.strictObject({
  npi: npiSchema,
  firstName: personName,
  lastName: personName,
  type: clinicianTypeSchema,
  taxonomyCode: z.string().regex(/^[0-9]{3}[A-Z0-9]{6}X$/, 'a taxonomy code has ten characters and ends with X'),
});
export type Clinician = z.infer<typeof clinicianSchema>;

/** How patient and clinician met (42 CFR 410.78(a)(3) for audio-only). */
export const modalitySchema = z.enum(['audio_video', 'audio_only', 'asynchronous']);
export type Modality = z.infer<typeof modalitySchema>;

/** What the visit was for, as far as coding must know; `unknown` asks a coder. */
export const serviceKindSchema = z.enum([
  'evaluation_and_management',
  'psychotherapy',
  'psychiatric_evaluation',
  'brief_check_in',
  'nutrition_therapy',
  'psychoanalysis',
  'crisis_psychotherapy',
  'health_behavior_assessment',
  'health_behavior_intervention',
  'digital_evaluation',
  'telephone_assessment',
  'image_review',
  'interprofessional_consultation',
  'remote_physiologic_monitoring',
  'remote_therapeutic_monitoring',
  'rehabilitation_therapy',
  'care_management',
  'hospital_consultation',
  'critical_care_consultation',
  'safety_planning',
  'social_risk_assessment',
  'activity_and_nutrition_assessment',
  'originating_site',
  'unknown',
]);
export type ServiceKind = z.infer<typeof serviceKindSchema>;

export const medicalDecisionMakingSchema = z.enum(['straightforward', 'low', 'moderate', 'high']);
export type MedicalDecisionMaking = z.infer<typeof medicalDecisionMakingSchema>;

export const visitDiagnosisSchema = z.strictObject({
  system: z.enum(['icd-10-cm', 'snomed-ct']),
  code: z.string().trim().min(3).max(18),
});
export type VisitDiagnosis = z.infer<typeof visitDiagnosisSchema>;

/** A procedure the source already coded; coding keeps its modifiers and adds its own. */
export const visitProcedureSchema = z.strictObject({
  code: z.string().regex(/^[A-Z0-9]{5}$/, 'a procedure code has five characters'),
  modifiers: z
    .array(z.string().regex(/^[A-Z0-9]{2}$/, 'a modifier has two characters'))
    .max(4)
    .default([]),
  units: z.int().positive().max(999).default(1),
  chargeCents: chargeCentsSchema.optional(),
});

/** Where the clinician sat: it decides billing details, never place of service. */
export const clinicianLocationSchema = z.strictObject({
  state: usStateSchema,
  setting: z.enum(['home', 'office', 'facility', 'other']),
  practiceLocation: z
    .strictObject({ name: z.string().trim().min(1).max(60), npi: npiSchema.optional(), address: addressSchema })
    .optional()
    .describe('the enrolled place the service is billed from, where it is not the practice’s own address'),
});

/** A telemedicine visit as it comes in from any source, checked field by field. */
export const visitSchema = z.strictObject({
  source: z.string().trim().min(1).max(60).describe('the system the visit comes from'),
  sourceId: z.string().trim().min(1).max(120).describe('the visit’s id there; unique within the source'),
  dateOfService: plainDateSchema,
  serviceKind: serviceKindSchema,
  modality: modalitySchema,
  audioOnlyReason: z.enum(['patient_no_device', 'patient_declined_video', 'video_failed']).optional(),
  totalMinutes: z.int().positive().max(1440).optional(),
  medicalDecisionMaking: medicalDecisionMakingSchema.optional(),
  newPatient: z
    .boolean()
    .optional()
    .describe('nobody of the same group and specialty saw the patient in the three years before'),
  patientHistory: patientHistorySchema.optional(),
  modalityMinutes: modalityMinutesSchema.optional(),
  performedBy: z
    .enum(['clinician', 'clinical_staff'])
    .optional()
    .describe('clinical staff when the clinician supervised and staff did the work; the clinician when left out'),
  participants: participantsSchema.optional(),
  psychotherapyMinutes: z
    .int()
    .positive()
    .max(1440)
    .optional()
    .describe('minutes of psychotherapy beside evaluation and management; they count towards no other time'),
  interactiveComplexity: z.boolean().optional(),
  longitudinalCare: z
    .boolean()
    .optional()
    .describe('the clinician is the continuing focal point of the patient’s care, or treats a serious condition'),
  secondNutritionReferral: z
    .boolean()
    .optional()
    .describe('reassessment after a second referral in the same year, for a change of diagnosis or regimen'),
  consultationStage: z.enum(['initial', 'subsequent']).optional(),
  interprofessional: interprofessionalSchema.optional(),
  monitoring: monitoringSchema.optional(),
  rehabilitation: rehabilitationSchema.optional(),
  careProgram: careProgramSchema.optional(),
  facilityType: z.enum(['fqhc', 'rhc']).optional().describe('when a health center or rural health clinic bills'),
  patient: patientSchema,
  patientLocation: z.strictObject({
    setting: z.enum(['home', 'other']),
    state: usStateSchema,
    zip: zipSchema.optional(),
  }),
  clinicianLocation: clinicianLocationSchema.optional(),
  clinician: clinicianSchema,
  coverages: z.array(visitCoverageSchema).max(3),
  diagnoses: z.array(visitDiagnosisSchema).max(30),
  procedures: z.array(visitProcedureSchema).max(50).default([]),
  priorAuthorizationNumber: z.string().trim().min(1).max(50).optional(),
  referralNumber: z
    .string()
    .trim()
    .min(1)
    .max(50)
    .optional()
    .describe('the number of the referral, where the payer gives one'),
  telehealthConsent: z.boolean().optional(),
  documentation: z.strictObject({ present: z.boolean(), sha256: z.string().optional() }).optional(),
  patientPaidCents: chargeCentsSchema.optional(),
});
export type Visit = z.infer<typeof visitSchema>;
/** What a caller sends: the visit before defaults and normalisation. */
export type VisitInput = z.input<typeof visitSchema>;
