import type { TransactionKind } from '../transaction-kind.js';

/** What a transaction set of a kind is for, in a few words. */
export const transactionWords: Readonly<Record<TransactionKind, string>> = {
  '837P': 'professional claims',
  '835': 'remittance advice',
  '999': 'implementation acknowledgement',
  '277CA': 'claim acknowledgement',
  '277': 'claim status response',
  '276': 'claim status inquiry',
  '270': 'eligibility inquiry',
  '271': 'eligibility response',
};
