import { postToLedger } from '../db/ledger.js';
import { cents } from '../domain/kernel/cents.js';
import { transfer } from '../domain/ledger/ledger-transaction.js';
import type { ClaimStep } from './claim-step.js';

/** Books what the patient paid at the visit, once in the claim's life: with its charge, or at its end when it was never charged. */
export async function bookPatientPayment(step: ClaimStep, actor: string): Promise<void> {
  const { id } = step.claim;
  const amountCents = cents(step.context.visit.patientPaidCents ?? 0);
  if (amountCents === 0) return;
  await postToLedger(step.tx, [
    {
      transaction: transfer('patient_payment', { debit: 'patient_cash', credit: 'patient_receivable', amountCents }),
      key: `patient-paid:${id}`,
      claimId: id,
      source: `claim:${id}`,
      actor,
      at: step.now,
    },
  ]);
}
