import type { CodedClaim } from '../coding/coded-claim.js';
import type { ClaimCorrection } from './claim-correction.js';
import { changesNothing, type LineCorrection } from './line-correction.js';

/**
 * The correction with the code of each line that it names by number alone, as the claim is coded now. Before a claim is
 * coded its lines have no codes, and a line that is not there has none either.
 */
export function nameCorrectedCodes(correction: ClaimCorrection, claim: CodedClaim | null): ClaimCorrection {
  const { lines } = correction;
  if (claim === null || lines === undefined) return correction;
  const codes = new Map(claim.lines.map((line) => [line.lineNumber, line.procedureCode]));
  return { ...correction, lines: lines.map((line) => nameCode(line, codes.get(line.lineNumber))) };
}

function nameCode(line: LineCorrection, code: string | undefined): LineCorrection {
  return code === undefined || line.forProcedureCode !== undefined ? line : { ...line, forProcedureCode: code };
}

/** The numbers of lines that a correction names and the claim does not have. */
export function missingLines(correction: ClaimCorrection, claim: CodedClaim | null): readonly number[] {
  if (claim === null) return [];
  const numbers = new Set(claim.lines.map((line) => line.lineNumber));
  return (correction.lines ?? [])
    .filter((line) => line.forProcedureCode === undefined && !changesNothing(line) && !numbers.has(line.lineNumber))
    .map((line) => line.lineNumber);
}
