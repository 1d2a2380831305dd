import { checkIdentifiers } from '../check-identifiers.js';
import type { TransactionSet } from '../interchange.js';
import { descendantLoops } from '../loop-instance.js';
import { readLoops } from '../read-loops.js';
import { TransactionCheck } from '../transaction-check.js';
import type { ValidationOptions } from '../validation-options.js';
import type { X12Finding } from '../x12-finding.js';
import { checkAdjustments } from './checks/check-adjustments.js';
import { checkBalance } from './checks/check-balance.js';
import { checkPayment } from './checks/check-payment.js';
import { checkProviderAdjustments } from './checks/check-provider-adjustments.js';
import { checkReversals } from './checks/check-reversals.js';
import type { BalanceEquation } from './balance-equation.js';
import { pairReversals, type ReversalPair } from './pair-reversals.js';
import { balanceEquations } from './prove-balance.js';
import { remittanceAdviceOf } from './read-remittance-advice.js';
import { remittanceAdviceGuide } from './remittance-advice-guide.js';
import type { RemittanceAdvice } from './remittance-advice.js';
import type { RemittanceScope } from './remittance-scope.js';

/** Checks an 835 beyond its guide's tables: its balance (SNIP 3), what its parts ask of one another (4), reason codes (5). */
export function validateRemittanceAdvice(
  transactionSet: TransactionSet,
  options: ValidationOptions = {},
): readonly X12Finding[] {
  const check = new TransactionCheck(transactionSet);
  const root = options.root ?? readLoops(remittanceAdviceGuide, transactionSet).root;
  const advice = options.advice ?? remittanceAdviceOf(check.fields, root);
  const reversals = pairReversals(advice.claims);
  const scope: RemittanceScope = {
    check,
    root,
    claims: descendantLoops(root, '2100'),
    advice,
    failing: failingEquations(advice, reversals),
    reversals,
    codes: options.codes ?? {},
  };
  checkIdentifiers(check, root, scope.codes);
  checkPayment(scope);
  checkBalance(scope);
  checkReversals(scope);
  checkAdjustments(scope);
  checkProviderAdjustments(scope);
  return check.findings;
}

/** The equations that hold are let go at once: a large remittance has some hundred thousand. */
function failingEquations(advice: RemittanceAdvice, reversals: readonly ReversalPair[]): BalanceEquation[] {
  const failing: BalanceEquation[] = [];
  for (const equation of balanceEquations(advice, reversals)) if (!equation.holds) failing.push(equation);
  return failing;
}
