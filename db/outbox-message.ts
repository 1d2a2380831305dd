import { z } from 'zod';
import { claimNoticeSchema } from '../domain/claim/claim-notice.js';

/** What leaves the database for Temporal, written in the transaction of the change it tells of. */
export const outboxMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start_claim'), claimId: z.string(), payerCode: z.string().nullable() }),
  z.object({ kind: z.literal('notify_claim'), claimId: z.string(), notice: claimNoticeSchema }),
  z.object({ kind: z.literal('claims_ready'), payerCode: z.string() }),
  z.object({ kind: z.literal('start_remittance_intake'), inboundFileId: z.string() }),
]);
export type OutboxMessage = z.infer<typeof outboxMessageSchema>;
