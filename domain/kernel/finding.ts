/** How much a finding matters: an error stops the item it stands on, a warning goes along with it. */
export type Severity = 'error' | 'warning';

/** Something found wrong or doubtful, in words a biller understands. Findings are collected, never first-only. */
export type Finding = {
  /** Stable machine code, kebab-case or a rule id. */
  readonly code: string;
  readonly severity: Severity;
  /** What happened, with no patient data in it. */
  readonly message: string;
  /** Where: a field path (`patient.birthDate`), a file and line, or a segment and position. */
  readonly location?: string;
  /** What to do about it. */
  readonly remedy?: string;
  /** The text the rule stands on (manual section, regulation, guide loop and segment). */
  readonly source?: string;
};
