import { z } from 'zod';
import { applyCorrection, findCorrection, nameCodesOfCorrection } from '../db/claim-corrections.js';
import { findLatestSubmission, moveClaimSubmission } from '../db/claim-submissions.js';
import type { ClaimChanges } from '../db/claim-row.js';
import { claimBalance, claimBalances } from '../db/ledger.js';
import {
  hasReplaceableDecision,
  hasUndecidedSending,
  newestUndecidedRemittance,
  wasReturnedUnprocessable,
} from '../db/payer-decisions.js';
import { rulesInUse } from '../db/practice-rules.js';
import { derivedId } from '../db/new-id.js';
import { resolveWorkItem } from '../db/work-items.js';
import { missingLines, nameCorrectedCodes } from '../domain/claim/name-corrected-codes.js';
import { stepAfterCommand } from '../domain/claim/work-item.js';
import { sumCents } from '../domain/kernel/cents.js';
import type { LedgerTransactionKind } from '../domain/ledger/ledger-transaction.js';
import { transfer } from '../domain/ledger/ledger-transaction.js';
import type { LedgerAccount } from '../domain/ledger/ledger-account.js';
import { selfPayProfile } from '../domain/payer/self-pay-profile.js';
import { practiceRuleEditId } from '../domain/practice-rule/practice-rule-edit.js';
import { scrubEdits } from '../domain/scrubbing/scrub-edits.js';
import type { ClaimActivities, CommandInput, CommandOutcome } from './claim-activities.js';
import type { ClaimStep } from './claim-step.js';
import { runClaimStep } from './run-claim-step.js';
import type { ActivityDeps } from './ports.js';

const commandOutcomeSchema: z.ZodType<CommandOutcome> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('carried_out'), summary: z.string() }),
  z.object({ kind: z.literal('refused'), reason: z.string() }),
  z.object({ kind: z.literal('claim_changed'), version: z.int() }),
]);

/** What a command does to the claim, or why the database says no. */
type Effect =
  | { readonly kind: 'done'; readonly summary: string; readonly changes?: ClaimChanges }
  | { readonly kind: 'refused'; readonly reason: string };

/** Carries out a person’s command in one transaction: its effect, the end of the work item, and the event with who and why. */
export function createCarryOutCommand(deps: ActivityDeps): ClaimActivities['carryOutCommand'] {
  return (input) =>
    runClaimStep(deps, input, commandOutcomeSchema, async (step) => {
      const { version } = step.claim;
      if (input.version !== undefined && input.version !== version) return { kind: 'claim_changed' as const, version };
      const effect = await apply(step, input);
      if (effect.kind === 'refused') return effect;
      if (input.parked !== null && !keepsParked(input)) {
        await resolveWorkItem(await step.transaction(), input.parked.workItemId, {
          at: step.now,
          by: input.actor,
          resolution: `${input.command.kind}: ${input.command.reason}`,
        });
      }
      const result = { kind: 'carried_out' as const, summary: effect.summary };
      step.record({
        kind: `command_${input.command.kind}`,
        summary: effect.summary,
        data: { reason: input.command.reason, workItemId: input.parked?.workItemId ?? null },
        changes: { ...effect.changes, ...(keepsParked(input) ? {} : { attention: 'none' }) },
        result,
      });
      return result;
    });
}

function keepsParked(input: CommandInput): boolean {
  return input.command.kind === 'hold' || input.command.kind === 'release';
}

function apply(step: ClaimStep, input: CommandInput): Promise<Effect> {
  const { command } = input;
  switch (command.kind) {
    case 'hold':
      return hold(step);
    case 'release':
      return release(step);
    case 'correct':
      return correct(step, command.correctionId);
    case 'override':
      return override(step, command.editIds);
    case 'resubmit':
      return resubmit(step);
    case 'retry_step':
      return retryStep(step, input);
    case 'void':
      return voidClaim(step, input.actor);
    case 'write_off':
      return writeOff(step, input.actor);
    case 'bill_patient':
      return billPatient(step, input);
  }
}

/** The news of a decision was taken from the claim's inbox by the step that could not judge it, so it is told again. */
async function retryStep(step: ClaimStep, { parked }: CommandInput): Promise<Effect> {
  const undecided = parked?.step === 'adjudication' ? await newestUndecidedRemittance(step.query, step.claim.id) : null;
  if (undecided !== null) {
    const eventId = derivedId('claimEvent', step.claim.id, 'told-again', step.key);
    const submissionNumber = Math.max(1, step.claim.submission_number);
    const notice = { kind: 'remitted' as const, eventId, submissionNumber, remittanceClaimId: undecided };
    step.tell({ eventId, message: { kind: 'notify_claim', claimId: step.claim.id, notice } });
  }
  return { kind: 'done', summary: 'The step is tried again.' };
}

