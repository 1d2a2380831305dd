import type { Database } from '../db/database.js';
import type { DiagnosisCodeSet } from '../domain/coding/diagnosis-code-set.js';
import type { ProcedureCodeSet } from '../domain/coding/procedure-code-set.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { UnitLimitSet } from '../domain/scrubbing/ncci/unit-limit-set.js';
import type { Clearinghouse } from '../gateways/clearinghouse/clearinghouse.js';

/** Business time, and how long to wait for a moment of it on the wall. */
export interface Clock {
  now(): Instant;
  /** Wall milliseconds from now to a moment; 0 when it has passed. */
  wallMillisUntil(due: Instant): number;
}

/** Technical log: ids, counts and codes only, never patient data. */
export interface Log {
  info(facts: Readonly<Record<string, string | number | boolean>>, message: string): void;
  warn(facts: Readonly<Record<string, string | number | boolean>>, message: string): void;
}

/** What every activity is made with. */
export type ActivityDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly diagnosisCodes: DiagnosisCodeSet;
  /** The official lists and limits that are loaded; the built-in subsets when left out. Code pairs are read claim by claim. */
  readonly procedureCodes?: ProcedureCodeSet;
  readonly unitLimits?: UnitLimitSet;
  /** The clearinghouse mailbox of a practice. */
  readonly clearinghouse: (practiceId: string) => Promise<Clearinghouse>;
  /** To whom our files are addressed (ISA08, 1000B), and whether they are for real (ISA15). */
  readonly tradingPartner: {
    readonly name: string;
    readonly receiverId: string;
    readonly usage: 'production' | 'test';
  };
  /** True when a file that is in no folder of the mailbox certainly never arrived, because taken files stay listed there. */
  readonly mailboxKeepsArchive: boolean;
};
