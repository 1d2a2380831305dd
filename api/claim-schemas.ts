import { z } from 'zod';
import { claimCommandKinds } from '../domain/claim/claim-command.js';
import {
  attentionSchema,
  claimStageSchema,
  insuranceOutcomeSchema,
  patientBalanceSchema,
} from '../domain/claim/claim-status.js';
import { workItemKinds } from '../domain/claim/work-item.js';
import { traceStepSchema } from '../domain/kernel/trace.js';
import { ledgerAccountSchema } from '../domain/ledger/ledger-account.js';
import { cents, date, findingResponse, moment } from './answer-parts.js';

const summaryShape = {
  id: z.string(),
  visitId: z.string(),
  patientControlNumber: z.string().describe('837P CLM01'),
  payerCode: z.string().nullable(),
  dateOfService: date,
  headline: z.string(),
  stage: claimStageSchema,
  insuranceOutcome: insuranceOutcomeSchema,
  attention: attentionSchema,
  patientBalance: patientBalanceSchema,
  onHold: z.boolean(),
  stageEnteredAt: moment,
  stageDueAt: moment.nullable(),
  filingDeadline: date.nullable(),
  chargeCents: cents,
  paidCents: cents,
  adjustedCents: cents,
  patientResponsibilityCents: cents,
  createdAt: moment,
  updatedAt: moment,
  closedAt: moment.nullable(),
};

export const claimSummaryResponse = z.object(summaryShape).meta({ id: 'ClaimSummary' });

export const claimResponse = z
  .object({
    ...summaryShape,
    cycle: z.int(),
    submissionNumber: z.int(),
    frequencyCode: z.string().describe('837P CLM05-3'),
    payerClaimControlNumber: z.string().nullable(),
    coded: z.record(z.string(), z.unknown()).readonly().nullable(),
    eligibility: z.record(z.string(), z.unknown()).readonly().nullable(),
    overriddenEditIds: z.array(z.string()).readonly(),
    openWorkItems: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(workItemKinds),
          cause: z.string(),
          owner: attentionSchema,
          allowedCommands: z.array(z.enum(claimCommandKinds)),
          dueAt: moment,
        }),
      )
      .readonly(),
    version: z.int(),
  })
  .meta({ id: 'Claim' });

const eventResponse = z.object({
  seq: z.int(),
  kind: z.string(),
  stage: claimStageSchema,
  at: moment,
  dueAt: moment.nullable(),
  actor: z.string(),
  summary: z.string(),
  data: z.record(z.string(), z.unknown()).readonly(),
});

export const timelineResponse = z
  .object({
    claimId: z.string(),
    stages: z.array(
      z.object({
        stage: claimStageSchema,
        enteredAt: moment,
        dueAt: moment.nullable(),
        finishedAt: moment.nullable(),
        late: z.boolean(),
        enteredBy: z.string(),
        finishedBy: z.string().nullable(),
        enteredBecause: z.string(),
        finishedBecause: z.string().nullable(),
        events: z.array(eventResponse).readonly(),
      }),
    ),
  })
  .meta({ id: 'Timeline' });

export const explanationResponse = z
  .object({
    claimId: z.string(),
    patientControlNumber: z.string().describe('837P CLM01'),
    headline: z.string(),
    money: z
      .object({ chargeCents: cents, paidCents: cents, adjustedCents: cents, patientResponsibilityCents: cents })
      .describe('what came of the decisions so far'),
    decisions: z
      .array(
        z.object({
          step: z.string(),
          cycle: z.int(),
          at: moment,
          ruleSet: z.string(),
          trace: z.array(traceStepSchema).readonly(),
          findings: z.array(findingResponse).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Explanation' });

const parkedResponse = z.object({
  workItemId: z.string(),
  step: claimStageSchema,
  allowedCommands: z.array(z.enum(claimCommandKinds)).readonly(),
});
const submissionWait = { submissionNumber: z.int() };

export const liveStateResponse = z
  .object({
    claimId: z.string(),
    stage: claimStageSchema,
    waitsFor: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('nothing') }),
      z.object({ kind: z.literal('person'), parked: parkedResponse }),
      z.object({ kind: z.literal('release_of_hold') }),
      z.object({ kind: z.literal('submission'), ...submissionWait }),
      z.object({ kind: z.literal('acknowledgement'), ...submissionWait }),
      z.object({ kind: z.literal('remittance'), ...submissionWait }),
    ]),
    onHold: z.boolean(),
    submissionNumber: z.int(),
    inquiries: z.int(),
  })
  .meta({ id: 'ClaimLiveState' });

export const claimLedgerResponse = z
  .object({
    claimId: z.string(),
    transactions: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        source: z.string(),
        actor: z.string(),
        at: moment,
        entries: z.array(z.object({ account: ledgerAccountSchema, amountCents: cents })).readonly(),
      }),
    ),
    balances: z.array(z.object({ account: ledgerAccountSchema, balanceCents: cents })),
    remittances: z.array(
      z.object({
        remittanceId: z.string(),
        payerName: z.string(),
        traceNumber: z.string(),
        paymentDate: date,
        remittanceState: z.string(),
        statusCode: z.string(),
        chargeCents: cents,
        paidCents: cents,
        patientResponsibilityCents: cents,
        payerClaimControlNumber: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ClaimLedger' });
