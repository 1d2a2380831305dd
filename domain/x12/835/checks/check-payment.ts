import { findSegment } from '../../loop-instance.js';
import { element, type Segment } from '../../segment.js';
import type { ElementPlace, Problem } from '../../transaction-check.js';
import type { RemittanceScope } from '../remittance-scope.js';

/** BPR and TRN of an 835: the way of payment fits the amount, accounts are named, the payer's number is one (SNIP 4). */
export function checkPayment(scope: RemittanceScope): void {
  const payment = findSegment(scope.root, 'BPR');
  if (payment !== undefined) {
    checkAmountAndMethod(scope, payment);
    checkAccounts(scope, payment);
  }
  const trace = findSegment(scope.root, 'TRN');
  if (trace !== undefined) checkTrace(scope, trace, payment);
}

function checkAmountAndMethod({ check, root }: RemittanceScope, payment: Segment): void {
  const amountCents = check.fields.amount(payment, 2);
  if (amountCents === undefined) return;
  const conflict = conflictOf(amountCents, element(payment, 4), element(payment, 1));
  if (conflict !== undefined) check.report(root, payment, conflict.problem, conflict.place);
}

/** What amount, way of payment (BPR04) and handling (BPR01) contradict one another in; the gravest first. */
function conflictOf(
  amountCents: number,
  method: string,
  handling: string,
): { readonly problem: Problem; readonly place: ElementPlace } | undefined {
  if (amountCents < 0) return { problem: negativePayment, place: { element: 2 } };
  if (method === 'NON' && amountCents !== 0) {
    return {
      problem: { ...methodConflict, message: 'BPR04 says that nothing is paid, and BPR02 is not zero.' },
      place: { element: 4 },
    };
  }
  if (method !== 'NON' && method !== '' && amountCents === 0) {
    const message = 'Nothing is paid (BPR02 is zero), so BPR04 should be NON.';
    return { problem: { ...methodConflict, severity: 'warning', message }, place: { element: 4 } };
  }
  if (handling !== 'H' || amountCents === 0) return undefined;
  const message = 'BPR01 says that this is a notification without money, and BPR02 is not zero.';
  return { problem: { ...methodConflict, message }, place: { element: 1 } };
}

const negativePayment: Problem = {
  code: 'negative-payment',
  message: 'A payment can not be less than zero: the payer moves the rest on by a provider adjustment (PLB).',
  elementErrorCode: 'I12',
};

const methodConflict = { code: 'payment-method-conflict', elementErrorCode: 'I6' } as const;

function checkAccounts({ check, root }: RemittanceScope, payment: Segment): void {
  const method = element(payment, 4);
  if (method !== 'ACH' && method !== 'BOP' && method !== 'FWT') return;
  const missing = [7, 9, 13, 15].find((number) => check.fields.text(payment, number) === undefined);
  if (missing === undefined) return;
  check.report(
    root,
    payment,
    {
      code: 'payment-account-missing',
      severity: 'warning',
      message:
        'An electronic payment names the banks and accounts it goes from and to (BPR06 to BPR09, BPR12 to BPR15).',
      elementErrorCode: 'I9',
    },
    { element: missing },
  );
}

/** TRN03 is 1 and the payer's tax id; the same number stands in BPR10, where there is one. */
function checkTrace({ check, root }: RemittanceScope, trace: Segment, payment: Segment | undefined): void {
  const number = check.fields.text(trace, 3);
  const company = check.fields.text(payment, 10);
  if (number === undefined) return;
  const isWellFormed = /^1\d{9}$/.test(number);
  if (isWellFormed && (company === undefined || company === number)) return;
  check.report(
    root,
    trace,
    {
      code: 'payer-number-malformed',
      severity: 'warning',
      message: isWellFormed
        ? 'TRN03 differs from BPR10; both are the payer’s number, by which the deposit is found.'
        : 'TRN03 is 1 and the nine digits of the payer’s tax id.',
      elementErrorCode: 'I12',
    },
    { element: 3 },
  );
}
