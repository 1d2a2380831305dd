import {
  builtInProcedureCodeSet,
  isLevelTwoCode,
  type ProcedureLookUpStatus,
} from '../../coding/procedure-code-set.js';
import { always } from '../edit-dates.js';
import type { EditFinding, ScrubEdit, ScrubInput } from '../scrub-edit.js';

const source = '45 CFR 162.1002: HCPCS as CMS releases it for the quarter of the date of service';

function linesWithStatus(
  { claim, procedureCodes = builtInProcedureCodeSet }: ScrubInput,
  statuses: readonly ProcedureLookUpStatus[],
  describe: (code: string, quarter: string) => Omit<EditFinding, 'location'>,
): readonly EditFinding[] {
  return claim.lines.flatMap(({ procedureCode, dateOfService }, index) => {
    if (!isLevelTwoCode(procedureCode)) return [];
    const { status, quarter } = procedureCodes.lookUp(procedureCode, dateOfService);
    if (!statuses.includes(status)) return [];
    return [{ ...describe(procedureCode, quarter), location: `claim.lines[${index}].procedureCode` }];
  });
}

/** HCPCS Level II codes against the official list of the quarter; a built-in code outside of its dates has edits of its own. */
export const procedureCodeSetEdits: readonly ScrubEdit[] = [
  {
    id: 'hcpcs-not-in-quarter',
    severity: 'blocking',
    effectiveFrom: always,
    source,
    title: 'Each HCPCS code stands in the list of the quarter',
    check: (input) =>
      input.procedureCodes?.inUse(input.visit.dateOfService).kind !== 'loaded'
        ? []
        : linesWithStatus(input, ['invalid', 'wrong_quarter'], (code, quarter) => ({
            message: `${code} does not stand in the HCPCS list of ${quarter}, in which the visit falls`,
            remedy: 'Enter a code of that quarter.',
          })),
  },
  {
    id: 'hcpcs-not-checked',
    severity: 'warning',
    effectiveFrom: always,
    source,
    title: 'Each HCPCS code could be checked',
    check: (input) =>
      linesWithStatus(input, ['not_in_subset'], (code, quarter) => ({
        message: `${code} could not be checked: the official HCPCS list of ${quarter} is not loaded`,
        remedy: `Check the code by hand. To have every code of the quarter checked, load the official file (npx teleclaim codes load <file> --hcpcs ${quarter}) and start again.`,
      })),
  },
];
