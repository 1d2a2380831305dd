import type { Delimiters } from './delimiters.js';
import type { Segment } from './segment.js';
import type { SegmentList } from './segment-list.js';

/** What an ISA says. Texts are trimmed; `header` is absent when the file lacks the segment. */
export type InterchangeHeading = {
  /** 1 for the first of the file. */
  readonly ordinal: number;
  readonly delimiters: Delimiters;
  readonly senderQualifier: string;
  readonly senderId: string;
  readonly receiverQualifier: string;
  readonly receiverId: string;
  /** ISA09 YYMMDD and ISA10 HHMM as written. */
  readonly date: string;
  readonly time: string;
  /** ISA12, `00501`. */
  readonly version: string;
  /** ISA13 as written, nine digits. */
  readonly controlNumber: string;
  /** ISA14 is 1: the sender wants a TA1. */
  readonly acknowledgementRequested: boolean;
  /** ISA15: P production, T test. */
  readonly usage: string;
  readonly header: Segment | undefined;
  readonly byteOffset: number;
};

/** ISA..IEA as read, with the delimiters really used. */
export type Interchange = InterchangeHeading & {
  readonly trailer: Segment | undefined;
  /** TA1 segments that stand between ISA and the first GS. */
  readonly acknowledgements: readonly Segment[];
  readonly groups: readonly FunctionalGroup[];
  readonly byteLength: number;
};

/** What a GS says; texts are empty when the file lacks the segment. */
export type FunctionalGroupHeading = {
  /** 1 for the first of its interchange. */
  readonly ordinal: number;
  /** GS01: HC claims, HP remittance, FA acknowledgement, HN/HR status, HB/HS eligibility. */
  readonly functionalId: string;
  readonly senderCode: string;
  readonly receiverCode: string;
  /** GS04 CCYYMMDD and GS05 as written. */
  readonly date: string;
  readonly time: string;
  /** GS06. */
  readonly controlNumber: string;
  /** GS08, the guide (`005010X222A1`). */
  readonly guideId: string;
  readonly header: Segment | undefined;
  readonly byteOffset: number;
};

/** GS..GE as read. */
export type FunctionalGroup = FunctionalGroupHeading & {
  readonly trailer: Segment | undefined;
  readonly transactionSets: readonly TransactionSet[];
};

/** What an ST says, and its place in the file. */
export type TransactionSetHeading = {
  /** 1 for the first of its group. */
  readonly ordinal: number;
  readonly groupOrdinal: number;
  readonly interchangeOrdinal: number;
  /** ST01: 837, 835, 999, 277, 276, 270, 271. */
  readonly transactionId: string;
  /** ST02. */
  readonly controlNumber: string;
  /** ST03, or GS08 where the ST has none (835). */
  readonly guideId: string;
  readonly byteOffset: number;
};

/** ST..SE as read; `segments` includes both where they exist. */
export type TransactionSet = TransactionSetHeading & {
  readonly segments: SegmentList;
  readonly byteLength: number;
};
