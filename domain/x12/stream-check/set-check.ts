import type { TransactionReport } from '../file-report.js';
import type { Segment } from '../segment.js';

/** Checks one transaction set as its segments come. */
export type SetCheck = {
  push(segment: Segment): void;
  /** The end of the set; what is wrong with it was told by then. */
  finish(byteLength: number): TransactionReport;
  /** Composites use another separator than declared. */
  settleComponentSeparator(separator: string): void;
};
