import { z } from 'zod';

const base = { eventId: z.string(), submissionNumber: z.int().positive() };
/** How long the next wait may last on the wall clock; a hint, the deadline itself is in the database. */
const waitWallMillis = z.int().nonnegative();

/** News for a running claim, told after the database has it: a repeated notice changes nothing (its event id is known). */
export const claimNoticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('submitted'), ...base, waitWallMillis }),
  z.object({ kind: z.literal('accepted'), ...base, waitWallMillis }),
  z.object({ kind: z.literal('rejected'), ...base, cause: z.string() }),
  z.object({ kind: z.literal('file_rejected'), ...base, cause: z.string() }),
  z.object({ kind: z.literal('remitted'), ...base, remittanceClaimId: z.string() }),
]);
export type ClaimNotice = z.infer<typeof claimNoticeSchema>;
