import { compact } from '../compact.js';
import { FieldReader, mergeFindings } from '../field-reader.js';
import type { TransactionSetHeading } from '../interchange.js';
import type { LoopInstance } from '../loop-instance.js';
import { LoopReader } from '../read-loops.js';
import type { Segment } from '../segment.js';
import type { X12Finding } from '../x12-finding.js';
import { BalanceTally } from './balance-tally.js';
import { readProviderAdjustments, readRemittanceHeading, reportStrayClaim } from './read-remittance-advice.js';
import { readRemittanceClaim } from './read-remittance-claim.js';
import { remittanceAdviceGuide } from './remittance-advice-guide.js';
import type { RemittanceAdviceEvent } from './remittance-event.js';

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
    this.emit({
      kind: 'remittance-ended',
      transactionSet: this.transactionSet,
      advice,
      balance: this.#balance.finish(advice),
      findings: mergeFindings(structural, fields.findings).filter((finding) => !this.#toldFindings.has(finding)),
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
    const findings = mergeFindings(structural, this.#claimFields.findings.splice(0));
    if (claim === undefined) return;
    const equations = this.#balance.add(claim);
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
