import { childLoops, findSegment, firstSegment, type LoopInstance } from '../../loop-instance.js';
import type { BalanceEquation, BalanceEquationKind } from '../balance-equation.js';
import type { RemittanceScope } from '../remittance-scope.js';

/** Each equation that fails, at the element that states its left side; an amount nobody can read was reported already. */
export function checkBalance(scope: RemittanceScope): void {
  const { advice } = scope;
  const isUnreadable = [advice, ...advice.claims].some(hasUnreadable);
  for (const equation of scope.failing) {
    const { claimIndex } = equation;
    const claim = claimIndex === undefined ? undefined : advice.claims[claimIndex];
    if (claimIndex === undefined ? isUnreadable : hasUnreadable(claim)) continue;
    reportEquation(scope, equation);
  }
}

function hasUnreadable(part: { readonly unreadableAmounts?: readonly string[] } | undefined): boolean {
  return (part?.unreadableAmounts?.length ?? 0) > 0;
}

const places: Readonly<Record<BalanceEquationKind, { readonly element: number; readonly message: string }>> = {
  'line-paid': { element: 3, message: 'The line’s charge less its adjustments is not what was paid (SVC03).' },
  'claim-paid': {
    element: 4,
    message: 'The claim’s charge less all adjustments of claim and lines is not what was paid (CLP04).',
  },
  'claim-charge-is-line-charges': {
    element: 3,
    message: 'The lines’ charges (SVC02) do not add up to the claim’s charge (CLP03).',
  },
  'claim-paid-is-line-payments': {
    element: 4,
    message: 'The lines’ payments (SVC03) less the claim’s own adjustments are not what was paid (CLP04).',
  },
  'claim-patient-responsibility': {
    element: 5,
    message: 'The patient’s responsibility (CLP05) is not the sum of the PR adjustments.',
  },
  'reversal-negates-original': {
    element: 4,
    message: 'The reversal does not take back what its original in this remittance paid.',
  },
  'transaction-paid': {
    element: 2,
    message: 'The payment (BPR02) is not the claims’ payments (CLP04) less the provider adjustments (PLB).',
  },
};

function reportEquation({ check, root, claims }: RemittanceScope, equation: BalanceEquation): void {
  const claim = equation.claimIndex === undefined ? undefined : claims[equation.claimIndex];
  const instance = equation.lineIndex === undefined ? claim : lineOf(claim, equation.lineIndex);
  const at = equation.level === 'transaction' ? root : instance;
  const segment = equation.level === 'transaction' ? findSegment(root, 'BPR') : instance && firstSegment(instance);
  if (at === undefined || segment === undefined) return;
  const { element, message } = places[equation.kind];
  check.report(
    at,
    segment,
    {
      code: codeOf(equation.kind),
      severity: equation.advisory ? 'warning' : 'error',
      message,
      figures: { statedCents: equation.leftCents, computedCents: equation.rightCents },
    },
    { element },
  );
}

function codeOf(kind: BalanceEquationKind) {
  if (kind === 'claim-patient-responsibility') return 'patient-responsibility-differs';
  return kind === 'reversal-negates-original' ? 'reversal-differs-from-original' : 'out-of-balance';
}

function lineOf(claim: LoopInstance | undefined, lineIndex: number): LoopInstance | undefined {
  return claim === undefined ? undefined : childLoops(claim, '2110')[lineIndex];
}
