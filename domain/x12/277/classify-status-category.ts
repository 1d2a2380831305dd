/** What a payer's status category means for the work on a claim. */
export type StatusClass =
  | 'acknowledged'
  | 'rejected'
  | 'pending'
  | 'requests-information'
  | 'finalized-paid'
  | 'finalized-denied'
  | 'finalized-other'
  | 'not-found'
  | 'error'
  | 'unknown';

const exact: Readonly<Record<string, StatusClass>> = {
  A0: 'acknowledged',
  A1: 'acknowledged',
  A2: 'acknowledged',
  A3: 'rejected',
  A4: 'not-found',
  A5: 'acknowledged',
  A6: 'rejected',
  A7: 'rejected',
  A8: 'rejected',
  P3: 'requests-information',
  F0: 'finalized-other',
  F1: 'finalized-paid',
  F2: 'finalized-denied',
  F3: 'finalized-other',
  F3F: 'finalized-other',
  F3N: 'finalized-other',
  F4: 'finalized-other',
  F5: 'rejected',
  D0: 'not-found',
};

/** Classifies a claim status category (data element 1271, code source 507) such as `A2`, `P1`, `F2` or `D0`. */
export function classifyStatusCategory(category: string): StatusClass {
  const known = Object.hasOwn(exact, category) ? exact[category] : undefined;
  if (known) return known;
  if (/^P\d$/.test(category)) return 'pending';
  if (/^R(\d{1,2}|Q)$/.test(category)) return 'requests-information';
  if (/^E\d$/.test(category)) return 'error';
  return 'unknown';
}