/** The sending itself is held, under its own lock: it goes into a file, or it is held, never both. */
async function hold(step: ClaimStep): Promise<Effect> {
  const isHeld = await moveClaimSubmission(await step.transaction(), newestSending(step), ['ready'], 'held');
  const latest = isHeld ? null : await findLatestSubmission(await step.transaction(), step.claim.id);
  if (
    latest !== null &&
    latest.submission_number === step.claim.submission_number &&
    ['assembled', 'sent', 'accepted'].includes(latest.state)
  ) {
    return { kind: 'refused', reason: 'the claim is in a file already; a hold can only stop what has not left yet' };
  }
  return { kind: 'done', summary: 'Put on hold.', changes: { on_hold: true } };
}

async function release(step: ClaimStep): Promise<Effect> {
  const isReady = await moveClaimSubmission(await step.transaction(), newestSending(step), ['held'], 'ready');
  const latest = isReady ? await findLatestSubmission(await step.transaction(), step.claim.id) : null;
  if (latest !== null) {
    const eventId = derivedId('claimEvent', step.claim.id, 'released', step.key);
    step.tell({ eventId, message: { kind: 'claims_ready', payerCode: latest.payer_code } });
  }
  return { kind: 'done', summary: 'Released from hold.', changes: { on_hold: false } };
}

function newestSending(step: ClaimStep): { readonly claimId: string; readonly submissionNumber: number } {
  return { claimId: step.claim.id, submissionNumber: step.claim.submission_number };
}

/** A correction of a claim the payer has decided goes out as a replacement where the payer takes one. */
async function correct(step: ClaimStep, correctionId: string): Promise<Effect> {
  const tx = await step.transaction();
  const correction = await findCorrection(tx, step.claim.id, correctionId);
  if (correction === null)
    return { kind: 'refused', reason: 'there is no such correction of this claim; store it first' };
  const missing = missingLines(correction, step.claim.coded);
  if (missing.length > 0) return { kind: 'refused', reason: noSuchLine(missing) };
  if (await mustBeReopened(step, correction.payerCode)) return reopenInstead;
  await nameCodesOfCorrection(tx, correctionId, nameCorrectedCodes(correction, step.claim.coded));
  await applyCorrection(tx, step.claim.id, correctionId, step.now);
  const fields = Object.keys(correction).join(', ');
  return {
    kind: 'done',
    summary: `Corrected: ${fields}.`,
    changes: {
      ...(await nextCycle(step, correction.payerCode)),
      ...(correction.payerCode === undefined ? {} : { payer_code: correction.payerCode }),
      ...(correction.dateOfService === undefined ? {} : { date_of_service: correction.dateOfService }),
    },
  };
}

function noSuchLine(numbers: readonly number[]): string {
  return `the claim has no line ${numbers.join(', ')}; for a line that coding is to give, name its code as forProcedureCode`;
}

const reopenInstead: Effect = {
  kind: 'refused',
  reason:
    'this payer has decided the claim and takes no corrected one: a second claim would be denied as a duplicate; ask the payer to reopen it, or appeal',
};

/** Medicare Part B corrects what it has decided by a reopening (42 CFR 405.980), not by another claim; what it returned unprocessable it has not decided. */
async function mustBeReopened(step: ClaimStep, payerCode = step.claim.payer_code): Promise<boolean> {
  const { claim, payer } = step;
  if (payer?.correctedClaimWay !== 'reopening' || payerCode !== claim.payer_code) return false;
  const tx = await step.transaction();
  return (await hasReplaceableDecision(tx, claim.id)) && !(await wasReturnedUnprocessable(tx, claim.id));
}

async function resubmit(step: ClaimStep): Promise<Effect> {
  if (await mustBeReopened(step)) return reopenInstead;
  return { kind: 'done', summary: 'Goes out again.', changes: await nextCycle(step) };
}

/** What a payer has decided is replaced where it takes replacements, whatever became of a replacement since; another payer gets a new claim. */
async function nextCycle(step: ClaimStep, payerCode = step.claim.payer_code): Promise<ClaimChanges> {
  const { claim, payer } = step;
  const replaces =
    payer?.correctedClaimWay === 'replacement' &&
    payerCode === claim.payer_code &&
    (await hasReplaceableDecision(await step.transaction(), claim.id));
  return { cycle: claim.cycle + 1, frequency_code: replaces ? '7' : '1' };
}

