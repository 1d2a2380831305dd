import type { CodedClaim } from '../coding/coded-claim.js';
import { question } from '../coding/coding-step.js';
import { chargeMissing, feeScheduleCharge } from '../coding/fee-schedule-charge.js';
import type { Finding } from '../kernel/finding.js';
import type { Practice } from '../practice/practice.js';
import type { ClaimCorrection } from './claim-correction.js';
import { correctLines } from './correct-lines.js';
import type { LineCorrection } from './line-correction.js';

/** A coded claim with its corrections, or what a coder must answer before there is one. */
export type CodedCorrection =
  | { readonly kind: 'corrected'; readonly claim: CodedClaim }
  | { readonly kind: 'needs_coder'; readonly questions: readonly Finding[] };

/**
 * The coded claim with corrections of its lines and place of service laid over it, oldest first. A line whose code or
 * units came out different is charged anew by the fee schedule; a code without a fee is a question, never the old charge,
 * and so is a correction whose line coding does not give any more.
 */
export function correctCodedClaim(
  claim: CodedClaim,
  corrections: readonly ClaimCorrection[],
  feeSchedule: Practice['feeSchedule'],
): CodedCorrection {
  const corrected = correctLines(
    claim.lines,
    corrections.flatMap((correction) => correction.lines ?? []),
  );
  const questions = corrected.stranded.map((stranded) => lineGone(stranded, claim));
  const before = new Map(claim.lines.map((line) => [line.lineNumber, line]));
  const lines = corrected.lines.map((line) => {
    const coded = before.get(line.lineNumber);
    if (coded?.procedureCode === line.procedureCode && coded.units === line.units) return line;
    const chargeCents = feeScheduleCharge(feeSchedule, line.procedureCode, line.units);
    if (chargeCents === undefined) questions.push(chargeMissing(line.procedureCode));
    return { ...line, chargeCents: chargeCents ?? line.chargeCents };
  });
  if (questions.length > 0) return { kind: 'needs_coder', questions };
  const placeOfService = corrections.findLast((each) => each.placeOfService !== undefined)?.placeOfService;
  return {
    kind: 'corrected',
    claim: { ...claim, ...(placeOfService === undefined ? {} : { placeOfService }), lines },
  };
}

function lineGone({ lineNumber, forProcedureCode }: LineCorrection, { lines }: CodedClaim): Finding {
  const present = lines.map((line) => `${line.lineNumber} ${line.procedureCode}`).join(', ');
  return question({
    code: 'correction-without-line',
    message: `line ${lineNumber} was corrected as ${forProcedureCode}, and coding now gives ${present}`,
    location: `lines[${lineNumber}]`,
    remedy: `Correct line ${lineNumber} anew and name the code that is meant (forProcedureCode); the number alone lets the earlier correction go.`,
    source: 'a correction stands for the service it was made for, whatever number its line has',
  });
}
