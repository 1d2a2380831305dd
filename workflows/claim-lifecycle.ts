import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  currentUpdateInfo,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type {
  ClaimActivities,
  ClaimInquiryActivities,
  ClaimStepInput,
  StepOutcome,
} from '../activities/claim-activities.js';
import type { ClaimCommand } from '../domain/claim/claim-command.js';
import { commandRefusal, type ParkedClaim } from '../domain/claim/command-refusal.js';
import type { ClaimStage } from '../domain/claim/claim-status.js';
import { stepAfterCommand } from '../domain/claim/work-item.js';
import { ClaimInbox } from './claim-inbox.js';
import { faultKind } from './fault-kind.js';
import {
  type ClaimCommandReceipt,
  type ClaimCommandRequest,
  type ClaimLifecycleInput,
  type ClaimLiveState,
  type ClaimWait,
  claimCommandUpdate,
  claimNoticeSignal,
  claimStateQuery,
} from './messages.js';
import { needsAttentionAttribute } from './search-attributes.js';
import { clearinghouseTaskQueue, heartbeatTimeout } from './task-queues.js';

const book = proxyLocalActivities<ClaimActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
});
const clearinghouse = proxyActivities<ClaimInquiryActivities>({
  taskQueue: clearinghouseTaskQueue,
  startToCloseTimeout: '70s',
  heartbeatTimeout,
  retry: { initialInterval: '1s', maximumInterval: '20s', maximumAttempts: 7 },
});

/** A file that was rejected as a whole is sent again by itself this often before a person is asked. */
const fileRejectionsMax = 1;

/**
 * One claim from the visit to its last cent:
 *
 *   eligibility → coding → scrubbing → submission → acknowledgement → adjudication → closed
 *                    ↑         ↑           ↑ rejected     │                │ denied
 *                    └─────────┴── a person ──────────────┴────────────────┘
 *
 * Each step names the one that follows. A step that can't go on leaves a work item and the claim waits; it never fails.
 */
export async function ClaimLifecycle(input: ClaimLifecycleInput): Promise<void> {
  const claim = new ClaimJourney(input);
  claim.listen();
  let step: ClaimStage = 'eligibility';
  while (step !== 'closed') step = await claim.take(step);
  await claim.close();
  await condition(allHandlersFinished);
}

/** The state of one claim's workflow and its steps. Decisions are taken in `domain`, effects in activities. */
class ClaimJourney {
  private readonly inbox = new ClaimInbox();
  private stage: ClaimStage = 'intake';
  private waitsFor: ClaimWait = { kind: 'nothing' };
  private onHold = false;
  private parked: ParkedClaim | null = null;
  private resolution: ClaimStage | null = null;
  private commandUnderWay = false;
  private stepsTaken = 0;
  private submissionNumber = 0;
  private fileRejections = 0;
  private inquiries = 0;
  /** How long the present wait may last on the wall clock before the deadline is looked up. */
  private waitWallMillis = 0;

  constructor(private readonly input: ClaimLifecycleInput) {}

  listen(): void {
    setHandler(claimNoticeSignal, (notice) => this.inbox.receive(notice));
    setHandler(claimStateQuery, () => this.liveState());
    setHandler(claimCommandUpdate, (request) => this.carryOut(request), {
      validator: (request: ClaimCommandRequest) => this.refuseUnlessAllowed(request.command),
    });
  }

  /** Takes one step and gives the next; a step whose retries are spent is parked with its fault. */
  async take(step: ClaimStage): Promise<ClaimStage> {
    if (this.onHold) await this.untilReleased();
    this.stage = step;
    this.stepsTaken += 1;
    try {
      return await this.perform(step);
    } catch (fault) {
      if (isCancellation(fault)) throw fault;
      const outcome = await book.parkFailedStep({ ...this.key('fault'), step, fault: faultKind(fault) });
      return this.goOn(outcome, step);
    }
  }

  async close(): Promise<void> {
    this.stage = 'closed';
    this.waitsFor = { kind: 'nothing' };
    await book.closeClaim(this.key('close'));
    await this.handOverUnread();
  }

