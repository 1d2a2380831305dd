import { z } from 'zod';
import { plainDateSchema } from '../kernel/schemas.js';

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
});
export type EligibilityVerdict = z.infer<typeof eligibilityVerdictSchema>;
