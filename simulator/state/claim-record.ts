import { z } from 'zod';
import { instant } from '../../domain/kernel/instant.js';
import { adjudicatedClaimSchema } from '../claims/adjudicated-claim.js';
import { receivedClaimSchema } from '../claims/received-claim.js';

export const instantSchema = z.string().transform((text) => instant(text));

/** Why a claim never reached its payer. */
const notForwardedReasons = ['interchange-rejected', 'duplicate-interchange', 'transaction-rejected'] as const;

/** What became of a claim when it was received. */
const dispositionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-forwarded'), reason: z.enum(notForwardedReasons) }),
  z.object({
    kind: z.literal('rejected'),
    /** Status of the 277CA: category, code, entity. */
    category: z.string(),
    code: z.string(),
    entity: z.string(),
    acknowledgeAt: instantSchema,
  }),
  z.object({
    kind: z.literal('accepted'),
    payerClaimControlNumber: z.string(),
    /** When the 277CA says so; absent for a claim about which the payer keeps silent. */
    acknowledgeAt: instantSchema.optional(),
    /** When the 835 is due; absent while the payer keeps silent. */
    settleAt: instantSchema.optional(),
    /** Absent for a void, which only takes back. */
    adjudication: adjudicatedClaimSchema.optional(),
    /** Claim whose adjudication this one takes back and replaces (frequency 7 and 8). */
    reverses: z.string().optional(),
  }),
]);
export type Disposition = z.infer<typeof dispositionSchema>;

/** One claim out of one received file. */
export const claimRecordSchema = z.object({
  claimId: z.string(),
  interchangeControlNumber: z.string(),
  transactionControlNumber: z.string(),
  /** BHT03 of its batch. */
  batchReference: z.string(),
  claim: receivedClaimSchema,
  disposition: dispositionSchema,
});
export type ClaimRecord = z.infer<typeof claimRecordSchema>;
