import { reportTransaction } from '../check-file.js';
import type { TransactionReport } from '../file-report.js';
import type { TransactionSetHeading } from '../interchange.js';
import type { Segment } from '../segment.js';
import { SegmentList } from '../segment-list.js';
import { headingKindOf } from '../transaction-kind.js';
import type { X12Finding } from '../x12-finding.js';
import type { SetCheck } from './set-check.js';

/** Checks a set of a kind that is never large as a whole; of one whose guide is not known nothing but the ST is kept. */
export class CollectedSetCheck implements SetCheck {
  readonly #segments = new SegmentList();
  #segmentCount = 0;

  constructor(
    private readonly heading: TransactionSetHeading,
    private readonly findings: X12Finding[],
  ) {}

  push(segment: Segment): void {
    this.#segmentCount += 1;
    if (this.#segmentCount === 1 || headingKindOf(this.heading) !== undefined) {
      this.#segments.add(segment.source, segment.first);
    }
  }

  finish(byteLength: number): TransactionReport {
    const report = reportTransaction({ ...this.heading, segments: this.#segments, byteLength }, this.findings);
    return { ...report, segmentCount: this.#segmentCount };
  }

  settleComponentSeparator(separator: string): void {
    this.#segments.settleComponentSeparator(separator);
  }
}
