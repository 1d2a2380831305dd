import type { SetByCorrection } from '../scrubbing/fix-claim.js';
import type { ClaimCorrection } from './claim-correction.js';

/** What corrections have set on purpose; a fix leaves it as it is. */
export function setByCorrections(corrections: readonly ClaimCorrection[]): SetByCorrection {
  return {
    placeOfService: corrections.some((correction) => correction.placeOfService !== undefined),
    lineNumbers: new Set(corrections.flatMap(({ lines }) => (lines ?? []).map((line) => line.lineNumber))),
  };
}
