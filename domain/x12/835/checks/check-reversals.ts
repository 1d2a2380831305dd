import { firstSegment } from '../../loop-instance.js';
import { isReversal } from '../is-reversal.js';
import type { RemittanceScope } from '../remittance-scope.js';

/** Reversals (CLP02 22) carry negated amounts and are followed by what stands instead (SNIP 4). */
export function checkReversals(scope: RemittanceScope): void {
  scope.advice.claims.forEach((claim, index) => {
    if (isReversal(claim)) checkSigns(scope, index);
  });
  for (const { reversalIndex, originalIndex, correctionIndex } of scope.reversals) {
    if (originalIndex !== undefined) checkCharge(scope, reversalIndex, originalIndex);
    if (correctionIndex === undefined) reportUncorrected(scope, reversalIndex);
  }
}

function checkSigns({ check, claims, advice }: RemittanceScope, index: number): void {
  const [loop, claim] = [claims[index], advice.claims[index]];
  const segment = loop && firstSegment(loop);
  if (loop === undefined || claim === undefined || segment === undefined) return;
  const element = claim.chargeCents > 0 ? 3 : 4;
  if (claim.chargeCents <= 0 && claim.paidCents <= 0) return;
  check.report(
    loop,
    segment,
    {
      code: 'reversal-not-negated',
      message: 'A reversal repeats the first adjudication with every amount negated; this amount is not below zero.',
      elementErrorCode: 'I12',
    },
    { element },
  );
}

/** What it pays is compared by the proof; here the charge, by which a wrong pair is told at once. */
function checkCharge({ check, claims, advice }: RemittanceScope, reversalIndex: number, originalIndex: number): void {
  const [reversal, original] = [advice.claims[reversalIndex], advice.claims[originalIndex]];
  const loop = claims[reversalIndex];
  const segment = loop && firstSegment(loop);
  if (loop === undefined || segment === undefined || reversal === undefined || original === undefined) return;
  if (reversal.chargeCents > 0 || reversal.chargeCents + original.chargeCents === 0) return;
  check.report(
    loop,
    segment,
    {
      code: 'reversal-differs-from-original',
      severity: 'warning',
      message: 'The reversal’s charge is not that of its original in this remittance, negated.',
    },
    { element: 3 },
  );
}

function reportUncorrected({ check, claims }: RemittanceScope, index: number): void {
  const loop = claims[index];
  const segment = loop && firstSegment(loop);
  if (loop === undefined || segment === undefined) return;
  check.report(loop, segment, {
    code: 'reversal-without-correction',
    severity: 'warning',
    message:
      'No new adjudication of the claim follows in this remittance; it comes in a later one, or the claim is void.',
  });
}
