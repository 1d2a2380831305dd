/** A procedure as a composite medical procedure identifier carries it (C003): code with up to four modifiers. */
export type Procedure = {
  /** Code set: `HC` for CPT and HCPCS, `NU` revenue, `N4` drug … */
  readonly qualifier: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly description?: string;
};
