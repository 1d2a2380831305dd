import { z } from 'zod';
import type { AdjudicatedClaim } from '../domain/remittance/adjudicated-claim.js';
import { centsColumn } from './claim-row.js';

const adjustmentSchema = z.object({
  group: z.enum(['CO', 'OA', 'PI', 'PR']),
  reasonCode: z.string(),
  amountCents: centsColumn,
});

/** The claim of an 835 as `remittance_claims.data` keeps it; further fields of the advice stay in the raw file. */
export const adjudicatedClaimColumn: z.ZodType<AdjudicatedClaim> = z.object({
  chargeCents: centsColumn,
  paidCents: centsColumn,
  patientResponsibilityCents: centsColumn,
  payerClaimControlNumber: z.string().exactOptional(),
  adjustments: z.array(adjustmentSchema),
  remarkCodes: z.array(z.string()),
  lines: z.array(
    z.object({
      procedureCode: z.string(),
      submittedProcedure: z.object({ code: z.string() }).exactOptional(),
      chargeCents: centsColumn,
      paidCents: centsColumn,
      adjustments: z.array(adjustmentSchema),
      remarkCodes: z.array(z.string()),
      lineControlNumber: z.string().exactOptional(),
    }),
  ),
});
