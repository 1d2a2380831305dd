/** True when a claim takes back an earlier adjudication (CLP02 22): every amount carries the opposite sign. */
export function isReversal(claim: { readonly statusCode: string }): boolean {
  return claim.statusCode === '22';
}
