import { z } from 'zod';
import { type ClaimContext, lockClaimContext } from '../db/claim-context.js';
import type { ClaimRow } from '../db/claim-row.js';
import { type ClaimEventInput, recordEvent } from '../db/claim-steps.js';
import type { PracticeTransaction } from '../db/database.js';
import { openWorkItem } from '../db/work-items.js';
import { claimCommandKinds } from '../domain/claim/claim-command.js';
import type { ParkedClaim } from '../domain/claim/command-refusal.js';
import { type ClaimStage, claimStageSchema } from '../domain/claim/claim-status.js';
import { stageDueAt } from '../domain/claim/service-level.js';
import { type WorkItemKind, workItemPolicies } from '../domain/claim/work-item.js';
import type { Finding } from '../domain/kernel/finding.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { PayerProfile } from '../domain/payer/payer-profile.js';
import { selfPayProfile } from '../domain/payer/self-pay-profile.js';
import type { ClaimStepInput } from './claim-activities.js';
import type { ActivityDeps } from './ports.js';

const parkedSchema: z.ZodType<ParkedClaim> = z.object({
  workItemId: z.string(),
  step: claimStageSchema,
  allowedCommands: z.array(z.enum(claimCommandKinds)),
});
export const parkedOutcomeSchema = z.object({ kind: z.literal('parked'), parked: parkedSchema });
export const doneOutcomeSchema = z.object({ kind: z.literal('done') });
export const stepOutcomeSchema = z.discriminatedUnion('kind', [doneOutcomeSchema, parkedOutcomeSchema]);

/** What a step tells: the event without what the step adds itself. */
export type StepEvent = Omit<ClaimEventInput, 'key' | 'at' | 'actor' | 'enters'> & { readonly enters?: ClaimStage };

export type ParkInput = {
  readonly kind: WorkItemKind;
  readonly cause: string;
  readonly findings?: readonly Finding[];
  readonly data?: ClaimEventInput['data'];
  readonly changes?: ClaimEventInput['changes'];
};

/** One step of one claim inside its transaction: the claim is locked, the step is done for the first time. */
export class ClaimStep {
  private events = 0;
  claim: ClaimRow;

  constructor(
    readonly tx: PracticeTransaction,
    readonly context: ClaimContext,
    readonly key: string,
    readonly now: Instant,
    private readonly actor: string,
  ) {
    this.claim = context.claim;
  }

  get payer(): PayerProfile | null {
    return effectivePayer(this.context);
  }

  get timeZone(): string {
    return this.context.practice.timeZone;
  }

  /** The deadline of a stage entered now. */
  dueAt(stage: ClaimStage): Instant | null {
    return stageDueAt(stage, this.now, { payer: this.payer, timeZone: this.timeZone });
  }

  /** Records an event: the one with the step's result under the step's key, those before it under keys of their own. */
  async record(event: StepEvent): Promise<void> {
    const { enters, ...rest } = event;
    this.events += 1;
    const key = event.result === undefined ? `${this.key}+${this.events}` : this.key;
    this.claim = await recordEvent(this.tx, this.claim, {
      ...rest,
      key,
      at: this.now,
      actor: this.actor,
      ...(enters === undefined ? {} : { enters: { stage: enters, dueAt: this.dueAt(enters) } }),
    });
  }

  /** Opens a work item at a stage and records that the claim waits for its owner. */
  async park(stage: ClaimStage, input: ParkInput): Promise<{ readonly kind: 'parked'; readonly parked: ParkedClaim }> {
    const policy = workItemPolicies[input.kind];
    const workItemId = await openWorkItem(this.tx, {
      kind: input.kind,
      key: `${this.claim.id}:${this.key}`,
      cause: input.cause,
      findings: input.findings ?? [],
      amountCents: this.claim.charge_cents,
      at: this.now,
      timeZone: this.timeZone,
      claimId: this.claim.id,
    });
    const result = {
      kind: 'parked' as const,
      parked: { workItemId, step: stage, allowedCommands: policy.allowedCommands },
    };
    await this.record({
      kind: 'parked',
      summary: input.cause,
      data: { ...input.data, workItemId, workItemKind: input.kind },
      ...(this.claim.stage === stage ? {} : { enters: stage }),
      changes: { ...input.changes, attention: policy.owner },
      result,
    });
    return result;
  }
}

/**
 * The payer whose policy counts. A visit without any coverage, or one that a person left to the patient, is the patient's
 * own to pay; that needs no profile of the practice.
 */
export function effectivePayer(context: Pick<ClaimContext, 'claim' | 'payer' | 'visit'>): PayerProfile | null {
  const isSelfPay = context.claim.payer_code === selfPayProfile.code || context.visit.coverages.length === 0;
  return context.payer ?? (isSelfPay ? selfPayProfile : null);
}

/** Runs a step once: in one transaction with its events, or not at all when its key shows that it was done before. */
export function runClaimStep<T>(
  deps: ActivityDeps,
  input: ClaimStepInput & { readonly actor: string },
  resultSchema: z.ZodType<T>,
  work: (step: ClaimStep) => Promise<T>,
): Promise<T> {
  return deps.db.inPractice(input.practiceId, async (tx) => {
    const context = await lockClaimContext(tx, input.claimId, input.key);
    if (context.prior !== null) return resultSchema.parse(context.prior.result);
    return work(new ClaimStep(tx, context, input.key, deps.clock.now(), input.actor));
  });
}
