import type * as R4 from 'fhir/r4.js';
import { z } from 'zod';
import {
  codeableConceptSchema,
  codingSchema,
  fhirAddressSchema,
  humanNameSchema,
  identifierSchema,
  periodSchema,
  referenceSchema,
} from './fhir-elements.js';

/** Compiles only when every valid R4 resource fits the subset, so that the subset never asks for more than R4 does. */
function subsetOf<Resource>() {
  return <Schema extends z.ZodType>(schema: Resource extends z.input<Schema> ? Schema : never): Schema => schema;
}

const common = { id: z.string().optional(), contained: z.array(z.unknown()).optional() };

const encounterSchema = subsetOf<R4.Encounter>()(
  z.object({
    ...common,
    resourceType: z.literal('Encounter'),
    identifier: z.array(identifierSchema).optional(),
    extension: z.array(z.object({ url: z.string() })).optional(),
    status: z.string().optional(),
    class: codingSchema.optional(),
    type: z.array(codeableConceptSchema).optional(),
    serviceType: codeableConceptSchema.optional(),
    subject: referenceSchema.optional(),
    participant: z
      .array(z.object({ type: z.array(codeableConceptSchema).optional(), individual: referenceSchema.optional() }))
      .optional(),
    period: periodSchema.optional(),
    reasonCode: z.array(codeableConceptSchema).optional(),
    reasonReference: z.array(referenceSchema).optional(),
    diagnosis: z.array(z.object({ condition: referenceSchema, rank: z.number().optional() })).optional(),
    location: z.array(z.object({ location: referenceSchema })).optional(),
    serviceProvider: referenceSchema.optional(),
    basedOn: z.array(referenceSchema).optional(),
  }),
);

const person = {
  ...common,
  identifier: z.array(identifierSchema).optional(),
  name: z.array(humanNameSchema).optional(),
  gender: z.string().optional(),
  birthDate: z.string().optional(),
  address: z.array(fhirAddressSchema).optional(),
};

const patientResourceSchema = subsetOf<R4.Patient>()(z.object({ ...person, resourceType: z.literal('Patient') }));
const relatedPersonSchema = subsetOf<R4.RelatedPerson>()(
  z.object({ ...person, resourceType: z.literal('RelatedPerson') }),
);

const practitionerSchema = subsetOf<R4.Practitioner>()(
  z.object({
    ...common,
    resourceType: z.literal('Practitioner'),
    identifier: z.array(identifierSchema).optional(),
    name: z.array(humanNameSchema).optional(),
    qualification: z.array(z.object({ code: codeableConceptSchema })).optional(),
  }),
);

const practitionerRoleSchema = subsetOf<R4.PractitionerRole>()(
  z.object({
    ...common,
    resourceType: z.literal('PractitionerRole'),
    practitioner: referenceSchema.optional(),
    code: z.array(codeableConceptSchema).optional(),
    specialty: z.array(codeableConceptSchema).optional(),
  }),
);

const organizationSchema = subsetOf<R4.Organization>()(
  z.object({
    ...common,
    resourceType: z.literal('Organization'),
    identifier: z.array(identifierSchema).optional(),
    name: z.string().optional(),
  }),
);

const locationSchema = subsetOf<R4.Location>()(
  z.object({
    ...common,
    resourceType: z.literal('Location'),
    identifier: z.array(identifierSchema).optional(),
    name: z.string().optional(),
    description: z.string().optional(),
    physicalType: codeableConceptSchema.optional(),
    address: fhirAddressSchema.optional(),
    managingOrganization: referenceSchema.optional(),
  }),
);

const coverageSchema = subsetOf<R4.Coverage>()(
  z.object({
    ...common,
    resourceType: z.literal('Coverage'),
    identifier: z.array(identifierSchema).optional(),
    status: z.string().optional(),
    subscriber: referenceSchema.optional(),
    subscriberId: z.string().optional(),
    beneficiary: referenceSchema.optional(),
    relationship: codeableConceptSchema.optional(),
    period: periodSchema.optional(),
    payor: z.array(referenceSchema).optional(),
    class: z.array(z.object({ type: codeableConceptSchema, value: z.string() })).optional(),
    order: z.number().optional(),
  }),
);

const conditionSchema = subsetOf<R4.Condition>()(
  z.object({
    ...common,
    resourceType: z.literal('Condition'),
    code: codeableConceptSchema.optional(),
    verificationStatus: codeableConceptSchema.optional(),
    encounter: referenceSchema.optional(),
  }),
);

const procedureSchema = subsetOf<R4.Procedure>()(
  z.object({
    ...common,
    resourceType: z.literal('Procedure'),
    status: z.string().optional(),
    code: codeableConceptSchema.optional(),
    encounter: referenceSchema.optional(),
    performedPeriod: periodSchema.optional(),
  }),
);

const documentReferenceSchema = subsetOf<R4.DocumentReference>()(
  z.object({
    ...common,
    resourceType: z.literal('DocumentReference'),
    status: z.string().optional(),
    content: z.array(z.object({ attachment: z.object({ data: z.string().optional() }) })).optional(),
    context: z.object({ encounter: z.array(referenceSchema).optional() }).optional(),
  }),
);

const claimSchema = subsetOf<R4.Claim>()(
  z.object({
    ...common,
    resourceType: z.literal('Claim'),
    status: z.string().optional(),
    type: codeableConceptSchema.optional(),
    referral: referenceSchema.optional(),
    insurance: z
      .array(
        z.object({
          sequence: z.number().optional(),
          coverage: referenceSchema,
          preAuthRef: z.array(z.string().nullable()).optional(),
        }),
      )
      .optional(),
    item: z
      .array(
        z.object({
          productOrService: codeableConceptSchema.optional(),
          modifier: z.array(codeableConceptSchema).optional(),
          quantity: z.object({ value: z.number().optional() }).optional(),
          net: z.object({ value: z.number().optional() }).optional(),
          encounter: z.array(referenceSchema).optional(),
        }),
      )
      .optional(),
  }),
);

const serviceRequestSchema = subsetOf<R4.ServiceRequest>()(
  z.object({
    ...common,
    resourceType: z.literal('ServiceRequest'),
    identifier: z.array(identifierSchema).optional(),
    category: z.array(codeableConceptSchema).optional(),
  }),
);

/** The resources intake reads; every other type is counted and passed over. */
export const fhirResourceSchema = z.discriminatedUnion('resourceType', [
  encounterSchema,
  patientResourceSchema,
  relatedPersonSchema,
  practitionerSchema,
  practitionerRoleSchema,
  organizationSchema,
  locationSchema,
  coverageSchema,
  conditionSchema,
  procedureSchema,
  documentReferenceSchema,
  claimSchema,
  serviceRequestSchema,
]);
export type FhirResource = z.infer<typeof fhirResourceSchema>;
export type FhirResourceType = FhirResource['resourceType'];

const readTypes: ReadonlySet<string> = new Set(
  fhirResourceSchema.options.flatMap((option) => [...option.shape.resourceType.values]),
);

/** Whether intake has a use for a resource type. */
export function isReadResourceType(type: string): boolean {
  return readTypes.has(type);
}
