import { zeroCents } from '../../kernel/cents.js';
import type { BalanceEquation } from '../835/balance-equation.js';
import { EquationSums } from '../835/balance-report.js';
import type { BalanceTotals } from '../835/balance-tally.js';
import { checkAdjustments } from '../835/checks/check-adjustments.js';
import { checkBalance } from '../835/checks/check-balance.js';
import { checkPayment } from '../835/checks/check-payment.js';
import { checkProviderAdjustments } from '../835/checks/check-provider-adjustments.js';
import { checkReversals } from '../835/checks/check-reversals.js';
import { isReversal } from '../835/is-reversal.js';
import type { RemittanceAdvice, RemittanceClaim, RemittanceHeading } from '../835/remittance-advice.js';
import { RemittanceAdviceReader } from '../835/remittance-advice-reader.js';
import type { RemittanceAdviceEvent } from '../835/remittance-event.js';
import type { RemittanceScope } from '../835/remittance-scope.js';
import { checkIdentifiers } from '../check-identifiers.js';
import type { TransactionReport } from '../file-report.js';
import type { TransactionSetHeading } from '../interchange.js';
import { childLoops, findSegment, firstSegment, type LoopInstance } from '../loop-instance.js';
import type { Segment } from '../segment.js';
import { detachedText } from '../source-text.js';
import { TransactionCheck } from '../transaction-check.js';
import type { X12Finding } from '../x12-finding.js';
import { detachedFinding } from './detached-finding.js';
import type { SetCheck } from './set-check.js';

/**
 * Checks an 835 claim by claim: findings and balance of the whole, but for holding a reversal against its original,
 * which takes all claims at once. Of the equations those that fail are kept, and sums of all.
 */
export class RemittanceSetCheck implements SetCheck {
  readonly #reader: RemittanceAdviceReader;
  readonly #sums = new EquationSums();
  readonly #failing: BalanceEquation[] = [];
  readonly #numbers = new Map<number, string>();
  readonly #unreadableAmounts: string[] = [];
  /** Reversals whose correction has not come, by claim number, the first first. */
  readonly #uncorrected = new Map<string, X12Finding[]>();
  #heading: RemittanceHeading | undefined;
  #segmentCount = 0;
  #claimCount = 0;
  #report: Pick<TransactionReport, 'chargeCents' | 'paidCents' | 'paymentCents' | 'traceNumber' | 'balance'> = {};

