import type { ServiceLine } from '../coding/coded-claim.js';
import { present } from '../kernel/present.js';
import { type CorrectedLine, findCorrectedLine } from './find-corrected-line.js';
import { changesNothing, type LineCorrection } from './line-correction.js';

export interface CorrectedLines {
  readonly lines: readonly ServiceLine[];
  /** Corrections whose line is not on the claim any more and that no later one of the same number answers. */
  readonly stranded: readonly LineCorrection[];
}

/** Lays corrections over lines, oldest first, each over the line with the code it was made for. */
export function correctLines(lines: readonly ServiceLine[], corrections: readonly LineCorrection[]): CorrectedLines {
  let current: readonly CorrectedLine[] = lines.map((line) => ({ line, formerCodes: [] }));
  let stranded: readonly LineCorrection[] = [];
  for (const correction of corrections) {
    const target = findCorrectedLine(current, correction);
    if (target !== undefined || changesNothing(correction)) {
      stranded = stranded.filter(({ lineNumber }) => lineNumber !== correction.lineNumber);
    } else if (correction.forProcedureCode !== undefined) {
      stranded = [...stranded, correction];
    }
    current = current.map((each) => (each === target ? correctLine(each, correction) : each));
  }
  return { lines: current.map(({ line }) => line), stranded };
}

function correctLine({ line, formerCodes }: CorrectedLine, correction: LineCorrection): CorrectedLine {
  const { procedureCode, modifiers, units } = correction;
  return {
    line: { ...line, ...present({ procedureCode, modifiers, units }) },
    formerCodes: [...formerCodes, line.procedureCode],
  };
}