  /** A remittance that came while the claim was on its way to the end is in the books; a person hears of it. */
  private async handOverUnread(): Promise<void> {
    const { practiceId, claimId } = this.input;
    for (let late = this.inbox.take(0, 'remitted'); late !== undefined; late = this.inbox.take(0, 'remitted')) {
      await book.reportLateRemittance({ practiceId, claimId, remittanceClaimId: late.remittanceClaimId });
    }
  }

  private perform(step: ClaimStage): Promise<ClaimStage> {
    switch (step) {
      case 'intake':
      case 'eligibility':
        return this.verifyCoverage();
      case 'coding':
        return this.code();
      case 'scrubbing':
        return this.scrub();
      case 'submission':
        return this.submit();
      case 'acknowledgement':
        return this.awaitAcknowledgement();
      case 'adjudication':
      case 'posting':
        return this.awaitRemittance();
      case 'patient_balance':
      case 'closed':
        return Promise.resolve('closed');
    }
  }

  private async verifyCoverage(): Promise<ClaimStage> {
    return this.goOn(await clearinghouse.verifyEligibility(this.key('eligibility')), 'coding');
  }

  private async code(): Promise<ClaimStage> {
    return this.goOn(await book.codeClaim(this.key('coding')), 'scrubbing');
  }

  private async scrub(): Promise<ClaimStage> {
    return this.goOn(await book.scrubClaim(this.key('scrubbing')), 'submission');
  }

  /** Puts the claim into the queue of its payer and waits until a file with it has left. */
  private async submit(): Promise<ClaimStage> {
    const outcome = await book.queueForSubmission(this.key('submission'));
    if (outcome.kind === 'nothing_to_send') return 'closed';
    if (outcome.kind === 'parked') return this.waitForPerson(outcome.parked);
    const number = outcome.submissionNumber;
    this.submissionNumber = number;
    this.inquiries = 0;
    this.waitsFor = { kind: 'submission', submissionNumber: number };
    await condition(() => this.inbox.has(number, 'submitted', 'rejected'));
    this.waitWallMillis = this.inbox.take(number, 'submitted')?.waitWallMillis ?? 0;
    return 'acknowledgement';
  }

  /** The payer accepts or rejects; a remittance that comes first says that it accepted. Silence past the deadline asks. */
  private async awaitAcknowledgement(): Promise<ClaimStage> {
    const number = this.submissionNumber;
    this.waitsFor = { kind: 'acknowledgement', submissionNumber: number };
    if (!(await this.hears('accepted', 'rejected', 'file_rejected', 'remitted'))) return this.inquire();
    const rejected = this.inbox.take(number, 'rejected', 'file_rejected');
    if (rejected !== undefined) return this.comeBack(rejected.kind, rejected.cause);
    this.waitWallMillis = this.inbox.take(number, 'accepted')?.waitWallMillis ?? this.waitWallMillis;
    return 'adjudication';
  }

  /** The money decision. The remittance is in the books before the claim hears of it. */
  private async awaitRemittance(): Promise<ClaimStage> {
    this.waitsFor = { kind: 'remittance', submissionNumber: this.submissionNumber };
    this.inbox.take(this.submissionNumber, 'accepted');
    if (!(await this.hears('remitted', 'rejected', 'file_rejected'))) return this.inquire();
    const remitted = this.inbox.take(this.submissionNumber, 'remitted');
    if (remitted !== undefined) return this.decide(remitted.remittanceClaimId);
    const rejected = this.inbox.take(this.submissionNumber, 'rejected', 'file_rejected');
    return rejected === undefined ? 'adjudication' : this.comeBack(rejected.kind, rejected.cause);
  }

  private async decide(remittanceClaimId: string): Promise<ClaimStage> {
    const outcome = await book.decideAfterRemittance({ ...this.key('remittance'), remittanceClaimId });
    if (outcome.kind === 'settled') return 'closed';
    if (outcome.kind === 'corrected') return 'scrubbing';
    return this.waitForPerson(outcome.parked);
  }

  private async inquire(): Promise<ClaimStage> {
    this.inquiries += 1;
    const outcome = await clearinghouse.inquireClaimStatus({ ...this.key('inquiry'), inquiry: this.inquiries });
    if (outcome.kind === 'parked') return this.waitForPerson(outcome.parked);
    this.waitWallMillis = outcome.waitWallMillis;
    return outcome.stage;
  }

