import { z } from 'zod';
import { plainDateSchema } from '../kernel/schemas.js';

/** Another payer that the 271 names. `medicare_advantage` stands in Medicare's place; a `carve_out` pays some services instead. */
export const otherCoverageSchema = z.object({
  kind: z.enum(['medicare_advantage', 'primary', 'secondary', 'tertiary', 'carve_out', 'rank_not_stated']),
  payerName: z.string().nullable(),
  payerId: z.string().nullable(),
  /** Plan or contract number (REF*18), such as a Medicare Advantage contract. */
  planNumber: z.string().nullable(),
  /** The EB segment that says so. */
  evidence: z.string(),
});
export type OtherCoverage = z.infer<typeof otherCoverageSchema>;

/** What a verdict's evidence is about. */
const eligibilityFactSchema = z.enum([
  'status',
  'copay',
  'coinsurance',
  'deductible',
  'deductibleBase',
  'outOfPocket',
  'telehealth',
  'network',
  'authorization',
]);
export type EligibilityFact = z.infer<typeof eligibilityFactSchema>;

/** What a 271 said of a patient's coverage for a telehealth visit, each fact with the EB segments behind it. */
export const eligibilityVerdictSchema = z.object({
  status: z.enum(['active', 'inactive', 'not_found', 'rejected', 'unknown']),
  telehealthBenefit: z.enum(['covered', 'not_covered', 'not_stated']),
  inNetwork: z.enum(['yes', 'no', 'not_stated']),
  copayCents: z.int().nonnegative().nullable(),
  coinsuranceBasisPoints: z.int().nonnegative().nullable(),
  deductibleRemainingCents: z.int().nonnegative().nullable(),
  planName: z.string().nullable(),
  coverageFrom: plainDateSchema.nullable(),
  /** AAA reject reasons, or none. */
  rejectReasons: z.array(z.string()),
  /** Segment positions in the 271 that the verdict rests on. */
  evidence: z.array(z.string()),
  // Verdicts that were stored before these were read do not have them.
  /** The same evidence by the fact that rests on it. */
  evidenceByFact: z.partialRecord(eligibilityFactSchema, z.string()).optional(),
  /** The whole deductible of the period, where the payer did not say what is left. */
  deductibleBaseCents: z.int().nonnegative().nullable().optional(),
  outOfPocketRemainingCents: z.int().nonnegative().nullable().optional(),
  /** The payer's words say that the copay comes after the deductible. */
  copayAfterDeductible: z.boolean().optional(),
  authorizationRequired: z.enum(['yes', 'no', 'not_stated']).optional(),
  otherCoverages: z.array(otherCoverageSchema).optional(),
  /** BHT03 of the 271. */
  responseReference: z.string().optional(),
});
export type EligibilityVerdict = z.infer<typeof eligibilityVerdictSchema>;
