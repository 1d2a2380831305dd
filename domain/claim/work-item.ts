import type { Attention, ClaimStage } from './claim-status.js';
import type { ClaimCommandKind } from './claim-command.js';

/** Why a person is asked: each kind has one owner role and a fixed set of ways on. */
export const workItemKinds = [
  'payer_unknown',
  'coverage_not_active',
  'eligibility_unavailable',
  'coding_question',
  'scrub_blocked',
  'payer_rejected',
  'file_rejected',
  'no_answer_from_payer',
  'denied',
  'residual_balance',
  'payer_took_back',
  'step_failed',
  'submission_unknown',
  'clearinghouse_unavailable',
  'remittance_out_of_balance',
  'remittance_unmatched',
  'remittance_repeated',
  'inbound_file_unreadable',
  'late_remittance',
] as const;
export type WorkItemKind = (typeof workItemKinds)[number];

/** What every work item of a kind has in common. `dueDays` counts business days from its opening. */
export type WorkItemPolicy = {
  readonly owner: Exclude<Attention, 'none'>;
  readonly dueDays: number;
  readonly allowedCommands: readonly ClaimCommandKind[];
};

const beforeSending = ['correct', 'retry_step', 'void', 'write_off', 'bill_patient'] as const;
const whileCoding = ['correct', 'retry_step', 'void', 'write_off'] as const;
const afterSending = ['correct', 'resubmit', 'write_off', 'bill_patient', 'void'] as const;

export const workItemPolicies: Record<WorkItemKind, WorkItemPolicy> = {
  payer_unknown: { owner: 'biller', dueDays: 2, allowedCommands: beforeSending },
  coverage_not_active: { owner: 'biller', dueDays: 2, allowedCommands: [...beforeSending, 'override'] },
  eligibility_unavailable: { owner: 'biller', dueDays: 1, allowedCommands: [...beforeSending, 'override'] },
  coding_question: { owner: 'coder', dueDays: 2, allowedCommands: whileCoding },
  scrub_blocked: { owner: 'biller', dueDays: 2, allowedCommands: [...beforeSending, 'override'] },
  payer_rejected: { owner: 'biller', dueDays: 2, allowedCommands: afterSending },
  file_rejected: { owner: 'engineer', dueDays: 1, allowedCommands: afterSending },
  no_answer_from_payer: { owner: 'biller', dueDays: 2, allowedCommands: [...afterSending, 'retry_step'] },
  denied: { owner: 'biller', dueDays: 5, allowedCommands: afterSending },
  residual_balance: { owner: 'biller', dueDays: 5, allowedCommands: afterSending },
  payer_took_back: { owner: 'biller', dueDays: 5, allowedCommands: afterSending },
  step_failed: { owner: 'engineer', dueDays: 1, allowedCommands: ['retry_step', 'void', 'write_off'] },
  submission_unknown: { owner: 'engineer', dueDays: 1, allowedCommands: [] },
  clearinghouse_unavailable: { owner: 'engineer', dueDays: 1, allowedCommands: [] },
  remittance_out_of_balance: { owner: 'biller', dueDays: 2, allowedCommands: [] },
  remittance_unmatched: { owner: 'biller', dueDays: 2, allowedCommands: [] },
  remittance_repeated: { owner: 'biller', dueDays: 2, allowedCommands: [] },
  inbound_file_unreadable: { owner: 'engineer', dueDays: 1, allowedCommands: [] },
  late_remittance: { owner: 'biller', dueDays: 2, allowedCommands: [] },
};

/** Nothing is charged at these stages yet: a visit left to the patient is coded first, as self-pay. */
const beforeCodes: ReadonlySet<ClaimStage> = new Set(['intake', 'eligibility', 'coding']);

/** Where a parked claim goes on after a command: the step that is done next. */
export function stepAfterCommand(parkedAt: ClaimStage, kind: ClaimCommandKind): ClaimStage {
  switch (kind) {
    case 'retry_step':
    case 'hold':
    case 'release':
      return parkedAt;
    case 'override':
      return parkedAt === 'eligibility' ? 'coding' : parkedAt;
    case 'correct':
      return parkedAt === 'intake' || parkedAt === 'eligibility' ? 'eligibility' : 'coding';
    case 'resubmit':
      return 'scrubbing';
    case 'bill_patient':
      return beforeCodes.has(parkedAt) ? 'coding' : 'closed';
    case 'void':
    case 'write_off':
      return 'closed';
  }
}
