import type { ServiceLine } from '../coding/coded-claim.js';
import { fixedCode } from '../scrubbing/fixed-code.js';
import type { LineCorrection } from './line-correction.js';

/** A line under correction, with the codes it had before corrections gave it others. */
export interface CorrectedLine {
  readonly line: ServiceLine;
  readonly formerCodes: readonly string[];
}

/** A person who looks at a claim that was fixed names the code it was given. */
function wasEver({ line, formerCodes }: CorrectedLine, code: string): boolean {
  return [line.procedureCode, ...formerCodes].some((own) => own === code || fixedCode(own) === code);
}

function onlyOne(lines: readonly CorrectedLine[]): CorrectedLine | undefined {
  return lines.length === 1 ? lines[0] : undefined;
}

/**
 * The line that a correction is meant for: that of its number if it has, or had, the code; else the only one with the
 * code. Undefined when there is none, or several and none of this number: a person must say which.
 */
export function findCorrectedLine(
  lines: readonly CorrectedLine[],
  { lineNumber, forProcedureCode: code, procedureCode: wanted }: LineCorrection,
): CorrectedLine | undefined {
  const numbered = lines.find(({ line }) => line.lineNumber === lineNumber);
  if (code === undefined) return numbered;
  // Coding may have come to the wanted code by itself.
  if (numbered !== undefined && (wasEver(numbered, code) || numbered.line.procedureCode === wanted)) return numbered;
  const withCode = lines.filter(({ line }) => line.procedureCode === code);
  return withCode.length > 0 ? onlyOne(withCode) : onlyOne(lines.filter((each) => wasEver(each, code)));
}