  private async comeBack(kind: 'rejected' | 'file_rejected', cause: string): Promise<ClaimStage> {
    if (kind === 'file_rejected' && this.fileRejections < fileRejectionsMax) {
      this.fileRejections += 1;
      return 'submission';
    }
    const parkedKind = kind === 'rejected' ? 'payer_rejected' : 'file_rejected';
    return this.goOn(await book.parkRejectedClaim({ ...this.key('rejection'), kind: parkedKind, cause }), 'scrubbing');
  }

  /** Waits for a notice of the present submission until the deadline in the database has passed; false when it has. */
  private async hears(...kinds: readonly ('accepted' | 'rejected' | 'file_rejected' | 'remitted')[]): Promise<boolean> {
    const heard = () => this.inbox.has(this.submissionNumber, ...kinds);
    for (;;) {
      if (await condition(heard, Math.max(1, this.waitWallMillis))) return true;
      const { practiceId, claimId } = this.input;
      const deadline = await book.checkDeadline({ practiceId, claimId });
      if (deadline.passed) return heard();
      this.waitWallMillis = deadline.waitWallMillis;
    }
  }

  private goOn(outcome: StepOutcome, next: ClaimStage): ClaimStage | Promise<ClaimStage> {
    return outcome.kind === 'parked' ? this.waitForPerson(outcome.parked) : next;
  }

  /** Waits for a command, or for news from the payer that make the question moot. */
  private async waitForPerson(parked: ParkedClaim): Promise<ClaimStage> {
    this.parked = parked;
    this.resolution = null;
    this.waitsFor = { kind: 'person', parked };
    upsertSearchAttributes([{ key: needsAttentionAttribute, value: true }]);
    await condition(() => this.resolution !== null || (!this.commandUnderWay && this.hasNewsFor(parked)));
    this.parked = null;
    this.waitsFor = { kind: 'nothing' };
    upsertSearchAttributes([{ key: needsAttentionAttribute, value: false }]);
    if (this.resolution !== null) return this.resolution;
    await book.resolveByNews({ ...this.key('news'), workItemId: parked.workItemId });
    return parked.step;
  }

  private hasNewsFor(parked: ParkedClaim): boolean {
    if (parked.step === 'acknowledgement') return this.inbox.hasAny(this.submissionNumber);
    return parked.step === 'adjudication' && this.inbox.has(this.submissionNumber, 'remitted');
  }

  private async untilReleased(): Promise<void> {
    this.waitsFor = { kind: 'release_of_hold' };
    await condition(() => !this.onHold);
  }

  private refuseUnlessAllowed(command: ClaimCommand): void {
    const refusal = this.commandUnderWay
      ? 'another command is being carried out; look at the claim again in a moment'
      : commandRefusal({ stage: this.stage, onHold: this.onHold, parked: this.parked }, command);
    if (refusal !== null) throw ApplicationFailure.nonRetryable(refusal, 'CommandRefused');
  }

  private async carryOut(request: ClaimCommandRequest): Promise<ClaimCommandReceipt> {
    this.commandUnderWay = true;
    const parked = this.parked;
    try {
      const key = `command:${currentUpdateInfo()?.id ?? this.stepsTaken}`;
      const outcome = await book.carryOutCommand({ ...this.input, key, ...request, parked });
      if (outcome.kind === 'carried_out') this.goBy(request.command, parked);
      return outcome;
    } finally {
      this.commandUnderWay = false;
    }
  }

  private goBy(command: ClaimCommand, parked: ParkedClaim | null): void {
    if (command.kind === 'hold' || command.kind === 'release') this.onHold = command.kind === 'hold';
    else if (parked !== null) this.resolution = stepAfterCommand(parked.step, command.kind);
  }

  /** The idempotency key of the present step: made here once, so a repeated activity changes nothing. */
  private key(step: string): ClaimStepInput {
    return { ...this.input, key: `${step}:${this.stepsTaken}` };
  }

  private liveState(): ClaimLiveState {
    return {
      claimId: this.input.claimId,
      stage: this.stage,
      waitsFor: this.waitsFor,
      onHold: this.onHold,
      submissionNumber: this.submissionNumber,
      inquiries: this.inquiries,
    };
  }
}
