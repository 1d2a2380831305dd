import type { ClaimContext } from '../db/claim-context.js';
import type { ClaimChanges, ClaimRow } from '../db/claim-row.js';
import {
  type ClaimEventInput,
  type ClaimStepWrites,
  lockClaim,
  type StagedClaimEvent,
  writeClaimStep,
} from '../db/claim-steps.js';
import type { QueuedClaim } from '../db/claim-submissions.js';
import type { TraceInput } from '../db/claim-traces.js';
import type { PracticeReader, PracticeSession, PracticeTransaction } from '../db/database.js';
import type { EligibilityAnswerInput } from '../db/eligibility-checks.js';
import type { PostingInput } from '../db/ledger.js';
import type { OutboxEntry } from '../db/outbox.js';
import { workItemId } from '../db/work-items.js';
import type { ParkedClaim } from '../domain/claim/command-refusal.js';
import type { ClaimStage } from '../domain/claim/claim-status.js';
import { stageDueAt } from '../domain/claim/service-level.js';
import { type WorkItemKind, workItemPolicies } from '../domain/claim/work-item.js';
import { ruleSetVersion } from '../domain/coding/rule-set.js';
import { type Cents, subtractCents, sumCents } from '../domain/kernel/cents.js';
import type { Finding } from '../domain/kernel/finding.js';
import { InvariantError } from '../domain/kernel/invariant-error.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { PayerProfile } from '../domain/payer/payer-profile.js';
import { ClaimChangedError } from './claim-changed-error.js';
import { effectivePayer } from './effective-payer.js';

/** What a step tells: the event without what the step adds itself. */
export type StepEvent = Omit<ClaimEventInput, 'key' | 'at' | 'actor' | 'enters'> & {
  /** The stage entered with it: due by its service level, or at another moment. */
  readonly enters?: ClaimStage | { readonly stage: ClaimStage; readonly dueAt: Instant };
};

export type ParkInput = {
  readonly kind: WorkItemKind;
  readonly cause: string;
  readonly findings?: readonly Finding[];
  readonly data?: ClaimEventInput['data'];
  readonly changes?: ClaimChanges;
};

type StepTrace = Pick<TraceInput, 'step' | 'trace'> & Partial<Pick<TraceInput, 'findings'>>;
type StepPosting = Omit<PostingInput, 'claimId' | 'actor' | 'at' | 'source'> & { readonly source?: string };

type Collected = {
  -readonly [Part in keyof Omit<ClaimStepWrites, 'claimId' | 'eventCount'>]: ClaimStepWrites[Part];
};

const nothing: Collected = {
  events: [],
  changes: {},
  traces: [],
  postings: [],
  workItems: [],
  messages: [],
  queued: [],
  eligibilityChecks: [],
  conditions: [],
};

/**
 * One step of one claim. What it writes is collected and leaves as one statement when the step ends, which holds only if
 * the claim is still as it was read; so a clean step is one read and one write, and locks nothing while it thinks.
 */
export class ClaimStep {
  claim: ClaimRow;
  private eventCount: number;
  private eventsBesideResult = 0;
  private collected: Collected = nothing;

  constructor(
    private readonly session: PracticeSession,
    readonly context: ClaimContext,
    readonly key: string,
    readonly now: Instant,
    private readonly actor: string,
    private hasLock: boolean,
  ) {
    this.claim = context.claim;
    this.eventCount = context.claim.event_count;
  }

  get payer(): PayerProfile | null {
    return effectivePayer(this.context);
  }

  get timeZone(): string {
    return this.context.practice.timeZone;
  }

  /** For reading; what this step has collected may not show yet. */
  get query(): PracticeReader {
    return this.session;
  }

  /** For reading with what this step has collected, if anything. */
  async current(): Promise<PracticeReader> {
    return this.collected === nothing ? this.session : await this.transaction();
  }

  /** A transaction that holds the claim's lock and sees all that was collected; for statements of the step's own. */
  async transaction(): Promise<PracticeTransaction> {
    await this.session.begin();
    if (!this.hasLock) {
      const { event_count } = await lockClaim(this.session, this.claim.id);
      if (event_count !== this.eventCount) throw new ClaimChangedError();
      this.hasLock = true;
    }
    await this.write();
    return this.session;
  }

