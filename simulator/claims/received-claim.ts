import { z } from 'zod';
import { type Cents, cents } from '../../domain/kernel/cents.js';
import { type PlainDate, plainDate } from '../../domain/kernel/plain-date.js';

/** Whole cents as the journal keeps them. */
export const journalCentsSchema = z.int().transform((amount): Cents => cents(amount));
const journalDateSchema = z.string().transform((text): PlainDate => plainDate(text));

const personSchema = z.object({
  lastName: z.string(),
  firstName: z.string().optional(),
  middleName: z.string().optional(),
});

/** One service line as the payer's system takes it in (837P loop 2400). */
const receivedLineSchema = z.object({
  number: z.int().positive(),
  procedureCode: z.string(),
  modifiers: z.array(z.string()),
  chargeCents: journalCentsSchema,
  units: z.number(),
  placeOfService: z.string(),
  serviceFrom: journalDateSchema,
  serviceTo: journalDateSchema,
  lineControlNumber: z.string().optional(),
});
export type ReceivedLine = z.infer<typeof receivedLineSchema>;

/** What an earlier payer did with the claim (loops 2320, 2430): paid, and left to the patient. */
const priorPaymentSchema = z.object({
  paidCents: journalCentsSchema,
  patientResponsibilityCents: journalCentsSchema,
});

/** One claim as the payer's system takes it in: only what stood in the 837P (loops 2000A to 2400). */
export const receivedClaimSchema = z.object({
  /** CLM01. */
  patientControlNumber: z.string(),
  /** REF*D9. */
  submissionId: z.string().optional(),
  /** CLM05-3. */
  frequency: z.string(),
  /** REF*F8. */
  originalReference: z.string().optional(),
  /** SBR01: P, S, T. */
  payerSequence: z.string(),
  filingIndicator: z.string(),
  payerId: z.string(),
  payerName: z.string(),
  memberId: z.string(),
  subscriber: personSchema,
  patient: personSchema,
  billingName: z.string(),
  billingNpi: z.string(),
  billingTaxId: z.string().optional(),
  billingAddress: z
    .object({ line1: z.string(), city: z.string(), state: z.string(), postalCode: z.string() })
    .optional(),
  renderingNpi: z.string(),
  chargeCents: journalCentsSchema,
  placeOfService: z.string(),
  diagnoses: z.array(z.string()),
  priorPayment: priorPaymentSchema.optional(),
  lines: z.array(receivedLineSchema),
});
export type ReceivedClaim = z.infer<typeof receivedClaimSchema>;

/** First and last day of service of a claim. */
export function servicePeriodOf(claim: ReceivedClaim): { from: PlainDate; to: PlainDate } | undefined {
  const first = claim.lines[0];
  if (first === undefined) return undefined;
  return claim.lines.reduce(
    (span, line) => ({
      from: line.serviceFrom < span.from ? line.serviceFrom : span.from,
      to: line.serviceTo > span.to ? line.serviceTo : span.to,
    }),
    { from: first.serviceFrom, to: first.serviceTo },
  );
}
