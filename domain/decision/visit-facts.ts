import { z } from 'zod';
import { plainDateSchema, usStateSchema } from '../kernel/schemas.js';
import { payerClassSchema } from '../payer/payer-profile.js';
import {
  clinicianTypeSchema,
  serviceKindSchema,
  sexSchema,
  visitDiagnosisSchema,
  visitProcedureSchema,
  visitSchema,
} from '../visit/visit.js';

/** The version of the facts' form: fields are added within a version, never renamed or narrowed. */
export const factsVersion = 1;

/** What happened in the visit is asked as the visit itself has it; who was there, and what was paid, is not. */
const ofVisit = visitSchema
  .omit({
    source: true,
    sourceId: true,
    patient: true,
    patientLocation: true,
    clinician: true,
    coverages: true,
    serviceKind: true,
    diagnoses: true,
    procedures: true,
    priorAuthorizationNumber: true,
    referralNumber: true,
    documentation: true,
    patientPaidCents: true,
    patientHistory: true,
    clinicianLocation: true,
  })
  .partial();

const payerFactsSchema = z
  .strictObject({
    code: z.string().trim().min(1).max(40).optional().describe('our payer code, or the electronic payer id'),
    name: z.string().trim().min(1).max(80).optional().describe('a name or alias of the payer'),
    class: payerClassSchema.optional().describe('the kind of plan, when the payer itself is not known'),
    state: usStateSchema.optional().describe('the state of a Medicaid program'),
  })
  .describe('who pays: a code or a name, else the kind of plan');

const earlierVisitSchema = z.strictObject({
  date: plainDateSchema.describe('the day of an earlier face-to-face service'),
  sameGroup: z.boolean().describe('rendered by someone of the same group practice'),
  sameSpecialty: z.boolean().describe('rendered by someone of the same specialty and subspecialty'),
});

const icd10Text = z
  .string()
  .trim()
  .min(3)
  .max(8)
  .describe('an ICD-10-CM code, with or without its dot')
  .transform((code) => ({ system: 'icd-10-cm' as const, code }));

/**
 * The facts of a visit without the people in it: everything is optional, and what an answer needs and does not find is
 * named. Unknown fields are refused, so that no name or member id comes in by accident.
 */
export const visitFactsSchema = z.strictObject({
  version: z.literal(factsVersion).optional().describe('the version of this form'),
  id: z.string().trim().min(1).max(100).optional().describe('the caller’s own reference, given back with the answer'),
  payer: payerFactsSchema.optional(),
  ...ofVisit.shape,
  serviceKind: serviceKindSchema.exclude(['unknown']).optional(),
  history: z
    .array(earlierVisitSchema)
    .max(200)
    .optional()
    .describe('earlier services, which decide new or established; an empty list says that there was none'),
  patientSex: sexSchema.optional().describe('for the few diagnoses that depend on it'),
  patientLocation: z
    .strictObject({ setting: z.enum(['home', 'other']).optional(), state: usStateSchema.optional() })
    .optional()
    .describe('where the patient was at the time of the visit'),
  clinician: z
    .strictObject({
      type: clinicianTypeSchema.optional(),
      state: usStateSchema.optional().describe('where the clinician works'),
      licensedStates: z
        .array(usStateSchema)
        .max(60)
        .optional()
        .describe('where the clinician may treat patients: by license, compact privilege, registration or exception'),
    })
    .optional(),
  diagnoses: z
    .array(z.union([icd10Text, visitDiagnosisSchema]))
    .max(30)
    .optional()
    .describe('diagnoses, the reason of the visit first: ICD-10-CM codes, or objects of system and code'),
  procedures: z
    .array(visitProcedureSchema.omit({ chargeCents: true }))
    .max(50)
    .optional()
    .describe('codes already proposed, with their modifiers; without them the service kind is coded'),
  priorAuthorization: z.boolean().optional().describe('whether the payer has authorized the service'),
  referral: z.boolean().optional().describe('whether there is a referral that the payer knows'),
  filedOn: plainDateSchema.optional().describe('the day the claim would be sent; with it the filing limit is checked'),
});
export type VisitFacts = z.infer<typeof visitFactsSchema>;
/** What a caller sends: the facts before defaults and normalisation. */
export type VisitFactsInput = z.input<typeof visitFactsSchema>;
