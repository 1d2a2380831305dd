import { malformedReason, malformedRemark, unknownReason, unknownRemark } from '../../adjustment-code-problems.js';
import { findSegment, findSegments, firstSegment, type LoopInstance } from '../../loop-instance.js';
import { isWrittenLikeAdjustmentReason, isWrittenLikeRemark } from '../../external-codes.js';
import { element } from '../../segment.js';
import { type ClaimScope, type DecisionScope, innerSegment, otherPayerId } from '../claim-scope.js';

/** Other payers of a claim (2320, 2330B, 2430): order, what they decided and when (SNIP 4), their reasons (SNIP 5). */
export function checkOtherPayers(scope: ClaimScope): void {
  checkOrder(scope);
  const payerIds = new Set(scope.otherPayers.flatMap((other) => otherPayerId(scope.check, other) ?? []));
  for (const [payerId, decisions] of scope.decisions) {
    for (const decision of decisions) {
      if (!payerIds.has(payerId)) reportUnknownPayer(scope, decision);
      checkReasons(scope, decision.loop);
    }
  }
  for (const other of scope.otherPayers) {
    checkDecision(scope, other);
    checkReasons(scope, other);
    checkRemarks(scope, other);
  }
}

/** Two payers can't both be the first; U, unknown, may repeat. */
function checkOrder({ check, subscriber, otherPayers }: ClaimScope): void {
  const taken = new Set([check.fields.text(findSegment(subscriber, 'SBR'), 1)]);
  for (const other of otherPayers) {
    const segment = findSegment(other, 'SBR');
    const order = check.fields.text(segment, 1);
    if (segment === undefined || order === undefined) continue;
    if (order !== 'U' && taken.has(order)) {
      check.report(
        other,
        segment,
        {
          code: 'payer-order-repeated',
          message: 'Another payer of the claim has this place in the order of payment (SBR01) already.',
          elementErrorCode: '7',
        },
        { element: 1 },
      );
    }
    taken.add(order);
  }
}

function reportUnknownPayer({ check }: ClaimScope, { loop, segment }: DecisionScope): void {
  check.report(
    loop,
    segment,
    {
      code: 'adjudicating-payer-unknown',
      message: 'No other payer of the claim has this id (NM109 of a loop 2330B).',
      elementErrorCode: '7',
    },
    { element: 1 },
  );
}

/** A payer that decided says when, at the claim or on its lines, and what it paid, be it nothing. */
function checkDecision({ check, decisions }: ClaimScope, other: LoopInstance): void {
  const information = firstSegment(other);
  const payerId = otherPayerId(check, other);
  if (information === undefined || payerId === undefined) return;
  const onLines = decisions.has(payerId);
  const payment = findSegment(other, 'AMT', 'D');
  const hasDecided = onLines || payment !== undefined || findSegment(other, 'CAS') !== undefined;
  if (!hasDecided) return;
  if (payment === undefined) {
    check.reportMissing(other, information, 'AMT', {
      code: 'prior-payment-missing',
      message: 'The other payer has decided on this claim, and what it paid is not said (AMT*D, zero included).',
    });
  }
  if (!onLines && innerSegment(other, '2330B', 'DTP', '573') === undefined) {
    check.reportMissing(other, information, 'DTP', {
      code: 'adjudication-date-missing',
      message: 'The other payer has decided on this claim, and when is not said (DTP*573 of loop 2330B or 2430).',
    });
  }
}

function checkReasons({ check, codes, createdOn }: ClaimScope, instance: LoopInstance): void {
  for (const segment of findSegments(instance, 'CAS')) {
    for (const at of [2, 5, 8, 11, 14, 17]) {
      const reason = element(segment, at).trim();
      if (reason === '') continue;
      if (!isWrittenLikeAdjustmentReason(reason)) {
        check.report(instance, segment, malformedReason, { element: at });
      } else if (createdOn !== undefined && codes.isAdjustmentReason?.(reason, createdOn) === false) {
        check.report(instance, segment, unknownReason, { element: at });
      }
    }
  }
}

function checkRemarks({ check, codes, createdOn }: ClaimScope, other: LoopInstance): void {
  const segment = findSegment(other, 'MOA');
  if (segment === undefined) return;
  for (const at of [3, 4, 5, 6, 7]) {
    const remark = element(segment, at).trim();
    if (remark === '') continue;
    if (!isWrittenLikeRemark(remark)) check.report(other, segment, malformedRemark, { element: at });
    else if (createdOn !== undefined && codes.isRemark?.(remark, createdOn) === false) {
      check.report(other, segment, unknownRemark, { element: at });
    }
  }
}
