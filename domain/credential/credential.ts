import { z } from 'zod';
import { plainDateSchema, usStateSchema } from '../kernel/schemas.js';
import { clinicianTypeSchema } from '../visit/visit.js';
import { compactCodes, licensureCompacts } from './licensure-compact.js';

/** Both days count; without `to` it holds until something else is recorded. */
const span = { from: plainDateSchema, to: plainDateSchema.optional() };
const number = z.string().trim().min(1).max(40).optional().describe('as the board or payer writes it');

/** How the board has it during the span. A suspension is a span of its own beside the licence's. */
export const licenceStatusSchema = z.enum([
  'active',
  'probation',
  'pending',
  'inactive',
  'suspended',
  'surrendered',
  'revoked',
]);

/** A full state licence, also one that was issued by way of IMLC. */
export const licenceSchema = z.strictObject({
  kind: z.literal('licence'),
  state: usStateSchema,
  profession: clinicianTypeSchema,
  number,
  status: licenceStatusSchema,
  ...span,
});

const compactSchema = z.enum(compactCodes, {
  error: ({ input }) =>
    input === 'IMLC'
      ? 'IMLC gives full licences: enter each state’s licence as a licence'
      : `Invalid option: expected one of ${compactCodes.join(', ')}`,
});

/** A privilege under a compact: `state` where one is taken for each state, none where it holds in every member state. */
export const compactPrivilegeSchema = z.strictObject({
  kind: z.literal('compact_privilege'),
  compact: compactSchema,
  homeState: usStateSchema.describe('the state of the licence it rests on'),
  state: usStateSchema.optional(),
  number,
  status: licenceStatusSchema,
  ...span,
});

/** A state's registration of telehealth providers from elsewhere. */
export const telehealthRegistrationSchema = z.strictObject({
  kind: z.literal('telehealth_registration'),
  state: usStateSchema,
  number,
  status: licenceStatusSchema,
  ...span,
});

/** A limited exception of a state's practice act that the practice relies on, with its basis in words. */
export const stateExceptionSchema = z.strictObject({
  kind: z.literal('state_exception'),
  state: usStateSchema,
  basis: z.string().trim().min(5).max(200).describe('the section and what it allows; no patient data'),
  status: licenceStatusSchema,
  ...span,
});

/** Enrolment with a payer; `state` where it holds only for a clinician who sits in that state. */
export const payerEnrolmentSchema = z.strictObject({
  kind: z.literal('payer_enrolment'),
  payerCode: z.string().regex(/^[a-z0-9-]{2,40}$/, 'must be a payer code, such as summit-health'),
  state: usStateSchema.optional(),
  number,
  status: z.enum(['active', 'pending', 'deactivated', 'revoked', 'opted_out']),
  ...span,
});
export type PayerEnrolment = z.infer<typeof payerEnrolmentSchema>;

/** Something that lets a clinician practise in a state. */
const stateAuthoritySchema = z.discriminatedUnion('kind', [
  licenceSchema,
  compactPrivilegeSchema,
  telehealthRegistrationSchema,
  stateExceptionSchema,
]);
export type StateAuthority = z.infer<typeof stateAuthoritySchema>;

/** One dated fact about a clinician: what lets them practise in a state, or whom they may bill. */
export const credentialSchema = z
  .discriminatedUnion('kind', [
    licenceSchema,
    compactPrivilegeSchema,
    telehealthRegistrationSchema,
    stateExceptionSchema,
    payerEnrolmentSchema,
  ])
  .refine(({ from, to }) => to === undefined || from <= to, {
    message: 'the last day is before the first',
    path: ['to'],
  })
  .refine((credential) => credential.kind !== 'compact_privilege' || namesItsState(credential), {
    message:
      'a privilege of this compact is taken for each state: name it; one that holds in every member state names none',
    path: ['state'],
  });
export type Credential = z.infer<typeof credentialSchema>;

function namesItsState({ compact, state }: z.infer<typeof compactPrivilegeSchema>): boolean {
  return (licensureCompacts[compact].reach === 'chosen_state') === (state !== undefined);
}