async function override(step: ClaimStep, editIds: readonly string[]): Promise<Effect> {
  const strange = editIds.filter((id) => !knownEditIds.has(id));
  const ownIds = strange.length === 0 ? [] : (await rulesInUse(step.query)).map((rule) => practiceRuleEditId(rule.id));
  const unknown = strange.filter((id) => !ownIds.includes(id));
  if (unknown.length > 0) {
    const reason = `no edit has the id ${unknown.join(', ')}; GET /v1/edits lists them, and the claim’s explanation names those that stopped it`;
    return { kind: 'refused', reason };
  }
  const all = new Set([...step.claim.overridden_edit_ids, ...editIds]);
  return { kind: 'done', summary: `Overridden: ${editIds.join(', ')}.`, changes: { overridden_edit_ids: [...all] } };
}

const knownEditIds = new Set(scrubEdits.map((edit) => edit.id));

async function voidClaim(step: ClaimStep, actor: string): Promise<Effect> {
  const reason = await voidRefusal(step);
  if (reason !== null) return { kind: 'refused', reason };
  await withdraw(step);
  await settleReceivable(step, actor, 'void', 'revenue');
  return { kind: 'done', summary: 'Voided.', changes: { insurance_outcome: 'void' } };
}

/** Only what no payer has decided, and no payer may be deciding, can be made undone in our books alone. */
async function voidRefusal(step: ClaimStep): Promise<string | null> {
  const { id } = step.claim;
  const balances = await claimBalances(await step.transaction(), id);
  if (balances.payer_cash !== 0)
    return 'the payer has paid this claim; its payment must be taken back before it can be void';
  const patientShareCents = sumCents([balances.patient_receivable, balances.patient_cash]);
  if (balances.contractual_adjustment !== 0 || patientShareCents !== 0)
    return 'the payer’s decision on this claim is in the books; it must be taken back before the claim can be void';
  if (await hasUndecidedSending(await step.transaction(), id))
    return 'the payer may hold this claim undecided; wait for its decision, or for its rejection, before it is void';
  return null;
}

async function writeOff(step: ClaimStep, actor: string): Promise<Effect> {
  await withdraw(step);
  await settleReceivable(step, actor, 'write_off', 'write_off');
  return {
    kind: 'done',
    summary: 'The open insurance balance is written off.',
    changes: { insurance_outcome: 'written_off' },
  };
}

async function billPatient(step: ClaimStep, { actor, parked }: CommandInput): Promise<Effect> {
  if (parked !== null && stepAfterCommand(parked.step, 'bill_patient') === 'coding') return becomeSelfPay();
  await withdraw(step);
  await bookMissingCharge(step);
  await settleReceivable(step, actor, 'transfer_to_patient', 'patient_receivable');
  return {
    kind: 'done',
    summary: 'The open insurance balance goes to the patient.',
    changes: { insurance_outcome: 'not_covered' },
  };
}

/** Before there is a charge the visit is left to the patient as payer; coded as self-pay, it gets its charge and its balance. */
function becomeSelfPay(): Effect {
  return {
    kind: 'done',
    summary: 'The visit is left to the patient and coded as self-pay.',
    changes: { payer_code: selfPayProfile.code, eligibility: null },
  };
}

/** A claim that stopped before it was queued has no charge in the book yet; the patient can only owe what is booked. */
async function bookMissingCharge(step: ClaimStep): Promise<void> {
  const booked = await claimBalance(await step.transaction(), step.claim.id, 'revenue');
  if (booked !== 0 || step.claim.charge_cents === 0) return;
  step.post({
    transaction: transfer('charge', {
      debit: 'insurance_receivable',
      credit: 'revenue',
      amountCents: step.claim.charge_cents,
    }),
    key: `charge:${step.claim.id}:${step.key}`,
  });
}

async function withdraw(step: ClaimStep): Promise<void> {
  await moveClaimSubmission(await step.transaction(), newestSending(step), ['ready', 'held'], 'withdrawn');
}

async function settleReceivable(
  step: ClaimStep,
  actor: string,
  kind: LedgerTransactionKind,
  debit: LedgerAccount,
): Promise<void> {
  const amountCents = await claimBalance(await step.transaction(), step.claim.id, 'insurance_receivable');
  if (amountCents === 0) return;
  step.post({
    transaction: transfer(kind, { debit, credit: 'insurance_receivable', amountCents }),
    key: `${kind}:${step.claim.id}:${step.key}`,
    source: actor,
  });
}
