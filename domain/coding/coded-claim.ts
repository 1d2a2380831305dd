import { z } from 'zod';
import { chargeCentsSchema, plainDateSchema } from '../kernel/schemas.js';

export const placeOfServiceSchema = z.enum(['02', '10', '11', '12']);
export type PlaceOfService = z.infer<typeof placeOfServiceSchema>;

/** One service line (837P 2400). Modifiers in billing order; pointers are 1-based positions in the claim's diagnoses. */
export const serviceLineSchema = z.object({
  lineNumber: z.int().positive(),
  procedureCode: z.string().regex(/^[A-Z0-9]{5}$/),
  modifiers: z.array(z.string().regex(/^[A-Z0-9]{2}$/)).max(4),
  units: z.int().positive(),
  chargeCents: chargeCentsSchema,
  dateOfService: plainDateSchema,
  diagnosisPointers: z.array(z.int().min(1).max(12)).min(1).max(4),
});
export type ServiceLine = z.infer<typeof serviceLineSchema>;

/** The claim's billable content: what coding makes of a visit and what corrections change. Diagnoses are ICD-10-CM without the dot. */
export const codedClaimSchema = z.object({
  placeOfService: placeOfServiceSchema,
  diagnoses: z.array(z.string().regex(/^[A-Z][0-9A-Z]{2,6}$/)).max(12),
  lines: z.array(serviceLineSchema).max(50),
  priorAuthorizationNumber: z.string().optional(),
  referralNumber: z.string().optional(),
});
export type CodedClaim = z.infer<typeof codedClaimSchema>;
