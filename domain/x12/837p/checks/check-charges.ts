import { cents } from '../../../kernel/cents.js';
import { childLoops, findSegment, findSegments, firstSegment, type LoopInstance } from '../../loop-instance.js';
import type { Segment } from '../../segment.js';
import { sumWithinRange } from '../../sum-within-range.js';
import { type ClaimScope, type DecisionScope, otherPayerId } from '../claim-scope.js';
import { readPriorPayerAdjustments } from '../prior-payer-adjustment.js';

/** Sums of a claim (SNIP 3): CLM02 against its lines, line numbers, and the balance of each earlier payer's decision. */
export function checkCharges(scope: ClaimScope): void {
  const { check, claim, claimSegment, lines } = scope;
  for (const { line, service } of lines) checkSign(scope, line, service);
  checkSign(scope, claim, claimSegment);
  // A line without SV1 has no charge to add: that is a finding of its own.
  if (lines.length === 0 || lines.length < childLoops(claim, '2400').length) return;
  checkLineNumbers(scope);
  const charges = lines.map(({ service }) => check.fields.amount(service, 2));
  const chargeCents = check.fields.amount(claimSegment, 2);
  if (chargeCents === undefined || charges.includes(undefined)) return;
  const sumCents = sumWithinRange(charges.map((charge) => charge ?? 0));
  const isSumOfLines = sumCents === chargeCents;
  if (!isSumOfLines) {
    check.report(
      claim,
      claimSegment,
      {
        code: 'charge-not-sum-of-lines',
        message: 'The claim’s charge (CLM02) is not the sum of its lines’ charges (SV102).',
        figures: { statedCents: chargeCents, computedCents: sumCents },
      },
      { element: 2 },
    );
  }
  for (const other of scope.otherPayers) checkOtherPayer(scope, other, { chargeCents, isSumOfLines });
}

function checkSign(scope: ClaimScope, instance: LoopInstance, segment: Segment): void {
  const amount = scope.check.fields.amount(segment, 2);
  if (amount === undefined || amount >= 0) return;
  scope.check.report(
    instance,
    segment,
    { code: 'negative-charge', message: 'A charge can not be less than zero.', elementErrorCode: 'I12' },
    { element: 2 },
  );
}

function checkLineNumbers({ check, lines }: ClaimScope): void {
  lines.forEach(({ line }, index) => {
    const segment = firstSegment(line);
    if (segment === undefined || check.fields.quantity(segment, 1) === index + 1) return;
    check.report(
      line,
      segment,
      {
        code: 'wrong-line-number',
        message: 'The lines of a claim are counted from 1 (LX01).',
        elementErrorCode: '7',
      },
      { element: 1 },
    );
  });
}

type Charge = { readonly chargeCents: number; readonly isSumOfLines: boolean };

/**
 * The decision of one other payer balances (005010X222A1, section 1.4.4): each line it decided on, its payment against
 * the lines' payments, and the claim as a whole. An equation is left out when one it rests on fails already.
 */
function checkOtherPayer(scope: ClaimScope, other: LoopInstance, charge: Charge): void {
  const { check } = scope;
  const payment = findSegment(other, 'AMT', 'D');
  const paidCents = check.fields.amount(payment, 2);
  const claimAdjusted = adjusted(scope, other);
  const decisions = lineDecisions(scope, other);
  const linesBalance = decisions.map((decision) => checkLine(scope, decision)).every(Boolean);
  if (payment === undefined || paidCents === undefined) return;
  if (decisions.length > 0) {
    const linePayments = sumWithinRange(decisions.map((decision) => decision.paidCents));
    const computedCents = sumWithinRange([linePayments, -claimAdjusted]);
    if (computedCents !== paidCents) {
      check.report(
        other,
        payment,
        {
          code: 'prior-payer-payment-out-of-balance',
          message:
            'What the other payer paid (AMT*D) is not what it paid on the lines (SVD02) less its claim-level CAS.',
          figures: { statedCents: paidCents, computedCents },
        },
        { element: 2 },
      );
      return;
    }
    if (!linesBalance || !charge.isSumOfLines) return;
  }
  const lineAdjusted = decisions.map((decision) => decision.adjustedCents);
  const computedCents = sumWithinRange([paidCents, claimAdjusted, ...lineAdjusted]);
  if (computedCents === charge.chargeCents) return;
  check.report(
    other,
    payment,
    {
      code: 'prior-payer-claim-out-of-balance',
      message: 'The other payer’s payment and its adjustments of claim and lines do not add up to the charge (CLM02).',
      figures: { statedCents: cents(charge.chargeCents), computedCents },
    },
    { element: 2 },
  );
}

type LineDecision = DecisionScope & { readonly paidCents: number; readonly adjustedCents: number };

/** What the payer of a loop 2320 decided on each line; several decisions on one line, when it split it, count as one. */
function lineDecisions(scope: ClaimScope, other: LoopInstance): LineDecision[] {
  const { check, decisions } = scope;
  const byLine = new Map<LoopInstance, LineDecision>();
  for (const decision of decisions.get(otherPayerId(check, other) ?? '') ?? []) {
    const { line } = decision.line;
    const before = byLine.get(line) ?? { ...decision, paidCents: 0, adjustedCents: 0 };
    byLine.set(line, {
      ...before,
      paidCents: sumWithinRange([before.paidCents, check.fields.amount(decision.segment, 2) ?? 0]),
      adjustedCents: sumWithinRange([before.adjustedCents, adjusted(scope, decision.loop)]),
    });
  }
  return [...byLine.values()];
}

function checkLine({ check }: ClaimScope, { line, loop, segment, paidCents, adjustedCents }: LineDecision): boolean {
  const statedCents = check.fields.amount(line.service, 2);
  const computedCents = sumWithinRange([paidCents, adjustedCents]);
  if (statedCents === undefined || statedCents === computedCents) return true;
  check.report(
    loop,
    segment,
    {
      code: 'prior-payer-line-out-of-balance',
      message: 'The other payer’s payment (SVD02) and adjustments (CAS) do not add up to the line’s charge (SV102).',
      figures: { statedCents, computedCents },
    },
    { element: 2 },
  );
  return false;
}

function adjusted({ check }: ClaimScope, instance: LoopInstance): number {
  if (findSegments(instance, 'CAS').length === 0) return 0;
  return sumWithinRange(readPriorPayerAdjustments(check.fields, instance).map((one) => one.amountCents));
}
