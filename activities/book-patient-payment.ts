import { cents } from '../domain/kernel/cents.js';
import { transfer } from '../domain/ledger/ledger-transaction.js';
import type { ClaimStep } from './claim-step.js';

/** Books what the patient paid at the visit, once in the claim's life: with its charge, or at its end when it was never charged. */
export function bookPatientPayment(step: ClaimStep): void {
  const amountCents = cents(step.context.visit.patientPaidCents ?? 0);
  if (amountCents === 0) return;
  step.post({
    transaction: transfer('patient_payment', { debit: 'patient_cash', credit: 'patient_receivable', amountCents }),
    key: `patient-paid:${step.claim.id}`,
  });
}