  /** Records an event: the one with the step's result under the step's key, those before it under keys of their own. */
  record(event: StepEvent): void {
    const { enters, ...rest } = event;
    if (event.result === undefined) this.eventsBesideResult += 1;
    const key = event.result === undefined ? `${this.key}+${this.eventsBesideResult}` : this.key;
    const entered = typeof enters === 'string' ? { stage: enters, dueAt: this.dueAt(enters) } : enters;
    const changes: ClaimChanges = {
      ...event.changes,
      ...(entered === undefined
        ? {}
        : { stage: entered.stage, stage_entered_at: this.now, stage_due_at: entered.dueAt }),
    };
    const staged: StagedClaimEvent = {
      ...rest,
      key,
      at: this.now,
      actor: this.actor,
      stage: entered?.stage ?? this.claim.stage,
      ...(entered === undefined ? {} : { enters: entered }),
    };
    this.claim = { ...this.claim, ...definedOnly(changes) };
    this.collect({ events: [...this.collected.events, staged], changes: { ...this.collected.changes, ...changes } });
  }

  /** Keeps why the step decided as it did. */
  explain({ step, trace, findings = [] }: StepTrace): void {
    const { id: claimId, cycle } = this.claim;
    const kept: TraceInput = { claimId, cycle, step, trace, findings, at: this.now, ruleSet: ruleSetVersion };
    this.collect({ traces: [...this.collected.traces, kept] });
  }

  /** Posts to the ledger, by default on the claim's own account. */
  post(posting: StepPosting): void {
    const { id: claimId } = this.claim;
    const full = { source: `claim:${claimId}`, ...posting, claimId, actor: this.actor, at: this.now };
    this.collect({ postings: [...this.collected.postings, full] });
  }

  /** Tells a workflow, once the step is written. */
  tell(entry: OutboxEntry): void {
    this.collect({ messages: [...this.collected.messages, entry] });
  }

  /** Puts the claim into its payer's queue. */
  queue(queued: QueuedClaim): void {
    this.collect({ queued: [...this.collected.queued, queued] });
  }

  /** Makes a condition of the step: when it does not hold at the moment of writing, the step is taken anew. */
  require(condition: ClaimStepWrites['conditions'][number]): void {
    this.collect({ conditions: [...this.collected.conditions, condition] });
  }

  keepEligibilityAnswer(answer: EligibilityAnswerInput): void {
    this.collect({ eligibilityChecks: [...this.collected.eligibilityChecks, answer] });
  }

  /** Opens a work item at a stage and records that the claim waits for its owner. */
  park(stage: ClaimStage, input: ParkInput): { readonly kind: 'parked'; readonly parked: ParkedClaim } {
    const policy = workItemPolicies[input.kind];
    const key = `${this.claim.id}:${this.key}`;
    const item = {
      kind: input.kind,
      key,
      cause: input.cause,
      findings: input.findings ?? [],
      amountCents: openCents(this.claim),
      at: this.now,
      timeZone: this.timeZone,
      claimId: this.claim.id,
    };
    this.collect({ workItems: [...this.collected.workItems, item] });
    const id = workItemId(this.session.practiceId, key);
    const result = {
      kind: 'parked' as const,
      parked: { workItemId: id, step: stage, allowedCommands: policy.allowedCommands },
    };
    this.record({
      kind: 'parked',
      summary: input.cause,
      data: { ...input.data, workItemId: id, workItemKind: input.kind },
      ...(this.claim.stage === stage ? {} : { enters: stage }),
      changes: { ...input.changes, attention: policy.owner },
      result,
    });
    return result;
  }

  /** Writes what was collected; a claim that has changed since it was read is a `ClaimChangedError`, and nothing is written. */
  async write(): Promise<void> {
    if (this.collected === nothing) return;
    const { collected, eventCount } = this;
    if (!this.hasLock && collected.events.length === 0)
      throw new InvariantError(
        'a step that changes something tells of it in an event: others see by it that the claim has changed',
      );
    if (!(await writeClaimStep(this.session, { ...collected, claimId: this.claim.id, eventCount })))
      throw new ClaimChangedError();
    this.collected = nothing;
    this.eventCount += collected.events.length;
  }

  private dueAt(stage: ClaimStage): Instant | null {
    return stageDueAt(stage, this.now, { payer: this.payer, timeZone: this.timeZone });
  }

  private collect(part: Partial<Collected>): void {
    this.collected = { ...this.collected, ...part };
  }
}

/** What nobody has paid, adjusted or taken over yet: what is at stake while the claim waits. */
function openCents(claim: ClaimRow): Cents {
  return subtractCents(
    claim.charge_cents,
    sumCents([claim.paid_cents, claim.adjusted_cents, claim.patient_responsibility_cents]),
  );
}

function definedOnly(changes: ClaimChanges): ClaimChanges {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
