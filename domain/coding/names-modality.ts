import { procedureFacts } from './procedure-facts.js';

/**
 * Whether a code tells by itself how patient and clinician met, so that no modifier has to (CPT telemedicine services): the
 * telemedicine family does, and an add-on whose bases on the claim all do.
 */
export function namesModality(code: string, codes: readonly string[]): boolean {
  const facts = procedureFacts(code);
  if (facts?.family === 'telemedicine_visit') return true;
  const bases = codes.filter((each) => facts?.needsOneOf?.includes(each) === true);
  return bases.length > 0 && bases.every((base) => namesModality(base, codes));
}
