/** Whom to ask, and how to reach them (PER). Kinds are X12 data element 365: TE, EM, FX, UR, EX … */
export type Contact = {
  /** Contact function: `CX` payer claim office, `BL` technical, `IC` information. */
  readonly functionCode: string;
  readonly name?: string;
  readonly numbers: readonly ContactNumber[];
};

export type ContactNumber = { readonly kind: string; readonly value: string };
