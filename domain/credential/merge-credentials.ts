import type { Credential } from './credential.js';
import { credentialKey } from './credential-key.js';

/** A clinician's credentials after a merge, in the order of their keys, with how many of the incoming were what. */
export interface MergedCredentials {
  readonly credentials: readonly Credential[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Lays incoming credentials over those that are there: the same natural key replaces, a new one is added, nothing is lost. */
export function mergeCredentials(existing: readonly Credential[], incoming: readonly Credential[]): MergedCredentials {
  const byKey = new Map(existing.map((credential) => [credentialKey(credential), credential]));
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const credential of incoming) {
    const key = credentialKey(credential);
    const known = byKey.get(key);
    if (known === undefined) counts.added += 1;
    else if (isSameCredential(known, credential)) counts.unchanged += 1;
    else counts.changed += 1;
    byKey.set(key, credential);
  }
  return { credentials: inOrderOfKeys([...byKey.values()]), ...counts };
}

/** In the order in which they are kept and shown. */
export function inOrderOfKeys(credentials: readonly Credential[]): readonly Credential[] {
  return credentials
    .map((credential) => ({ key: credentialKey(credential), credential }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ credential }) => credential);
}

/** Natural keys that stand more than once. */
export function repeatedKeys(credentials: readonly Credential[]): readonly string[] {
  const keys = credentials.map(credentialKey);
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

/** Whether two credentials say the same, whatever the order of their fields. */
export function isSameCredential(a: Credential, b: Credential): boolean {
  return fieldsOf(a) === fieldsOf(b);
}

function fieldsOf(credential: Credential): string {
  const fields = Object.entries(credential).filter(([, value]) => value !== undefined);
  return JSON.stringify(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
}
