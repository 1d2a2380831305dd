const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Fourteen characters: the guide allows twenty (837P CLM01), some payers' systems keep fewer. */
const length = 14;

/**
 * The number under which payers answer about a claim (837P CLM01), made from a hash of practice, source and source id:
 * the same visit always gets the same one. Letters that look like digits are left out.
 */
export function patientControlNumber(hash: Uint8Array): string {
  if (hash.length < 16) throw new RangeError('a patient control number needs a hash of at least 16 bytes');
  let value = 0n;
  for (const byte of hash.subarray(0, 16)) value = (value << 8n) | BigInt(byte);
  let text = '';
  for (let digit = 0; digit < length; digit += 1) {
    text += alphabet[Number(value & 31n)] ?? '';
    value >>= 5n;
  }
  return text;
}
