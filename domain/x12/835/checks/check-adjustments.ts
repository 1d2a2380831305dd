import {
  malformedReason,
  malformedRemark,
  retiredReason,
  unknownReason,
  unknownRemark,
} from '../../adjustment-code-problems.js';
import { isWrittenLikeAdjustmentReason, isWrittenLikeRemark } from '../../external-codes.js';
import { childLoops, findSegment, findSegments, firstSegment, type LoopInstance } from '../../loop-instance.js';
import { element, type Segment } from '../../segment.js';
import type { ElementPlace } from '../../transaction-check.js';
import { isReversal } from '../is-reversal.js';
import type { RemittanceScope } from '../remittance-scope.js';
import { isRetiredAdjustmentReason } from '../retired-adjustment-reasons.js';

/** Adjustments, remarks and changed procedures of claims and lines: SNIP 4, and 5 for their codes. */
export function checkAdjustments(scope: RemittanceScope): void {
  for (const [index, claim] of scope.claims.entries()) {
    const decided = scope.advice.claims[index];
    const repeatsOld = decided !== undefined && isReversal(decided);
    checkReasons(scope, claim, repeatsOld);
    checkRemarks(scope, claim, findSegment(claim, 'MOA'), [3, 4, 5, 6, 7]);
    checkRemarks(scope, claim, findSegment(claim, 'MIA'), [5, 20, 21, 22, 23]);
    for (const line of childLoops(claim, '2110')) {
      checkReasons(scope, line, repeatsOld);
      for (const segment of findSegments(line, 'LQ', 'HE')) checkRemarks(scope, line, segment, [2]);
      checkSubmittedProcedure(scope, line);
    }
  }
}

/** `repeatsOld`: a reversal says again what was said before, with the codes of that time. */
function checkReasons(scope: RemittanceScope, instance: LoopInstance, repeatsOld: boolean): void {
  const seen = new Set<string>();
  for (const segment of findSegments(instance, 'CAS')) {
    const group = element(segment, 1);
    for (const at of [2, 5, 8, 11, 14, 17]) {
      const reason = element(segment, at).trim();
      if (reason === '') continue;
      const isRepeated = seen.has(`${group} ${reason}`);
      checkReason(scope, instance, segment, { at, reason, isRepeated, repeatsOld });
      seen.add(`${group} ${reason}`);
    }
  }
}

type Triplet = {
  readonly at: number;
  readonly reason: string;
  readonly isRepeated: boolean;
  readonly repeatsOld: boolean;
};

function checkReason(
  { check, codes, advice }: RemittanceScope,
  instance: LoopInstance,
  segment: Segment,
  { at, reason, isRepeated, repeatsOld }: Triplet,
): void {
  const place: ElementPlace = { element: at };
  const on = advice.productionDate ?? advice.payment.effectiveDate;
  if (!isWrittenLikeAdjustmentReason(reason)) check.report(instance, segment, malformedReason, place);
  else if (on !== undefined && codes.isAdjustmentReason?.(reason, on) === false) {
    check.report(instance, segment, unknownReason, place);
  } else if (on !== undefined && !repeatsOld && isRetiredAdjustmentReason(reason, on)) {
    check.report(instance, segment, retiredReason, place);
  }
  if (isRepeated) {
    check.report(
      instance,
      segment,
      {
        code: 'repeated-adjustment-reason',
        severity: 'warning',
        message: 'The group has this reason already; its amounts belong into one adjustment.',
        elementErrorCode: '7',
      },
      place,
    );
  }
  if (check.fields.amount(segment, at + 1) !== 0) return;
  check.report(
    instance,
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

function checkRemarks(
  { check, codes, advice }: RemittanceScope,
  instance: LoopInstance,
  segment: Segment | undefined,
  numbers: readonly number[],
): void {
  if (segment === undefined) return;
  const on = advice.productionDate ?? advice.payment.effectiveDate;
  for (const number of numbers) {
    const remark = element(segment, number).trim();
    if (remark === '') continue;
    if (!isWrittenLikeRemark(remark)) check.report(instance, segment, malformedRemark, { element: number });
    else if (on !== undefined && codes.isRemark?.(remark, on) === false) {
      check.report(instance, segment, unknownRemark, { element: number });
    }
  }
}

/** SVC06 is there to say that the payer judged another procedure than the one sent. */
function checkSubmittedProcedure({ check }: RemittanceScope, line: LoopInstance): void {
  const segment = firstSegment(line);
  if (segment === undefined) return;
  const submitted = element(segment, 6);
  if (submitted === '' || submitted !== element(segment, 1)) return;
  check.report(
    line,
    segment,
    {
      code: 'submitted-procedure-repeated',
      severity: 'warning',
      message: 'SVC06 names the procedure that was sent when the payer changed it; it is the same as in SVC01.',
      elementErrorCode: 'I13',
    },
    { element: 6 },
  );
}
