/** The section of the API document that holds everything about claims. */
export const claimTag = 'Claims';

/** The entity tag of a claim's version (RFC 9110 section 8.8.3). */
export function versionTag(version: number): string {
  return `"${version}"`;
}

/** Whether an If-Match header names versions at all. */
export function namesVersion(ifMatch: string | undefined): boolean {
  return ifMatch !== undefined && ifMatch.trim() !== '*';
}

/** Whether an If-Match header allows a change of this version; without the header every version is allowed. */
export function matchesVersion(ifMatch: string | undefined, version: number): boolean {
  if (ifMatch === undefined || !namesVersion(ifMatch)) return true;
  return ifMatch.split(',').some((tag) => tag.trim() === versionTag(version));
}
