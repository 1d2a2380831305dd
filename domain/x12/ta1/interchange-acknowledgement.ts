/** What a receiver says about the envelope of one of our interchanges (TA1). */
export type InterchangeAcknowledgement = {
  /** TA101: ISA13 of the interchange, nine digits. */
  readonly interchangeControlNumber: string;
  /** TA102 and TA103: its ISA09 YYMMDD and ISA10 HHMM as sent. */
  readonly interchangeDate: string;
  readonly interchangeTime: string;
  /** TA104: A accepted, E accepted with errors, R rejected: nothing of the file was read. */
  readonly status: 'A' | 'E' | 'R';
  /** TA105: 000 nothing wrong, 001 control numbers differ, 021 wrong count of groups, 025 interchange sent before … */
  readonly noteCode: string;
};
