import { z } from 'zod';
import { claimBalance, postToLedger } from '../db/ledger.js';
import type { InsuranceOutcome } from '../domain/claim/claim-status.js';
import { formatDollars } from '../domain/kernel/cents.js';
import { transfer } from '../domain/ledger/ledger-transaction.js';
import type { ClaimActivities } from './claim-activities.js';
import { type ClaimStep, runClaimStep } from './claim-step.js';
import type { ActivityDeps } from './ports.js';

/** Opens what the patient owes and closes the claim. What insurance still owes was decided before: only a patient’s share is left. */
export function createCloseClaim(deps: ActivityDeps): ClaimActivities['closeClaim'] {
  return async (input) => {
    await runClaimStep(deps, { ...input, actor: 'system:closing' }, z.null(), async (step) => {
      await leaveSelfPayToPatient(step);
      const owedCents = await claimBalance(step.tx, step.claim.id, 'patient_receivable');
      if (owedCents > 0) {
        await step.record({
          kind: 'patient_balance_opened',
          summary: `The patient owes ${formatDollars(owedCents)}.`,
          data: { owedCents },
          enters: 'patient_balance',
          changes: { patient_balance: 'open', patient_responsibility_cents: owedCents },
        });
      }
      await step.record({
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

async function leaveSelfPayToPatient(step: ClaimStep): Promise<void> {
  if (step.claim.insurance_outcome !== 'not_covered') return;
  const amountCents = await claimBalance(step.tx, step.claim.id, 'insurance_receivable');
  if (amountCents === 0) return;
  await postToLedger(step.tx, [
    {
      transaction: transfer('transfer_to_patient', {
        debit: 'patient_receivable',
        credit: 'insurance_receivable',
        amountCents,
      }),
      key: `to-patient:${step.claim.id}:${step.key}`,
      claimId: step.claim.id,
      source: `claim:${step.claim.id}`,
      actor: 'system:closing',
      at: step.now,
    },
  ]);
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
