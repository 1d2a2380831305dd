import { z } from 'zod';
import { applyCorrection, storeCorrection } from '../db/claim-corrections.js';
import { claimBalance } from '../db/ledger.js';
import { derivedId } from '../db/new-id.js';
import { type DecidedClaim, getRemittanceClaim } from '../db/remittance-claims.js';
import { correctionBetween } from '../domain/claim/correction-between.js';
import type { CodedClaim } from '../domain/coding/coded-claim.js';
import { decideAfterRemittance } from '../domain/denial/decide-after-remittance.js';
import { denialDeadlines } from '../domain/denial/denial-deadlines.js';
import type { RemittanceDecision } from '../domain/denial/remittance-decision.js';
import { formatDollars } from '../domain/kernel/cents.js';
import type { PlainDate } from '../domain/kernel/plain-date.js';
import type { PayerProfile } from '../domain/payer/payer-profile.js';
import { isReversal } from '../domain/x12/835/is-reversal.js';
import type { ClaimActivities, RemittanceOutcome } from './claim-activities.js';
import type { ClaimStep } from './claim-step.js';
import { payerUnknownCause } from './payer-unknown-cause.js';
import { parkedOutcomeSchema, runClaimStep } from './run-claim-step.js';
import { InvariantError } from '../domain/kernel/invariant-error.js';
import type { ActivityDeps } from './ports.js';

const remittanceOutcomeSchema: z.ZodType<RemittanceOutcome> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settled') }),
  z.object({ kind: z.literal('corrected') }),
  parkedOutcomeSchema,
]);

const actor = 'system:adjudication';

/** Decides what follows a remittance that is in the books: settle, correct by rule and send again, or ask a person. It posts nothing. */
export function createDecideAfterRemittance(deps: ActivityDeps): ClaimActivities['decideAfterRemittance'] {
  return (input) =>
    runClaimStep(deps, { ...input, actor }, remittanceOutcomeSchema, async (step) => {
      const decided = await getRemittanceClaim(step.query, input.remittanceClaimId);
      if (isReversal({ statusCode: decided.status_code })) {
        const cause = 'The payer took its earlier decision back and sent no new one.';
        return step.park('adjudication', {
          kind: 'payer_took_back',
          cause,
          data: { decidedBy: input.remittanceClaimId },
        });
      }
      const decision = decide(step, decided);
      step.explain({ step: 'remittance', trace: decision.trace });
      switch (decision.kind) {
        case 'settled':
          return settle(step, input.remittanceClaimId);
        case 'payer_unknown':
          // Without `decidedBy`: tried again, the same decision of the payer is judged anew.
          return step.park('adjudication', { kind: 'payer_unknown', cause: payerUnknownCause(step.claim) });
        case 'correct_and_resubmit':
          return correct(step, decision, input.remittanceClaimId);
        case 'park':
          return parkDenied(step, decision, {
            decidedBy: input.remittanceClaimId,
            remittanceDate: decided.payment_date,
          });
      }
    });
}

function decide(step: ClaimStep, decided: DecidedClaim): RemittanceDecision {
  const { claim, context } = step;
  return decideAfterRemittance({
    remittanceClaim: decided.data,
    claim: codedOf(step),
    payer: step.payer,
    visit: context.visit,
    cycle: claim.cycle,
    triedCorrections: claim.tried_corrections,
  });
}

function payerOf({ payer }: ClaimStep): PayerProfile {
  if (payer === null) throw new InvariantError('a denial is judged by the profile of its payer');
  return payer;
}

function codedOf({ claim }: ClaimStep): CodedClaim {
  if (claim.coded === null) throw new InvariantError('a claim that was decided has been coded');
  return claim.coded;
}

async function settle(step: ClaimStep, decidedBy: string): Promise<RemittanceOutcome> {
  const leftCents = await claimBalance(step.query, step.claim.id, 'insurance_receivable');
  if (leftCents !== 0) {
    const cause = `The payer’s decision leaves ${formatDollars(leftCents)} that is neither paid, adjusted nor the patient’s.`;
    return step.park('adjudication', { kind: 'residual_balance', cause, data: { decidedBy } });
  }
  const result = { kind: 'settled' as const };
  step.record({
    kind: 'settled',
    summary: `Settled with insurance: ${formatDollars(step.claim.paid_cents)} paid.`,
    data: { decidedBy },
    changes: { insurance_outcome: 'paid', attention: 'none' },
    result,
  });
  return result;
}

async function correct(
  step: ClaimStep,
  decision: Extract<RemittanceDecision, { kind: 'correct_and_resubmit' }>,
  decidedBy: string,
): Promise<RemittanceOutcome> {
  const correctionId = derivedId('correction', step.claim.id, step.key);
  const data = correctionBetween(codedOf(step), decision.claim);
  const tx = await step.transaction();
  await storeCorrection(tx, {
    id: correctionId,
    claimId: step.claim.id,
    data,
    reason: decision.changes.join('; '),
    actor,
    at: step.now,
  });
  await applyCorrection(tx, step.claim.id, correctionId, step.now);
  const result = { kind: 'corrected' as const };
  step.record({
    kind: 'corrected',
    summary: `Denied, corrected by rule: ${decision.changes.join('; ')}. It goes out again.`,
    data: { decidedBy, correctionId, frequencyCode: decision.frequencyCode },
    enters: 'scrubbing',
    changes: {
      coded: decision.claim,
      cycle: step.claim.cycle + 1,
      frequency_code: decision.frequencyCode,
      tried_corrections: [...step.claim.tried_corrections, decision.correction],
      insurance_outcome: 'denied',
    },
    result,
  });
  return result;
}

/** `bill_patient` stays possible, since a waiver that was signed before the visit makes it right; nobody shall do it unwarned. */
const notThePatients = {
  code: 'contract-bars-billing-patient',
  severity: 'warning',
  message: 'The payer laid the amount on the provider (group CO): by the contract the patient does not owe it.',
  remedy: 'Bill the patient only when a waiver for this service was signed before the visit; else appeal or write off.',
} as const;

function parkDenied(
  step: ClaimStep,
  decision: Extract<RemittanceDecision, { kind: 'park' }>,
  { decidedBy, remittanceDate }: { readonly decidedBy: string; readonly remittanceDate: PlainDate },
): RemittanceOutcome {
  const { appealable } = decision;
  const { dateOfService } = step.context.visit;
  const remarks = decision.remarkCodes.length === 0 ? '' : ` with ${decision.remarkCodes.join(', ')}`;
  return step.park('adjudication', {
    kind: 'denied',
    cause: `${decision.message} (${decision.group}-${decision.carc}${remarks})`,
    findings: [
      { code: decision.cause, severity: 'error', message: decision.message, remedy: decision.remedy },
      ...denialDeadlines(payerOf(step), { dateOfService, remittanceDate, appealable }),
      ...(decision.group === 'CO' ? [notThePatients] : []),
    ],
    data: { decidedBy },
    changes: { insurance_outcome: step.claim.paid_cents > 0 ? 'partially_paid' : 'denied' },
  });
}
