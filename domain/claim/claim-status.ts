import { z } from 'zod';
import { claimStages } from './claim-stage.js';

export const claimStageSchema = z.enum(claimStages);
export type ClaimStage = z.infer<typeof claimStageSchema>;

/** What insurance has said so far. */
export const insuranceOutcomeSchema = z.enum([
  'not_billed',
  'pending',
  'rejected',
  'denied',
  'paid',
  'partially_paid',
  'not_covered',
  'written_off',
  'void',
]);
export type InsuranceOutcome = z.infer<typeof insuranceOutcomeSchema>;

/** Who must act: the role a work item waits for, or nobody. */
export const attentionSchema = z.enum(['none', 'biller', 'coder', 'engineer', 'manager']);
export type Attention = z.infer<typeof attentionSchema>;

/** What the patient owes as far as it is known. */
export const patientBalanceSchema = z.enum(['none', 'open', 'settled']);
export type PatientBalance = z.infer<typeof patientBalanceSchema>;

/** The four axes of a claim's status; filters use them, people read the headline. */
export type ClaimStatus = {
  readonly stage: ClaimStage;
  readonly insuranceOutcome: InsuranceOutcome;
  readonly attention: Attention;
  readonly patientBalance: PatientBalance;
  readonly onHold: boolean;
};

const stageHeadlines: Record<Exclude<ClaimStage, 'closed'>, string> = {
  intake: 'Received',
  eligibility: 'Verifying coverage',
  coding: 'Coding',
  scrubbing: 'Checking',
  submission: 'Ready to send',
  acknowledgement: 'Sent, waiting for the payer to accept it',
  adjudication: 'Accepted, waiting for payment',
  posting: 'Remittance posted',
  patient_balance: 'Opening the patient balance',
};

const closedHeadlines: Record<InsuranceOutcome, string> = {
  not_billed: 'Closed without billing insurance',
  pending: 'Closed',
  rejected: 'Closed after rejection',
  denied: 'Closed, denied',
  paid: 'Paid',
  partially_paid: 'Paid in part',
  not_covered: 'Not covered, billed to the patient',
  written_off: 'Written off',
  void: 'Void',
};

/** One line for people, derived from the axes; never stored as a status of its own. */
export function claimHeadline(status: ClaimStatus): string {
  if (status.stage === 'closed') {
    const base = closedHeadlines[status.insuranceOutcome];
    return status.patientBalance === 'open' ? `${base}, patient balance open` : base;
  }
  if (status.onHold) return 'On hold';
  if (status.attention !== 'none') return `Needs a ${status.attention}`;
  return stageHeadlines[status.stage];
}
