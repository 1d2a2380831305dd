import type { PlainDate } from '../../kernel/plain-date.js';
import type { ExternalCodes } from '../external-codes.js';
import { childLoop, findSegment, type LoopInstance } from '../loop-instance.js';
import type { Segment } from '../segment.js';
import type { TransactionCheck } from '../transaction-check.js';
import type { PayerEdits } from './payer-edits.js';

/** One claim (loop 2300) with the loops it stands in, for the checks of its meaning. */
export type ClaimScope = {
  readonly check: TransactionCheck;
  readonly codes: ExternalCodes;
  /** What the destination payer wants; undefined when nobody told. */
  readonly payerEdits: PayerEdits | undefined;
  /** BHT04. */
  readonly createdOn: PlainDate | undefined;
  /** Loop 2000A. */
  readonly billing: LoopInstance;
  /** Loop 2000B. */
  readonly subscriber: LoopInstance;
  /** Loop 2000C; undefined when the subscriber is the patient. */
  readonly patient: LoopInstance | undefined;
  /** Loop 2300. */
  readonly claim: LoopInstance;
  /** CLM. */
  readonly claimSegment: Segment;
  readonly lines: readonly LineScope[];
  /** Loops 2320. */
  readonly otherPayers: readonly LoopInstance[];
  /** What other payers decided on the lines (loops 2430), by the id each gives (SVD01). */
  readonly decisions: ReadonlyMap<string, readonly DecisionScope[]>;
};

/** One loop 2430. */
export type DecisionScope = { readonly line: LineScope; readonly loop: LoopInstance; readonly segment: Segment };

/** One service line (loop 2400). */
export type LineScope = {
  readonly line: LoopInstance;
  /** SV1. */
  readonly service: Segment;
  /** DTP*472; undefined when it is missing or can't be read. */
  readonly serviceDate: { readonly from: PlainDate; readonly to: PlainDate } | undefined;
};

/** A segment of an inner loop, of the first with that id. */
export function innerSegment(
  instance: LoopInstance,
  loopId: string,
  segmentId: string,
  qualifier?: string,
): Segment | undefined {
  const inner = childLoop(instance, loopId);
  return inner === undefined ? undefined : findSegment(inner, segmentId, qualifier);
}

/** The id by which lines name the payer of a loop 2320 (NM109 of its loop 2330B, SVD01). */
export function otherPayerId(check: TransactionCheck, other: LoopInstance): string | undefined {
  return check.fields.text(innerSegment(other, '2330B', 'NM1'), 9);
}
