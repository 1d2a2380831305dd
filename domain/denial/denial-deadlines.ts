import type { Finding } from '../kernel/finding.js';
import type { PlainDate } from '../kernel/plain-date.js';
import { appealLimitDate } from '../payer/appeal-limit-date.js';
import { correctedClaimLimitDate } from '../payer/filing-limit.js';
import type { PayerProfile } from '../payer/payer-profile.js';

export interface DeniedOn {
  readonly dateOfService: PlainDate;
  /** The payment date of the remittance that denied. */
  readonly remittanceDate: PlainDate;
  readonly appealable: boolean;
}

/** By when a person who looks at a denial must act, from the payer's profile: for an appeal, and for a corrected claim. */
export function denialDeadlines(payer: PayerProfile, denied: DeniedOn): Finding[] {
  const level = payer.appealLevels[0];
  const check = (field: keyof PayerProfile) =>
    payer.unverified.includes(field) ? ' The limit is not verified: check it with the payer.' : '';
  const appeal =
    level === undefined
      ? 'This decision can be appealed.'
      : `This decision can be appealed: ${level.name}, by ${appealLimitDate(level, denied.remittanceDate)}.${check('appealLevels')}`;
  const correction = `A correction must reach the payer by ${correctedClaimLimitDate(payer, denied)}.${check('correctedClaimLimitDays')}`;
  return [
    ...(denied.appealable ? [warning('appealable', appeal, payer)] : []),
    warning('correctable-until', correction, payer),
  ];
}

function warning(code: string, message: string, payer: PayerProfile): Finding {
  return { code, severity: 'warning', message, source: payer.source };
}
