import { z } from 'zod';
import { claimBalance } from '../db/ledger.js';
import { derivedId } from '../db/new-id.js';
import { negateCents, subtractCents } from '../domain/kernel/cents.js';
import { transfer } from '../domain/ledger/ledger-transaction.js';
import { bookPatientPayment } from './book-patient-payment.js';
import type { ClaimActivities, QueueOutcome } from './claim-activities.js';
import type { ClaimStep } from './claim-step.js';
import { payerUnknownCause } from './payer-unknown-cause.js';
import { parkedOutcomeSchema, runClaimStep } from './run-claim-step.js';
import { InvariantError } from '../domain/kernel/invariant-error.js';
import type { ActivityDeps } from './ports.js';

const queueOutcomeSchema: z.ZodType<QueueOutcome> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queued'), submissionNumber: z.int() }),
  z.object({ kind: z.literal('nothing_to_send') }),
  parkedOutcomeSchema,
]);

/** Books the charge and what the patient paid, and puts the claim into its payer's queue under the next number; a self-pay visit has nothing to send. */
export function createQueueForSubmission(deps: ActivityDeps): ClaimActivities['queueForSubmission'] {
  return (input) =>
    runClaimStep(deps, { ...input, actor: 'system:submission' }, queueOutcomeSchema, async (step) => {
      const payer = step.payer;
      if (payer === null) {
        return step.park('submission', { kind: 'payer_unknown', cause: payerUnknownCause(step.claim) });
      }
      await bookCharge(step);
      bookPatientPayment(step);
      return payer.payerClass === 'self_pay' ? leaveToPatient(step) : queue(step, payer.code);
    });
}

/** Brings the charge in the book to the charge of the claim: the whole at first, the difference after a correction. */
async function bookCharge(step: ClaimStep): Promise<void> {
  // Revenue stands on the credit side, so what is booked is the negative of its balance.
  const bookedCents = negateCents(await claimBalance(step.query, step.claim.id, 'revenue'));
  const amountCents = subtractCents(step.claim.charge_cents, bookedCents);
  if (amountCents === 0) return;
  const kind = bookedCents === 0 ? 'charge' : 'charge_correction';
  step.post({
    transaction: transfer(kind, { debit: 'insurance_receivable', credit: 'revenue', amountCents }),
    key: `charge:${step.claim.id}:${step.key}`,
  });
}

function leaveToPatient(step: ClaimStep): QueueOutcome {
  const result = { kind: 'nothing_to_send' as const };
  step.record({
    kind: 'left_to_patient',
    summary: 'There is no insurance to bill; the charge is the patient’s own.',
    enters: 'patient_balance',
    changes: { insurance_outcome: 'not_covered' },
    result,
  });
  return result;
}

function queue(step: ClaimStep, payerCode: string): QueueOutcome {
  const { claim } = step;
  if (claim.coded === null) throw new InvariantError('a claim is coded before it is queued');
  const submissionNumber = claim.submission_number + 1;
  step.queue({
    claimId: claim.id,
    submissionNumber,
    payerCode,
    cycle: claim.cycle,
    frequencyCode: claim.frequency_code,
    payerClaimControlNumber: claim.payer_claim_control_number,
    coded: claim.coded,
    chargeCents: claim.charge_cents,
    clearinghouseClaimNumber: `${claim.patient_control_number}S${submissionNumber}`,
    readyAt: step.now,
    state: claim.on_hold ? 'held' : 'ready',
  });
  step.tell({
    eventId: derivedId('claimEvent', claim.id, 'ready', String(submissionNumber)),
    message: { kind: 'claims_ready', payerCode },
  });
  const result = { kind: 'queued' as const, submissionNumber };
  step.record({
    kind: 'queued',
    summary: submissionNumber === 1 ? 'Ready to be sent.' : `Ready to be sent again (sending ${submissionNumber}).`,
    data: { submissionNumber, frequencyCode: claim.frequency_code },
    ...(claim.stage === 'submission' ? {} : { enters: 'submission' as const }),
    changes: { submission_number: submissionNumber, insurance_outcome: 'pending' },
    result,
  });
  return result;
}
