import { z } from 'zod';

const reason = z.string().trim().min(3, 'say why, in at least three characters').max(500);

/** What a person may tell a running claim. Data never travels with a command: `correct` names a stored correction. */
export const claimCommandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('resubmit'), reason }),
  z.object({ kind: z.literal('hold'), reason }),
  z.object({ kind: z.literal('release'), reason }),
  z.object({ kind: z.literal('correct'), correctionId: z.string(), reason }),
  z.object({ kind: z.literal('override'), editIds: z.array(z.string()).min(1).max(50), reason }),
  z.object({ kind: z.literal('void'), reason }),
  z.object({ kind: z.literal('write_off'), reason }),
  z.object({ kind: z.literal('bill_patient'), reason }),
  z.object({ kind: z.literal('retry_step'), reason }),
]);
export type ClaimCommand = z.infer<typeof claimCommandSchema>;
export type ClaimCommandKind = ClaimCommand['kind'];

export const claimCommandKinds = [
  'resubmit',
  'hold',
  'release',
  'correct',
  'override',
  'void',
  'write_off',
  'bill_patient',
  'retry_step',
] as const satisfies readonly ClaimCommandKind[];
