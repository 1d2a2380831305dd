import { z } from 'zod';
import { journalCentsSchema } from '../claims/received-claim.js';
import { claimRecordSchema, instantSchema } from './claim-record.js';

/** An answer file, complete as it will be delivered; on record before anybody can see it. */
const answerSchema = z.object({
  answerId: z.string(),
  kind: z.enum(['ta1', '999', '277ca', '835']),
  /** ISA13 of the file. */
  controlNumber: z.int(),
  /** File name in `/outbound`. */
  name: z.string(),
  dueAt: instantSchema,
  content: z.string(),
});
export type Answer = z.infer<typeof answerSchema>;

const receivedInterchangeSchema = z.object({
  senderId: z.string(),
  controlNumber: z.string(),
  outcome: z.enum([
    'accepted',
    'accepted-with-errors',
    'partly-accepted',
    'rejected',
    'duplicate',
    'interchange-rejected',
  ]),
});
export type ReceivedInterchange = z.infer<typeof receivedInterchangeSchema>;

const fileReceivedSchema = z.object({
  type: z.literal('file-received'),
  at: instantSchema,
  fileId: z.string(),
  mailbox: z.string(),
  name: z.string(),
  sha256: z.string(),
  sizeBytes: z.int(),
  interchanges: z.array(receivedInterchangeSchema),
  claims: z.array(claimRecordSchema),
  answers: z.array(answerSchema),
});
export type FileReceived = z.infer<typeof fileReceivedSchema>;

/** A 276 asked about a claim on which the payer had kept silent: it will be settled now. */
const silenceBrokenSchema = z.object({
  type: z.literal('silence-broken'),
  at: instantSchema,
  claimId: z.string(),
  settleAt: instantSchema,
});
export type SilenceBroken = z.infer<typeof silenceBrokenSchema>;

/** A payer closed a settlement: one 835 to one payee, and what is still to be recovered from that payee afterwards. */
const remittanceIssuedSchema = z.object({
  type: z.literal('remittance-issued'),
  at: instantSchema,
  remittanceId: z.string(),
  mailbox: z.string(),
  payerId: z.string(),
  payeeNpi: z.string(),
  traceNumber: z.string(),
  paidCents: journalCentsSchema,
  outstandingCents: journalCentsSchema,
  claimIds: z.array(z.string()),
  answers: z.array(answerSchema),
});
export type RemittanceIssued = z.infer<typeof remittanceIssuedSchema>;

const answerDeliveredSchema = z.object({
  type: z.literal('answer-delivered'),
  at: instantSchema,
  answerId: z.string(),
  /** Names under which it lies in the mailbox. */
  names: z.array(z.string()),
});

export const journalEventSchema = z.discriminatedUnion('type', [
  fileReceivedSchema,
  silenceBrokenSchema,
  remittanceIssuedSchema,
  answerDeliveredSchema,
]);
export type JournalEvent = z.infer<typeof journalEventSchema>;
