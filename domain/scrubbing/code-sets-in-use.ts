import { builtInProcedureCodeSet } from '../coding/procedure-code-set.js';
import { editionText } from '../coding/quarterly-edition.js';
import { builtInCodePairSet } from './ncci/code-pair-set.js';
import { builtInUnitLimitSet } from './ncci/unit-limit-set.js';
import type { ScrubInput } from './scrub-edit.js';

/** Which edition of each code set answered for a claim, as facts of its trace; the built-in subset is told as such. */
export function codeSetsInUse(input: ScrubInput): Readonly<Record<string, string>> {
  const { dateOfService } = input.visit;
  const { procedureCodes = builtInProcedureCodeSet, codePairs, unitLimits = builtInUnitLimitSet } = input;
  const { fiscalYear, complete } = input.diagnosisCodes.lookUp('', dateOfService);
  const hasPairs = input.claim.lines.length > 1;
  return {
    icd10CmCodes: complete ? `fiscal year ${fiscalYear}` : 'built-in subset',
    hcpcsCodes: editionText(procedureCodes.inUse(dateOfService), dateOfService),
    ...(hasPairs && {
      ncciPairs: editionText((codePairs ?? builtInCodePairSet).inUse(dateOfService), dateOfService),
    }),
    unitLimits: editionText(unitLimits.inUse(dateOfService), dateOfService),
  };
}
