import type { Delimiters } from './delimiters.js';
import type { FunctionalGroupHeading, InterchangeHeading, TransactionSet } from './interchange.js';
import type { Segment } from './segment.js';
import type { X12Finding } from './x12-finding.js';

/** Something read of a file outside of its transaction sets, in file order. */
export type EnvelopeEvent =
  /** An ISA, or the first segment of an interchange without one; `delimiters` are the declared ones. */
  | { readonly kind: 'interchange-begun'; readonly interchange: InterchangeHeading }
  /** A TA1 between ISA and the first GS. */
  | { readonly kind: 'interchange-acknowledgement'; readonly segment: Segment }
  | { readonly kind: 'group-begun'; readonly group: FunctionalGroupHeading }
  /** The GE, or the place where one should have stood (`trailer` is absent then). */
  | { readonly kind: 'group-ended'; readonly trailer: Segment | undefined; readonly transactionSetCount: number }
  /** The IEA, the next ISA or the end of the file; `delimiters` are those really used. */
  | {
      readonly kind: 'interchange-ended';
      readonly delimiters: Delimiters;
      readonly trailer: Segment | undefined;
      readonly groupCount: number;
      readonly byteLength: number;
    }
  | { readonly kind: 'finding'; readonly finding: X12Finding };

/** Something read of a file, in file order. */
export type X12Event = EnvelopeEvent | { readonly kind: 'transaction-set'; readonly transactionSet: TransactionSet };
