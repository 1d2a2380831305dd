import { findSegments } from '../../loop-instance.js';
import type { Segment } from '../../segment.js';
import type { RemittanceScope } from '../remittance-scope.js';
import { takebackChains } from '../takeback-chains.js';

/** One reason of a PLB: the segment, and the element of its reason (PLB03, 05 …). */
type Place = { readonly segment: Segment; readonly at: number };

/** Money moved outside of claims (PLB): amounts, references, and refunds against their recovery (SNIP 4). */
export function checkProviderAdjustments(scope: RemittanceScope): void {
  const places = adjustmentPlaces(scope);
  places.forEach((place) => checkOne(scope, place));
  for (const chain of takebackChains([scope.advice])) {
    if (chain.state !== 'refund-without-recovery') continue;
    const refund = chain.entries.find((entry) => entry.code === '72');
    const place = refund === undefined ? undefined : places[refund.adjustmentIndex];
    if (place === undefined) continue;
    scope.check.report(
      scope.root,
      place.segment,
      {
        code: 'refund-not-offset',
        severity: 'warning',
        message: 'A refund is acknowledged (72), and no recovery (WO) of the same reference stands against it.',
      },
      { element: place.at, component: 1 },
    );
  }
}

/** In the order of the advice's provider adjustments. */
function adjustmentPlaces({ check, root }: RemittanceScope): Place[] {
  return findSegments(root, 'PLB').flatMap((segment) =>
    [3, 5, 7, 9, 11, 13].flatMap((at) => {
      const isThere =
        check.fields.component(segment, at, 1) !== undefined || check.fields.text(segment, at + 1) !== undefined;
      return isThere ? [{ segment, at }] : [];
    }),
  );
}

/** Reasons that mean nothing without the claim or balance they are about. */
const referencedReasons = new Set(['WO', 'FB', '72', 'B2']);

function checkOne({ check, root }: RemittanceScope, { segment, at }: Place): void {
  const code = check.fields.component(segment, at, 1);
  if (code !== undefined && referencedReasons.has(code) && check.fields.component(segment, at, 2) === undefined) {
    check.report(
      root,
      segment,
      {
        code: 'adjustment-reference-missing',
        severity: 'warning',
        message: 'The adjustment does not say which claim or balance it is about (second part of its reason).',
        elementErrorCode: 'I9',
      },
      { element: at, component: 2 },
    );
  }
  if (check.fields.amount(segment, at + 1) !== 0) return;
  check.report(
    root,
    segment,
    {
      code: 'zero-adjustment',
      severity: 'warning',
      message: 'An adjustment of nothing adjusts nothing and should be left out.',
      elementErrorCode: 'I12',
    },
    { element: at + 1 },
  );
}
