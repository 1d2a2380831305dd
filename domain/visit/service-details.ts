import { z } from 'zod';
import { npiSchema, plainDateSchema } from '../kernel/schemas.js';

const minutes = z.int().nonnegative().max(1440);
const taxonomyCode = z.string().regex(/^[0-9]{3}[A-Z0-9]{6}X$/, 'a taxonomy code has ten characters and ends with X');

/** Minutes by the way the parties met, when video failed or was switched off midway; the longer one decides. */
export const modalityMinutesSchema = z
  .strictObject({ audioVideo: minutes, audioOnly: minutes })
  .describe('minutes by audio-video and by audio only; the longer one decides how the visit is billed');

/** Earlier services to the patient, from which new or established is derived when `newPatient` is not stated. */
export const patientHistorySchema = z.strictObject({
  complete: z
    .boolean()
    .describe('whether every service of the group in the three years before is listed; only then is a patient new'),
  specialtyTaxonomyCode: taxonomyCode
    .optional()
    .describe('specialty of this visit; the clinician’s taxonomy code when left out'),
  services: z
    .array(
      z.strictObject({
        dateOfService: plainDateSchema,
        groupNpi: npiSchema,
        specialtyTaxonomyCode: taxonomyCode,
        clinicianNpi: npiSchema.optional(),
        faceToFace: z.boolean().default(true).describe('in person or live telehealth; no message, no interpretation'),
        procedureCode: z
          .string()
          .regex(/^[A-Z0-9]{5}$/, 'a procedure code has five characters')
          .optional(),
      }),
    )
    .max(500),
});
export type PatientHistory = z.infer<typeof patientHistorySchema>;

/** Who took part besides the clinician; the patient alone when left out. */
export const participantsSchema = z.enum([
  'patient',
  'family_with_patient',
  'family_without_patient',
  'group',
  'multiple_family_group',
]);
export type Participants = z.infer<typeof participantsSchema>;

/** One month of remote monitoring, as the codes of supply and management count it. */
export const monitoringSchema = z.strictObject({
  system: z
    .enum(['respiratory', 'musculoskeletal', 'cognitive_behavioral'])
    .optional()
    .describe('what therapeutic monitoring watches; the device code depends on it'),
  setUp: z.boolean().default(false).describe('the device was set up and the patient taught, once an episode'),
  dataDays: z.int().nonnegative().max(30).optional().describe('days with data in the period of 30 days'),
  managementMinutes: minutes.optional().describe('minutes of management in the calendar month'),
  liveInteraction: z.boolean().optional().describe('at least one real-time talk with patient or caregiver'),
});
export type Monitoring = z.infer<typeof monitoringSchema>;

/** What a physical, occupational or speech therapist did. */
export const rehabilitationSchema = z.strictObject({
  evaluation: z.enum(['low', 'moderate', 'high', 're_evaluation']).optional(),
  timedServices: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-Z0-9]{5}$/, 'a procedure code has five characters'),
        minutes: minutes.min(1),
      }),
    )
    .max(12)
    .default([])
    .describe('each timed procedure with its one-on-one minutes'),
  untimedServices: z
    .array(z.string().regex(/^[A-Z0-9]{5}$/, 'a procedure code has five characters'))
    .max(12)
    .default([]),
});
export type Rehabilitation = z.infer<typeof rehabilitationSchema>;

/** A question between clinicians: who reports, and whether the consultant also called. */
export const interprofessionalSchema = z.strictObject({
  role: z.enum(['consultant', 'treating_clinician']),
  report: z.enum(['verbal_and_written', 'written_only']).optional(),
});

/** A monthly programme of care between visits. */
export const careProgramSchema = z.enum([
  'chronic_care_by_staff',
  'chronic_care_by_clinician',
  'complex_chronic_care',
  'principal_care_by_staff',
  'principal_care_by_clinician',
  'behavioral_health_integration',
  'collaborative_care_first_month',
  'collaborative_care_later_month',
  'advanced_primary_care_one_condition_or_less',
  'advanced_primary_care_two_conditions',
  'advanced_primary_care_two_conditions_qmb',
]);
export type CareProgram = z.infer<typeof careProgramSchema>;
