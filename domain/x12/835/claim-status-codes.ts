/** How a claim was processed (CLP02, data element 1029), with our own wording. */
export const claimStatusCodes = {
  '1': 'processed as primary',
  '2': 'processed as secondary',
  '3': 'processed as tertiary',
  '4': 'denied',
  '19': 'processed as primary, forwarded to another payer',
  '20': 'processed as secondary, forwarded to another payer',
  '21': 'processed as tertiary, forwarded to another payer',
  '22': 'reversal of an earlier payment',
  '23': 'not our claim, forwarded to another payer',
  '25': 'predetermination, no payment',
} as const;

export type ClaimStatusCode = keyof typeof claimStatusCodes;

/** True when the claim takes back an earlier adjudication: every amount carries the opposite sign. */
export function isReversal(claim: { readonly statusCode: string }): boolean {
  return claim.statusCode === '22';
}

/** True when the payer has already sent the claim on (crossover): billing that payer too makes a duplicate. */
export function isForwarded(claim: { readonly statusCode: string }): boolean {
  return (
    claim.statusCode === '19' || claim.statusCode === '20' || claim.statusCode === '21' || claim.statusCode === '23'
  );
}
