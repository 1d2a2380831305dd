import { z } from 'zod';

/** What a payer does not take although the guide allows it (SNIP 7); what is left out is as the guide has it. */
export const payerEditsSchema = z.object({
  /** CLM05-3 the payer takes. */
  frequencyCodes: z.array(z.string().regex(/^[A-Z0-9]$/)).optional(),
  /** SV101-2 that need a prior authorisation (REF*G1 of the claim or the line). */
  authorizationProcedures: z.array(z.string()).optional(),
  /** SV101-2 that need a referral (REF*9F of the claim or the line). */
  referralProcedures: z.array(z.string()).optional(),
  /** False: no PWK. */
  takesAttachments: z.boolean().optional(),
  /** Fewer lines a claim than the guide's 50. */
  linesMax: z.int().positive().max(50).optional(),
  /** True: each patient is a subscriber with an id of their own, so no loop 2000C. */
  subscriberIsPatientOnly: z.boolean().optional(),
  /** True: PRV*BI of loop 2000A must be there. */
  needsBillingTaxonomy: z.boolean().optional(),
  /** True: PRV*PE must be there wherever a rendering provider is. */
  needsRenderingTaxonomy: z.boolean().optional(),
  /** False: one rendering provider a claim, so no loop 2420A. */
  takesLineRenderingProvider: z.boolean().optional(),
});
export type PayerEdits = z.infer<typeof payerEditsSchema>;
