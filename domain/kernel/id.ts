import { err, ok, type Result } from './result.js';

/** Every kind of identifier the product gives out, with its prefix: ids in logs say what they are and can't be mixed up. */
export const idPrefixes = {
  practice: 'prc',
  clinician: 'cln',
  payer: 'pyr',
  visit: 'vis',
  claim: 'clm',
  claimEvent: 'evt',
  eligibilityCheck: 'elg',
  submission: 'sub',
  inboundFile: 'inb',
  remittance: 'rem',
  remittanceClaim: 'rcl',
  ledgerTransaction: 'ltx',
  workItem: 'wki',
  correction: 'cor',
  statusInquiry: 'inq',
  apiKey: 'key',
  intakeFinding: 'inf',
} as const;

export type IdKind = keyof typeof idPrefixes;

/** An opaque identifier such as `clm_01k…`; carries no patient data and may stand in logs, URLs and workflow ids. */
export type Id<K extends IdKind> = `${(typeof idPrefixes)[K]}_${string}` & { readonly __id: K };

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Makes an id of a kind from at least 16 bytes (random, or a hash when the same thing must get the same id). */
export function idFromBytes<K extends IdKind>(kind: K, bytes: Uint8Array): Id<K> {
  if (bytes.length < 16) throw new RangeError('an id needs at least 16 bytes');
  let value = 0n;
  for (const byte of bytes.subarray(0, 16)) value = (value << 8n) | BigInt(byte);
  let text = '';
  for (let digit = 0; digit < 26; digit += 1) {
    text = (alphabet[Number(value & 31n)] ?? '') + text;
    value >>= 5n;
  }
  return `${idPrefixes[kind]}_${text}` as Id<K>;
}

/** Accepts a text as an id of a kind, or says what is wrong with it. */
export function parseId<K extends IdKind>(kind: K, text: string): Result<Id<K>, string> {
  const pattern = new RegExp(`^${idPrefixes[kind]}_[${alphabet}]{26}$`);
  return pattern.test(text) ? ok(text as Id<K>) : err(`a ${kind} id looks like ${idPrefixes[kind]}_ and 26 characters`);
}