  constructor(
    private readonly heading: TransactionSetHeading,
    private readonly findings: X12Finding[],
  ) {
    this.#reader = new RemittanceAdviceReader(heading, (event) => this.#take(event), {
      claim: (loop, claim, equations) => this.#checkClaim(loop, claim, equations),
      advice: (root, advice, balance) => this.#checkAdvice(root, advice, balance),
    });
  }

  push(segment: Segment): void {
    this.#segmentCount += 1;
    this.#reader.push(segment);
  }

  finish(byteLength: number): TransactionReport {
    this.#reader.finish(byteLength);
    const { ordinal, transactionId, guideId, controlNumber, byteOffset } = this.heading;
    return {
      ordinal,
      kind: '835',
      transactionId,
      guideId,
      controlNumber,
      segmentCount: this.#segmentCount,
      byteOffset,
      claimCount: this.#claimCount,
      ...this.#report,
      patientControlNumbers: this.#numbers,
    };
  }

  settleComponentSeparator(): void {
    // Segments before the first SVC hold no composites: nothing that was kept reads otherwise now.
  }

  #take(event: RemittanceAdviceEvent): void {
    if (event.kind === 'remittance-begun') this.#heading = event.heading;
    for (const finding of event.findings) this.findings.push(detachedFinding(finding));
  }

  #checkClaim(
    loop: LoopInstance,
    claim: RemittanceClaim,
    equations: readonly BalanceEquation[],
  ): readonly X12Finding[] {
    const check = new TransactionCheck(this.heading);
    const index = this.#claimCount;
    this.#claimCount += 1;
    for (const name of claim.unreadableAmounts ?? []) this.#unreadableAmounts.push(detachedText(name));
    const failing = equations.filter(({ holds }) => !holds);
    for (const equation of equations) this.#sums.add(equation);
    for (const equation of failing) this.#failing.push(placed(equation, loop));
    if (failing.length > 0) this.#numbers.set(index, detachedText(claim.patientControlNumber));
    const scope: RemittanceScope = {
      check,
      root: loop,
      claims: [loop],
      advice: { ...(this.#heading ?? noHeading), claims: [claim], providerAdjustments: [] },
      failing: failing.map((equation) => ({ ...equation, claimIndex: 0 })),
      reversals: isReversal(claim) ? [{ reversalIndex: 0, netCents: zeroCents }] : [],
      codes: {},
    };
    checkIdentifiers(check, loop, scope.codes);
    checkBalance(scope);
    checkReversals(scope);
    checkAdjustments(scope);
    return this.#withoutCorrected(claim, check.findings);
  }

  /** A reversal is told to have no correction when none has come to the end. */
  #withoutCorrected(claim: RemittanceClaim, findings: readonly X12Finding[]): readonly X12Finding[] {
    const number = claim.patientControlNumber;
    const waiting = this.#uncorrected.get(number);
    if (!isReversal(claim)) {
      waiting?.shift();
      return findings;
    }
    const isUncorrected = ({ code }: X12Finding) => code === 'reversal-without-correction';
    const told = findings.filter(isUncorrected);
    if (waiting === undefined) this.#uncorrected.set(detachedText(number), told);
    else waiting.push(...told);
    return findings.filter((finding) => !isUncorrected(finding));
  }

  #checkAdvice(
    root: LoopInstance,
    advice: Omit<RemittanceAdvice, 'claims'>,
    balance: BalanceTotals,
  ): readonly X12Finding[] {
    const check = new TransactionCheck(this.heading);
    const unreadableAmounts = [...(advice.unreadableAmounts ?? []), ...this.#unreadableAmounts];
    const { transaction } = balance;
    const payment = findSegment(root, 'BPR');
    const equation = payment === undefined ? transaction : { ...transaction, segmentPosition: payment.position };
    this.#sums.add(equation);
    const scope: RemittanceScope = {
      check,
      root,
      claims: [],
      advice: { ...advice, claims: [], unreadableAmounts },
      failing: equation.holds ? [] : [equation],
      reversals: [],
      codes: {},
    };
    checkIdentifiers(check, root, scope.codes);
    checkPayment(scope);
    checkBalance(scope);
    checkProviderAdjustments(scope);
    const equations = [...this.#failing, equation];
    const sums = this.#sums.all;
    this.#report = {
      chargeCents: balance.chargeCents,
      paidCents: balance.paidCents,
      paymentCents: advice.payment.amountCents,
      traceNumber: detachedText(advice.payment.traceNumber),
      balance: {
        balances: balance.balances,
        unreadableAmounts,
        failed: equations.filter(({ holds, advisory }) => !holds && !advisory),
        equations,
        sums,
        leftOutCount: sums.reduce((count, { checkedCount }) => count + checkedCount, 0) - equations.length,
      },
    };
    return [...check.findings, ...[...this.#uncorrected.values()].flat()];
  }
}

/** Claims come after the heading, so that there is one. */
const noHeading: RemittanceHeading = {
  payment: {
    handlingCode: '',
    amountCents: zeroCents,
    creditOrDebit: 'credit',
    method: '',
    traceNumber: '',
    payerOriginatorId: '',
  },
  payer: { name: '', references: [], contacts: [] },
  payee: { name: '', references: [] },
};

/** The equation with the segment that states its left side. */
function placed(equation: BalanceEquation, claim: LoopInstance): BalanceEquation {
  const { lineIndex } = equation;
  const at = lineIndex === undefined ? claim : childLoops(claim, '2110')[lineIndex];
  const segment = at && firstSegment(at);
  return segment === undefined ? equation : { ...equation, segmentPosition: segment.position };
}
