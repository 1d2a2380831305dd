import { z } from 'zod';
import { claimBalance, claimBalances } from '../db/ledger.js';
import type { InsuranceOutcome } from '../domain/claim/claim-status.js';
import { type Cents, formatDollars, negateCents, sumCents } from '../domain/kernel/cents.js';
import { transfer } from '../domain/ledger/ledger-transaction.js';
import { bookPatientPayment } from './book-patient-payment.js';
import type { ClaimActivities } from './claim-activities.js';
import type { ClaimStep } from './claim-step.js';
import { runClaimStep } from './run-claim-step.js';
import type { ActivityDeps } from './ports.js';

/** Opens what the patient owes and closes the claim. What insurance still owes was decided before: only a patient’s share is left. */
export function createCloseClaim(deps: ActivityDeps): ClaimActivities['closeClaim'] {
  return async (input) => {
    await runClaimStep(deps, { ...input, actor: 'system:closing' }, z.null(), async (step) => {
      await leaveSelfPayToPatient(step);
      bookPatientPayment(step);
      await settleWithPatient(step);
      step.record({
        kind: 'closed',
        summary: `Closed: ${closingWords(step.claim.insurance_outcome)}.`,
        enters: 'closed',
        changes: { attention: 'none', closed_at: step.now },
        result: null,
      });
      return null;
    });
  };
}

/** What the patient owes is their share less what they paid at the visit; what they paid too much is owed back to them. */
async function settleWithPatient(step: ClaimStep): Promise<void> {
  const { patient_receivable: owedCents, patient_cash: paidCents } = await claimBalances(
    await step.current(),
    step.claim.id,
  );
  const shareCents = sumCents([owedCents, paidCents]);
  if (owedCents > 0) {
    step.record({
      kind: 'patient_balance_opened',
      summary: `The patient owes ${formatDollars(owedCents)}.`,
      data: { owedCents },
      enters: 'patient_balance',
      changes: { patient_balance: 'open', patient_responsibility_cents: shareCents },
    });
  } else if (owedCents < 0) {
    creditPatient(step, negateCents(owedCents), shareCents);
  } else if (paidCents !== 0) {
    step.record({
      kind: 'patient_balance_settled',
      summary: `The patient paid their share of ${formatDollars(shareCents)} at the visit.`,
      changes: { patient_balance: 'settled', patient_responsibility_cents: shareCents },
    });
  }
}

function creditPatient(step: ClaimStep, creditCents: Cents, shareCents: Cents): void {
  step.post({
    transaction: transfer('patient_credit', {
      debit: 'patient_receivable',
      credit: 'refund_payable',
      amountCents: creditCents,
    }),
    key: `patient-credit:${step.claim.id}:${step.key}`,
  });
  step.record({
    kind: 'patient_credit',
    summary: `The patient paid ${formatDollars(creditCents)} more than their share; it is theirs and to be refunded.`,
    data: { creditCents },
    changes: { patient_balance: 'none', patient_responsibility_cents: shareCents },
  });
}

async function leaveSelfPayToPatient(step: ClaimStep): Promise<void> {
  if (step.claim.insurance_outcome !== 'not_covered') return;
  const amountCents = await claimBalance(step.query, step.claim.id, 'insurance_receivable');
  if (amountCents === 0) return;
  step.post({
    transaction: transfer('transfer_to_patient', {
      debit: 'patient_receivable',
      credit: 'insurance_receivable',
      amountCents,
    }),
    key: `to-patient:${step.claim.id}:${step.key}`,
  });
}

function closingWords(outcome: InsuranceOutcome): string {
  switch (outcome) {
    case 'paid':
      return 'insurance paid';
    case 'partially_paid':
      return 'insurance paid in part';
    case 'denied':
      return 'insurance denied';
    case 'rejected':
      return 'insurance rejected it';
    case 'not_covered':
      return 'left to the patient';
    case 'written_off':
      return 'written off';
    case 'void':
      return 'void';
    case 'not_billed':
    case 'pending':
      return 'without an insurance decision';
  }
}
