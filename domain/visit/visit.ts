import { z } from 'zod';
import {
  addressSchema,
  chargeCentsSchema,
  npiSchema,
  plainDateSchema,
  usStateSchema,
  zipSchema,
} from '../kernel/schemas.js';

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

export const clinicianTypeSchema = z.enum([
  'physician',
  'nurse_practitioner',
  'physician_assistant',
  'clinical_psychologist',
  'clinical_social_worker',
  'counselor',
  'dietitian',
  'therapist',
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
  newPatient: z.boolean().optional(),
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
  telehealthConsent: z.boolean().optional(),
  documentation: z.strictObject({ present: z.boolean(), sha256: z.string().optional() }).optional(),
  patientPaidCents: chargeCentsSchema.optional(),
});
export type Visit = z.infer<typeof visitSchema>;
/** What a caller sends: the visit before defaults and normalisation. */
export type VisitInput = z.input<typeof visitSchema>;
