import { compact } from '../compact.js';
import { FieldReader, mergeFindings } from '../field-reader.js';
import type { TransactionSetHeading } from '../interchange.js';
import type { LoopInstance } from '../loop-instance.js';
import { LoopReader } from '../read-loops.js';
import type { Segment } from '../segment.js';
import type { X12Finding } from '../x12-finding.js';
import type { BalanceEquation } from './balance-equation.js';
import { BalanceTally, type BalanceTotals } from './balance-tally.js';
import { readProviderAdjustments, readRemittanceHeading, reportStrayClaim } from './read-remittance-advice.js';
import { readRemittanceClaim } from './read-remittance-claim.js';
import { remittanceAdviceGuide } from './remittance-advice-guide.js';
import type { RemittanceAdvice, RemittanceClaim } from './remittance-advice.js';
import type { RemittanceAdviceEvent } from './remittance-event.js';

/** Looks into loops before they are let go; what it finds is told with what the reader finds. */
export type RemittanceInspector = {
  claim(loop: LoopInstance, claim: RemittanceClaim, equations: readonly BalanceEquation[]): readonly X12Finding[];
  /** The end: all but the claims. */
  advice(root: LoopInstance, advice: Omit<RemittanceAdvice, 'claims'>, balance: BalanceTotals): readonly X12Finding[];
};

/** Reads an 835 (005010X221A1) segment by segment and lets go of each claim when it is complete. */
export class RemittanceAdviceReader {
  readonly #loops: LoopReader;
  readonly #claimFields: FieldReader;
  readonly #balance = new BalanceTally();
  #claimCount = 0;
  #hasBegun = false;
  #hasStrayClaim = false;
  /** Findings told already about elements outside of claims: their segments are read again at the end. */
  readonly #toldFindings = new Set<X12Finding>();

  constructor(
    private readonly transactionSet: TransactionSetHeading,
    private readonly emit: (event: RemittanceAdviceEvent) => void,
    private readonly inspector?: RemittanceInspector,
  ) {
    this.#loops = new LoopReader(remittanceAdviceGuide, transactionSet, (loop) => this.#isDoneWith(loop));
    this.#claimFields = new FieldReader(transactionSet);
  }

  push(segment: Segment): void {
    if (!this.#hasBegun && endsHeading.has(segment.id)) this.#begin();
    this.#loops.push(segment);
  }

  finish(byteLength: number): void {
    if (!this.#hasBegun) this.#begin();
    this.#loops.finish();
    const { root } = this.#loops;
    const fields = new FieldReader(this.transactionSet);
    const unreadable: string[] = [];
    const advice = compact({
      ...readRemittanceHeading(fields, root, unreadable),
      providerAdjustments: readProviderAdjustments(fields, root, unreadable),
      unreadableAmounts: unreadable.length === 0 ? undefined : unreadable,
    });
    const structural = [...this.#toldFindings, ...this.#loops.takeFindings()];
    const balance = this.#balance.finish(advice);
    const read = mergeFindings(structural, fields.findings).filter((finding) => !this.#toldFindings.has(finding));
    const findings = [...read, ...(this.inspector?.advice(root, advice, balance) ?? [])];
    this.emit({
      kind: 'remittance-ended',
      transactionSet: this.transactionSet,
      advice,
      balance,
      findings,
      byteLength,
    });
  }

  #begin(): void {
    this.#hasBegun = true;
    const fields = new FieldReader(this.transactionSet);
    const heading = readRemittanceHeading(fields, this.#loops.root, []);
    const findings = mergeFindings(this.#loops.takeFindings(), fields.findings);
    this.#remember(findings);
    this.emit({ kind: 'remittance-begun', transactionSet: this.transactionSet, heading, findings });
  }

  #isDoneWith(loop: LoopInstance): boolean {
    if (loop.id === '2100') this.#readClaim(loop);
    return loop.id === '2100' || loop.id === '2000';
  }

  #readClaim(loop: LoopInstance): void {
    const isStray = loop.parent?.id !== '2000';
    if (isStray && !this.#hasStrayClaim) reportStrayClaim(this.#claimFields, loop);
    this.#hasStrayClaim ||= isStray;
    const claim = readRemittanceClaim(this.#claimFields, loop);
    const structural = this.#loops.takeFindings();
    this.#remember(structural);
    const read = mergeFindings(structural, this.#claimFields.findings.splice(0));
    if (claim === undefined) return;
    const equations = this.#balance.add(claim);
    const findings = [...read, ...(this.inspector?.claim(loop, claim, equations) ?? [])];
    this.emit({ kind: 'remittance-claim', index: this.#claimCount, claim, equations, findings });
    this.#claimCount += 1;
  }

  #remember(findings: readonly X12Finding[]): void {
    for (const finding of findings) {
      if (finding.element !== undefined && !claimLoops.has(finding.loop ?? '')) this.#toldFindings.add(finding);
    }
  }
}

const claimLoops = new Set(['2000', '2100', '2110']);

/** Behind the heading stand claims, adjustments of the provider, and the end. */
const endsHeading = new Set(['LX', 'CLP', 'PLB', 'SE']);
