import type { ServiceLine } from '../coding/coded-claim.js';
import type { SetByCorrection } from '../scrubbing/fix-claim.js';
import type { ClaimCorrection } from './claim-correction.js';
import { findCorrectedLine } from './find-corrected-line.js';
import { changesNothing } from './line-correction.js';

/** What corrections have set on purpose on a claim as coded with them; a fix leaves it as it is. */
export function setByCorrections(
  corrections: readonly ClaimCorrection[],
  lines: readonly ServiceLine[],
): SetByCorrection {
  const corrected = lines.map((line) => ({ line, formerCodes: [] }));
  const ofLines = corrections.flatMap((correction) => correction.lines ?? []).filter((each) => !changesNothing(each));
  return {
    placeOfService: corrections.some((correction) => correction.placeOfService !== undefined),
    lineNumbers: new Set(ofLines.map((each) => findCorrectedLine(corrected, each)?.line.lineNumber ?? each.lineNumber)),
  };
}
