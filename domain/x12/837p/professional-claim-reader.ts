import { FieldReader, mergeFindings } from '../field-reader.js';
import type { TransactionSetHeading } from '../interchange.js';
import type { LoopInstance } from '../loop-instance.js';
import { LoopReader } from '../read-loops.js';
import type { Segment } from '../segment.js';
import type { X12Finding } from '../x12-finding.js';
import { ClaimLevelCutter } from './claim-level-cutter.js';
import type { ProfessionalClaimEvent } from './professional-claim-event.js';
import { professionalClaimGuide } from './professional-claim-guide.js';
import { professionalClaimBatchOf } from './read-professional-claim-batch.js';

/** Segments that are read together at least: heading and provider, read again for each run of them, cost little then. */
const segmentsInRun = 2_000;

/** Looks into the loops of a run before they are let go; what it finds in heading and provider it has found before. */
export type ClaimRunInspector = (root: LoopInstance) => readonly X12Finding[];

/**
 * Reads an 837P (005010X222A1) in runs of whole subscriber levels, each as a set of its own with the heading and the
 * billing provider it belongs to, and lets go of each when it was told. What is wrong is told with the place in the whole.
 */
export class ProfessionalClaimReader {
  readonly #levels = new ClaimLevelCutter();
  readonly #heading: Segment[] = [];
  /** The provider of the first claims of the run, where that stands in an earlier run. */
  #context: Segment[] = [];
  #run: Segment[] = [];
  #hasBegun = false;
  #hasLevel = false;
  #providerCount = 0;
  #claimCount = 0;

  constructor(
    private readonly transactionSet: TransactionSetHeading,
    private readonly emit: (event: ProfessionalClaimEvent) => void,
    private readonly inspect: ClaimRunInspector = () => [],
    private readonly runSegments = segmentsInRun,
  ) {}

  push(segment: Segment): void {
    const canCut = this.#levels.isCutBefore(segment);
    if (canCut && this.#run.length >= this.runSegments) this.#endRun(segment);
    this.#hasLevel ||= segment.id === 'HL';
    if (!this.#hasLevel) this.#heading.push(segment);
    this.#run.push(segment);
  }

  finish(byteLength: number): void {
    this.#readRun(undefined);
    const { transactionSet } = this;
    this.emit({ kind: 'claim-batch-ended', transactionSet, claimCount: this.#claimCount, byteLength });
  }

  /** Composites use another separator than declared. */
  settleComponentSeparator(separator: string): void {
    for (const segment of [...this.#heading, ...this.#context, ...this.#levels.provider, ...this.#run]) {
      segment.source.component = separator;
    }
  }

  #endRun(next: Segment): void {
    this.#readRun(next);
    const { provider } = this.#levels;
    this.#context = provider[0] === next ? [] : [...provider];
    this.#run = [];
  }

  /** Reads the run and what it needs of the segments before; `next` begins the one after, if any does. */
  #readRun(next: Segment | undefined): void {
    const loops = new LoopReader(professionalClaimGuide, this.transactionSet);
    const [first] = this.#run;
    const isFirst = !this.#hasBegun;
    const structural = isFirst ? [] : this.#pushContext(loops, first);
    for (const segment of isFirst ? this.#run : this.#run.slice(1)) loops.push(segment);
    const fields = new FieldReader(this.transactionSet);
    const from = isFirst ? 0 : (first?.position ?? 0);
    // The run ends where the next level closes its loops, which must not be seen as part of it.
    if (next === undefined) loops.finish();
    const { billingProviders, ...heading } = professionalClaimBatchOf(fields, loops.root);
    const inspected = this.inspect(loops.root);
    structural.push(...(next === undefined ? loops.takeFindings() : endFindings(loops, next)));
    if (isFirst) this.emit({ kind: 'claim-batch-begun', transactionSet: this.transactionSet, heading });
    this.#hasBegun = true;
    billingProviders.forEach(({ billingProvider, claims }, index) => {
      if (index > 0 || this.#context.length === 0) {
        this.emit({ kind: 'billing-provider', index: this.#providerCount, billingProvider });
        this.#providerCount += 1;
      }
      for (const claim of claims) {
        this.emit({ kind: 'professional-claim', index: this.#claimCount, claim });
        this.#claimCount += 1;
      }
    });
    const findings = [...mergeFindings(structural, fields.findings), ...inspected];
    const ofRun = findings.filter(({ segmentPosition = 0 }) => segmentPosition >= from);
    if (ofRun.length > 0) this.emit({ kind: 'claim-findings', findings: ofRun });
  }

  /**
   * Heading and provider were read before, and the level the run begins with has the number that comes next in the whole
   * set: of all that is found up to there, only what is wrong inside of that level's HL is new.
   */
  #pushContext(loops: LoopReader, first: Segment | undefined): X12Finding[] {
    for (const segment of [...this.#heading, ...this.#context]) loops.push(segment);
    if (first === undefined) return [];
    loops.push(first);
    return loops
      .takeFindings()
      .filter(
        (finding) =>
          finding.segmentPosition === first.position &&
          !isMissingPart(finding) &&
          !(finding.code === 'wrong-hierarchy' && finding.element === 1),
      );
  }
}

/** What the level after the run shows to be missing in it, and HL04 of its own levels; the rest belongs to that level. */
function endFindings(loops: LoopReader, next: Segment): X12Finding[] {
  const inside = loops.takeFindings();
  loops.push(next);
  const missing = loops.takeFindings().filter(isMissingPart);
  loops.finish();
  const childCodes = loops
    .takeFindings()
    .filter(
      ({ code, element, segmentPosition }) =>
        code === 'wrong-hierarchy' && element === 4 && segmentPosition !== next.position,
    );
  return [...inside, ...missing, ...childCodes];
}

function isMissingPart({ code }: X12Finding): boolean {
  return code === 'required-loop-missing' || code === 'required-segment-missing';
}
