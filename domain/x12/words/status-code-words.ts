import type { CodeLists, CodeWords } from './code-words.js';

/** Claim status categories (code source 507). */
const categories: CodeWords = {
  A0: 'passed on',
  A1: 'received',
  A2: 'accepted',
  A3: 'returned',
  A4: 'not found',
  A5: 'split',
  A6: 'rejected, something is missing',
  A7: 'rejected, something is wrong',
  A8: 'rejected, parts do not fit together',
  D0: 'not found',
  E0: 'request has an error',
  E1: 'system can not answer',
  E2: 'payer does not answer',
  E3: 'correct and ask again',
  E4: 'no agreement to answer',
  F0: 'finalized',
  F1: 'paid',
  F2: 'denied',
  F3: 'revised',
  F3F: 'forwarded',
  F3N: 'not forwarded',
  F4: 'no payment to make',
  F5: 'can not be processed',
  P0: 'pending',
  P1: 'in process',
  P2: 'under review',
  P3: 'waits for information',
  P4: 'waits for the patient',
  P5: 'on hold at the payer',
  RQ: 'information requested',
};

/** Codes of 277CA and 277. */
export const statusCodeLists: CodeLists = {
  'STC01-1': categories,
  'STC10-1': categories,
  'STC11-1': categories,
  STC03: { U: 'rejected', WQ: 'accepted' },
};
