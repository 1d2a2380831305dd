import { z } from 'zod';
import {
  attentionSchema,
  claimStageSchema,
  insuranceOutcomeSchema,
  patientBalanceSchema,
} from '../domain/claim/claim-status.js';
import { codedClaimSchema } from '../domain/coding/coded-claim.js';
import { eligibilityVerdictSchema } from '../domain/coverage/eligibility-verdict.js';
import { triedCorrectionSchema } from '../domain/denial/tried-correction.js';
import { type Cents, cents } from '../domain/kernel/cents.js';
import { type Instant, instant } from '../domain/kernel/instant.js';
import { plainDateSchema } from '../domain/kernel/schemas.js';

export const centsColumn = z.number().transform((amount): Cents => cents(amount));
export const instantColumn = z.string().transform((text): Instant => instant(text));

/** A claim as the database keeps it: the read model of all lists, changed only together with an event. */
export const claimRowSchema = z.object({
  id: z.string(),
  practice_id: z.string(),
  visit_id: z.string(),
  patient_control_number: z.string(),
  payer_code: z.string().nullable(),
  date_of_service: plainDateSchema,
  stage: claimStageSchema,
  insurance_outcome: insuranceOutcomeSchema,
  attention: attentionSchema,
  patient_balance: patientBalanceSchema,
  on_hold: z.boolean(),
  stage_entered_at: instantColumn,
  stage_due_at: instantColumn.nullable(),
  filing_deadline: plainDateSchema.nullable(),
  cycle: z.int(),
  submission_number: z.int(),
  frequency_code: z.enum(['1', '7', '8']),
  payer_claim_control_number: z.string().nullable(),
  coded: codedClaimSchema.nullable(),
  eligibility: eligibilityVerdictSchema.nullable(),
  overridden_edit_ids: z.array(z.string()),
  tried_corrections: z.array(triedCorrectionSchema),
  charge_cents: centsColumn,
  paid_cents: centsColumn,
  adjusted_cents: centsColumn,
  patient_responsibility_cents: centsColumn,
  event_count: z.int(),
  version: z.int(),
  created_at: instantColumn,
  updated_at: instantColumn,
  closed_at: instantColumn.nullable(),
});
export type ClaimRow = z.infer<typeof claimRowSchema>;

/** The columns a step may change. */
export type ClaimChanges = Partial<
  Omit<
    ClaimRow,
    | 'id'
    | 'practice_id'
    | 'visit_id'
    | 'patient_control_number'
    | 'event_count'
    | 'version'
    | 'created_at'
    | 'updated_at'
  >
>;
