import { z } from 'zod';

/** The R4 data types as far as intake reads them; other fields pass unread. A `null` in a list of primitives is legal JSON FHIR. */
export const codingSchema = z.object({ system: z.string().optional(), code: z.string().optional() });
export type FhirCoding = z.infer<typeof codingSchema>;

export const codeableConceptSchema = z.object({ coding: z.array(codingSchema).optional() });
export type FhirCodeableConcept = z.infer<typeof codeableConceptSchema>;

export const identifierSchema = z.object({
  system: z.string().optional(),
  value: z.string().optional(),
  type: codeableConceptSchema.optional(),
});
export type FhirIdentifier = z.infer<typeof identifierSchema>;

export const referenceSchema = z.object({
  reference: z.string().optional(),
  type: z.string().optional(),
  identifier: identifierSchema.optional(),
  display: z.string().optional(),
});
export type FhirReference = z.infer<typeof referenceSchema>;

export const periodSchema = z.object({ start: z.string().optional(), end: z.string().optional() });
export type FhirPeriod = z.infer<typeof periodSchema>;

export const humanNameSchema = z.object({
  use: z.string().optional(),
  family: z.string().optional(),
  given: z.array(z.string().nullable()).optional(),
});
export type FhirHumanName = z.infer<typeof humanNameSchema>;

export const fhirAddressSchema = z.object({
  use: z.string().optional(),
  line: z.array(z.string().nullable()).optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  postalCode: z.string().optional(),
});
export type FhirAddress = z.infer<typeof fhirAddressSchema>;

/** Every coding of a list of concepts, in order. */
export function codingsOf(concepts: readonly FhirCodeableConcept[] | undefined): FhirCoding[] {
  return (concepts ?? []).flatMap((concept) => concept.coding ?? []);
}
