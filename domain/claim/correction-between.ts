import type { CodedClaim, ServiceLine } from '../coding/coded-claim.js';
import type { ClaimCorrection } from './claim-correction.js';
import type { LineCorrection } from './line-correction.js';

/**
 * What a denial rule changed, as a correction: modifiers by line and place of service, nothing that it left alone. New
 * codes and units are never in it, so that coding anew after a person's correction is not undone.
 */
export function correctionBetween(before: CodedClaim, after: CodedClaim): ClaimCorrection {
  const modifiersBefore = new Map(before.lines.map((line) => [line.lineNumber, line.modifiers.join(' ')]));
  const changed = after.lines.filter((line) => modifiersBefore.get(line.lineNumber) !== line.modifiers.join(' '));
  return {
    ...(before.placeOfService === after.placeOfService ? {} : { placeOfService: after.placeOfService }),
    ...(changed.length === 0 ? {} : { lines: changed.map(lineCorrection) }),
  };
}

function lineCorrection({ lineNumber, procedureCode, modifiers }: ServiceLine): LineCorrection {
  return { lineNumber, forProcedureCode: procedureCode, modifiers: [...modifiers] };
}
