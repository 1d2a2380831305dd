import { z } from 'zod';
import { addressSchema, plainDateSchema, usStateSchema } from '../kernel/schemas.js';
import { clinicianTypeSchema } from '../visit/visit.js';
import { payerEditsSchema } from '../x12/837p/payer-edits.js';
import { procedureCodeListSchema } from './procedure-code-list.js';

/** What kind of plan pays: decides defaults of coding, filing and appeals. */
export const payerClassSchema = z.enum(['medicare', 'medicare_advantage', 'medicaid', 'commercial', 'self_pay']);
export type PayerClass = z.infer<typeof payerClassSchema>;

/** What a payer asks before it pays a visit by telephone. */
export const audioOnlyConditionSchema = z.enum([
  'patient_at_home',
  'video_unavailable_or_declined',
  'established_patient',
]);
export type AudioOnlyCondition = z.infer<typeof audioOnlyConditionSchema>;

/** One step of a dispute with the payer; each level but the first follows the decision of the one before. */
export const appealLevelSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  limitDays: z.int().positive().max(1_000),
  /** What the days count from; a notice of Medicare is presumed received five days after its date. */
  from: z.enum(['remittance', 'receipt_of_remittance', 'decision_before']),
  /** The payer should decide within so many days. */
  decisionDays: z.int().positive().max(1_000).optional(),
});
export type AppealLevel = z.infer<typeof appealLevelSchema>;

/** A modifier that tells who gave the service (AH, AJ, HO …); for all services, or for those named. */
export const clinicianModifierSchema = z.strictObject({
  modifier: z.string().regex(/^[A-Z0-9]{2}$/, 'a modifier has two characters'),
  clinicians: z.array(clinicianTypeSchema).min(1),
  services: procedureCodeListSchema.optional(),
});

/** Where the payer's claims are decided: number (837P 2010BB REF*FY) and address (2010BB N3, N4). */
export const claimOfficeSchema = z.strictObject({
  number: z.string().trim().min(1).max(50).optional(),
  address: addressSchema.optional(),
});

/** How a payer wants telehealth billed and when; dated data with a source, never code. */
export const payerProfileSchema = z.object({
  /** Our own short code, unique in a practice; PHI-free, may stand in search attributes. */
  code: z.string().regex(/^[a-z0-9-]{2,40}$/, 'a payer code has 2 to 40 lower-case letters, digits and dashes'),
  name: z.string().min(1).max(60),
  /** Dates of service, inclusive, this version is for; open where absent. */
  effectiveFrom: plainDateSchema.optional(),
  effectiveTo: plainDateSchema.optional(),
  /** Electronic payer id (837P 2010BB NM109). */
  electronicPayerId: z.string().regex(/^[A-Z0-9]{2,15}$/, 'an electronic payer id has 2 to 15 capitals and digits'),
  /** Names under which sources know this payer, compared without case. */
  aliases: z.array(z.string()).default([]),
  payerClass: payerClassSchema,
  state: usStateSchema.optional(),
  /** Claim filing indicator (837P SBR09): MB, MC, CI, BL, HM, 16 … */
  filingIndicator: z.enum(['MB', 'MC', 'CI', 'BL', 'HM', '16', 'CH', 'VA', 'ZZ']),
  claimOffice: claimOfficeSchema.optional(),
  /** Place of service for a patient at home and elsewhere: follow the patient, or always the one named. */
  placeOfService: z.enum(['by_patient_location', 'always_02', 'always_10', 'always_11']),
  /** Modifier for live audio-video, for live audio only, and for asynchronous; null when the payer wants none. */
  audioVideoModifier: z.enum(['95', 'GT']).nullable(),
  audioOnlyModifier: z.enum(['93', 'FQ']).nullable(),
  asynchronousModifier: z.enum(['GQ']).nullable(),
  /** Whether the payer denies a telehealth line that names its modality by another modifier; absent: not known to. */
  deniesOtherModifiers: z.boolean().optional(),
  clinicianModifiers: z.array(clinicianModifierSchema).default([]),
  coversAudioOnly: z.boolean(),
  /** The only services covered by telephone; absent: all that are covered by video. */
  audioOnlyCodes: procedureCodeListSchema.optional(),
  audioOnlyConditions: z.array(audioOnlyConditionSchema).default([]),
  coversAsynchronous: z.boolean(),
  /** What becomes of the telemedicine E/M family 98000–98015. */
  telemedicineCodeFamily: z.enum(['accept', 'crosswalk', 'reject']),
  requiresTelehealthConsent: z.boolean().default(false),
  requiresPriorAuthorizationFor: procedureCodeListSchema.default([]),
  requiresReferralFor: procedureCodeListSchema.default([]),
  /** Days from the date of service; `filingLimitMonths`, where given, counts instead. */
  filingLimitDays: z.int().positive(),
  filingLimitMonths: z.int().positive().max(60).optional(),
  filingLimitFrom: z.enum(['date_of_service', 'end_of_month_of_service']).default('date_of_service'),
  correctedClaimLimitDays: z.int().positive(),
  correctedClaimLimitFrom: z.enum(['remittance', 'date_of_service']).default('remittance'),
  /** How a decided claim is corrected: frequency 7, a claim of its own, or a reopening (Medicare Part B, 42 CFR 405.980). */
  correctedClaimWay: z.enum(['replacement', 'new_claim', 'reopening']),
  /** CLM05-3 the payer takes; absent: 1, 7 and 8 where it takes replacements, else 1. */
  frequencyCodes: z
    .array(z.enum(['1', '7', '8']))
    .min(1)
    .optional(),
  /** First level first. */
  appealLevels: z.array(appealLevelSchema).default([]),
  /** Expected answers, in calendar days of business time; each opens a status inquiry when it passes. */
  acknowledgementDueDays: z.int().positive().default(5),
  remittanceDueDays: z.int().positive().default(30),
  promptPayDays: z.int().positive().default(30),
  /** What the payer does not take of an 837P although the guide allows it; a claim against it does not leave. */
  edits: payerEditsSchema.optional(),
  source: z.string(),
  /** The day on which the policy was last read in its source. */
  asOf: plainDateSchema.optional(),
  /** Fields of this profile that the source does not confirm: check them with the payer before relying on them. */
  unverified: z.array(z.string()).default([]),
});

/** A profile as a person writes one: a field nobody knows is an error, not left out in silence. */
export const writtenPayerProfileSchema = payerProfileSchema
  .extend({ edits: payerEditsSchema.strict().optional(), source: z.string().trim().min(1) })
  .strict();

export type PayerProfile = z.infer<typeof payerProfileSchema>;
export type PayerProfileField = keyof PayerProfile;

export function isPayerProfileField(text: string): text is PayerProfileField {
  return Object.hasOwn(payerProfileSchema.shape, text);
}
