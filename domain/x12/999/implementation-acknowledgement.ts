import { assertNever } from '../../kernel/assert-never.js';

/** What a receiver found when it checked one of our functional groups against its guide (999, 005010X231A1). */
export type ImplementationAcknowledgement = {
  /** AK101, AK102, AK103: which group of ours is answered. */
  readonly functionalId: string;
  /** GS06 of the group. */
  readonly groupControlNumber: string;
  /** GS08 of the group. */
  readonly guideId: string;
  readonly transactionSets: readonly TransactionSetAcknowledgement[];
  readonly groupStatus: GroupStatus;
  /** AK902: GE01 of the group. */
  readonly transactionSetsIncluded: number;
  readonly transactionSetsReceived: number;
  readonly transactionSetsAccepted: number;
  /** AK905–AK909. */
  readonly groupErrorCodes: readonly string[];
};

/** AK901: A accepted, E accepted with errors, P partly accepted, R rejected, M W X refused for security. */
export type GroupStatus = 'A' | 'E' | 'P' | 'R' | 'M' | 'W' | 'X';

/** IK501, as AK901 without P. */
export type TransactionSetStatus = Exclude<GroupStatus, 'P'>;

/** The verdict on one transaction set (loop 2000). A rejected set does not exist at the receiver. */
export type TransactionSetAcknowledgement = {
  /** AK201. */
  readonly transactionId: string;
  /** ST02 of the set. */
  readonly controlNumber: string;
  readonly guideId?: string;
  readonly status: TransactionSetStatus;
  /** IK502–IK506. */
  readonly errorCodes: readonly string[];
  readonly segmentErrors: readonly SegmentError[];
};

/** A segment with something wrong (loop 2100). */
export type SegmentError = {
  readonly segmentId: string;
  /** Counted from 1 at ST. */
  readonly segmentPosition: number;
  /** IK303, at most four characters: `2010` stands for 2010AA and its neighbours. */
  readonly loop?: string;
  /** IK304. */
  readonly code?: string;
  readonly contexts: readonly ErrorContext[];
  readonly elementErrors: readonly ElementError[];
};

/** An element with something wrong (loop 2110). */
export type ElementError = {
  readonly element: number;
  readonly component?: number;
  readonly repetition?: number;
  /** IK402: number of the data element in the X12 dictionary. */
  readonly reference?: string;
  /** IK403. */
  readonly code: string;
  /** IK404: the offending value. May be patient data. */
  readonly value?: string;
  readonly contexts: readonly ErrorContext[];
};

/** CTX: names and values that say what a finding belongs to, such as `CLM01` and the patient control number. */
export type ErrorContext = {
  readonly names: readonly { readonly name: string; readonly value?: string }[];
  readonly segmentId?: string;
  readonly segmentPosition?: number;
  readonly loop?: string;
  readonly element?: number;
  readonly component?: number;
  readonly repetition?: number;
};

/** True when the claims of the transaction set go on to the payer (A, E); false when none of them exists there. */
export function isAccepted(status: TransactionSetStatus): boolean {
  switch (status) {
    case 'A':
    case 'E':
      return true;
    case 'R':
    case 'M':
    case 'W':
    case 'X':
      return false;
  }
  return assertNever(status);
}

/** The patient control number a context names (`CTX*CLM01:…`), if any: the one claim-level pointer of a 999. */
export function patientControlNumberOf(error: SegmentError): string | undefined {
  const contexts = [...error.contexts, ...error.elementErrors.flatMap((element) => element.contexts)];
  return contexts.flatMap((context) => context.names).find(({ name }) => name.toUpperCase() === 'CLM01')?.value;
}
