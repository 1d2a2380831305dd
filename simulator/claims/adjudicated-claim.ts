import { z } from 'zod';
import { journalCentsSchema } from './received-claim.js';

const adjustmentSchema = z.object({
  group: z.enum(['CO', 'OA', 'PI', 'PR']),
  reasonCode: z.string(),
  amountCents: journalCentsSchema,
});
export type Adjustment = z.infer<typeof adjustmentSchema>;

const adjudicatedLineSchema = z.object({
  number: z.int().positive(),
  allowedCents: journalCentsSchema,
  paidCents: journalCentsSchema,
  adjustments: z.array(adjustmentSchema),
  remarkCodes: z.array(z.string()),
});
export type AdjudicatedLine = z.infer<typeof adjudicatedLineSchema>;

/** What a payer decided about a claim. For each line: charge less adjustments is what is paid. */
export const adjudicatedClaimSchema = z.object({
  /** CLP02. */
  statusCode: z.enum(['1', '2', '3', '4']),
  paidCents: journalCentsSchema,
  patientResponsibilityCents: journalCentsSchema,
  lines: z.array(adjudicatedLineSchema),
});
export type AdjudicatedClaim = z.infer<typeof adjudicatedClaimSchema>;
