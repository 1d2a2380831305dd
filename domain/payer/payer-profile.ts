import { z } from 'zod';
import { usStateSchema } from '../kernel/schemas.js';
import { payerEditsSchema } from '../x12/837p/payer-edits.js';

/** What kind of plan pays: decides defaults of coding, filing and appeals. */
export const payerClassSchema = z.enum(['medicare', 'medicare_advantage', 'medicaid', 'commercial', 'self_pay']);
export type PayerClass = z.infer<typeof payerClassSchema>;

/** How a payer wants telehealth billed and when; dated data with a source, never code. */
export const payerProfileSchema = z.object({
  /** Our own short code, unique in a practice; PHI-free, may stand in search attributes. */
  code: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: z.string().min(1).max(60),
  /** Electronic payer id (837P 2010BB NM109). */
  electronicPayerId: z.string().regex(/^[A-Z0-9]{2,15}$/),
  /** Names under which sources know this payer, compared without case. */
  aliases: z.array(z.string()).default([]),
  payerClass: payerClassSchema,
  state: usStateSchema.optional(),
  /** Claim filing indicator (837P SBR09): MB, MC, CI, BL, HM, 16 … */
  filingIndicator: z.enum(['MB', 'MC', 'CI', 'BL', 'HM', '16', 'CH', 'VA', 'ZZ']),
  /** Place of service for a patient at home and elsewhere: follow the patient, or always the one named. */
  placeOfService: z.enum(['by_patient_location', 'always_02', 'always_10', 'always_11']),
  /** Modifier for live audio-video, for live audio only, and for asynchronous; null when the payer wants none. */
  audioVideoModifier: z.enum(['95', 'GT']).nullable(),
  audioOnlyModifier: z.enum(['93', 'FQ']).nullable(),
  asynchronousModifier: z.enum(['GQ']).nullable(),
  coversAudioOnly: z.boolean(),
  coversAsynchronous: z.boolean(),
  /** What becomes of the telemedicine E/M family 98000–98015. */
  telemedicineCodeFamily: z.enum(['accept', 'crosswalk', 'reject']),
  requiresTelehealthConsent: z.boolean().default(false),
  requiresPriorAuthorizationFor: z.array(z.string()).default([]),
  filingLimitDays: z.int().positive(),
  correctedClaimLimitDays: z.int().positive(),
  /** Whether a corrected claim may go as frequency 7; Medicare Part B wants a new claim or a reopening. */
  correctedClaimWay: z.enum(['replacement', 'new_claim']),
  /** Expected answers, in calendar days of business time; each opens a status inquiry when it passes. */
  acknowledgementDueDays: z.int().positive().default(5),
  remittanceDueDays: z.int().positive().default(30),
  promptPayDays: z.int().positive().default(30),
  /** What the payer does not take of an 837P although the guide allows it; a claim against it does not leave. */
  edits: payerEditsSchema.optional(),
  source: z.string(),
});
export type PayerProfile = z.infer<typeof payerProfileSchema>;
