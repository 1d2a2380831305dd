import type { CodedClaim } from '../coding/coded-claim.js';
import type { AdjudicatedClaim, AdjudicatedLine, Adjustment } from '../remittance/adjudicated-claim.js';

/** Adjustments that go with a decided service and deny nothing: contract, sequestration, other payer, patient shares. */
const ordinaryAdjustments: readonly string[] = ['CO-45', 'CO-253', 'OA-23', 'PR-1', 'PR-2', 'PR-3'];

/** Something the payer did not pay, and the adjustment that says why. */
export interface DeniedLine {
  /** Our line number; `unmatched` when the payer's line fits none of ours. */
  readonly line: number | 'whole_claim' | 'unmatched';
  readonly adjustment: Adjustment;
  /** Remark codes of the line and of the claim. */
  readonly remarkCodes: readonly string[];
}

/** The adjustment that denies: the largest that is not an ordinary one. */
function denyingAdjustment(adjustments: readonly Adjustment[]): Adjustment | undefined {
  return adjustments
    .filter((adjustment) => !ordinaryAdjustments.includes(`${adjustment.group}-${adjustment.reasonCode}`))
    .reduce<Adjustment | undefined>(
      (largest, next) => (largest === undefined || next.amountCents > largest.amountCents ? next : largest),
      undefined,
    );
}

/** Our line for a line of the advice: by line control number, else by the one line with the same code and charge. */
function lineNumberOf(line: AdjudicatedLine, claim: CodedClaim): number | 'unmatched' {
  const byControlNumber = /L(\d+)$/.exec(line.lineControlNumber ?? '')?.[1];
  if (byControlNumber !== undefined) {
    const number = Number(byControlNumber);
    if (claim.lines.some((own) => own.lineNumber === number)) return number;
  }
  const code = line.submittedProcedure?.code ?? line.procedureCode;
  const candidates = claim.lines.filter((own) => own.procedureCode === code && own.chargeCents === line.chargeCents);
  const [only, ...others] = candidates;
  return only !== undefined && others.length === 0 ? only.lineNumber : 'unmatched';
}

/** Lines paid nothing for a reason other than contract or patient share; an advice without lines is judged as a whole. */
export function findDeniedLines(advice: AdjudicatedClaim, claim: CodedClaim): readonly DeniedLine[] {
  const claimLevel = denyingAdjustment(advice.adjustments);
  if (advice.paidCents === 0 && claimLevel !== undefined) {
    const remarkCodes = [...advice.remarkCodes, ...advice.lines.flatMap((line) => line.remarkCodes)];
    return [{ line: 'whole_claim', adjustment: claimLevel, remarkCodes }];
  }
  return advice.lines.flatMap((line) => {
    const adjustment = line.paidCents === 0 ? denyingAdjustment(line.adjustments) : undefined;
    if (adjustment === undefined) return [];
    const remarkCodes = [...line.remarkCodes, ...advice.remarkCodes];
    return [{ line: lineNumberOf(line, claim), adjustment, remarkCodes }];
  });
}
